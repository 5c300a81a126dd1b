'use strict';
// One fault for each rule of our own and for each tool: the file of the good site in
// which it is planted, what is replaced by what, and the rule that must see it.
// A file that the good site lacks is made.

const crypto = require('crypto');

const referat = 'moede/index.html';
const tal = 'tal/index.html';
const emner = 'emner/index.html';
const forside = 'index.html';
const stil = 'style.css';

// The scripts of the faults that need one.
const scripts = {
  konsol: 'console.log("her")',
  cookie: 'document.cookie = "a=b"',
  lager: 'localStorage.setItem("a", "b")',
  forskydning: 'setTimeout(() => document.querySelector("h1").before(Object.assign(document.createElement("p"), { textContent: "nyt ".repeat(80) })), 50)',
  fælde: 'document.addEventListener("keydown", e => { if (e.key === "Tab") { e.preventDefault(); document.querySelector("main a").focus() } })',
  'kun-med-javascript': 'document.querySelector("main").append(Object.assign(document.createElement("p"), { textContent: "Kun for nogle" }))',
  'kun-uden-javascript': 'document.querySelector("main p").remove()',
};

// noise is text that cannot be packed much, the same each time.
function noise(length) {
  let text = '';
  for (let i = 0; text.length < length; i++) text += crypto.createHash('sha256').update(String(i)).digest('base64');
  return text.slice(0, length).replaceAll('*/', '**');
}

const fault = (check, rule, file, from, to) => ({ check, rule, file, from, to });

module.exports = [
  fault('ramme', 'sprog', forside, '<html lang="da">', '<html>'),
  fault('ramme', 'områder', forside, '<footer>', '<footer></footer><footer>'),
  fault('ramme', 'navigation-navn', forside, '<footer>', '<nav aria-label="Hovedmenu"></nav><footer>'),
  fault('ramme', 'uden-for-områder', forside, '<footer>', '<p>Løs tekst</p><footer>'),
  fault('ramme', 'h1', forside, '<h1>Forside</h1>', '<h1>Forside</h1><h1>Forside</h1>'),
  fault('ramme', 'overskrift-niveau', referat, '<h2>Deltagere</h2>', '<h4>Deltagere</h4>'),
  fault('ramme', 'springlink', forside, 'href="#indhold"', 'href="/moede/"'),
  fault('ramme', 'erklæring', forside, 'Tilgængelighedserklæring', 'Tilgængelighed'),
  fault('ramme', 'tidsgrænse', forside, '<meta charset="utf-8">', '<meta charset="utf-8"><meta http-equiv="refresh" content="30">'),
  fault('titler', 'titel-mangler', forside, '<title>Forside – Prøve</title>', ''),
  fault('titler', 'titel-to-gange', forside, '<title>Forside', '<title>Emner'),
  fault('id', 'id-to-gange', referat, '<h2>Deltagere', '<h2 id="punkt-1">Deltagere'),
  fault('id', 'id-mangler', tal, '<figure aria-labelledby="figur">', '<figure aria-labelledby="figuren">'),
  fault('inline', 'inline-attribut', forside, '<h1>', '<h1 style="color: red">'),
  fault('inline', 'inline-attribut', 'icon.svg', '<path', '<path onclick="x()"'),
  fault('inline', 'inline-stil', forside, '</head>', '<style>p { margin: 0 }</style></head>'),
  fault('inline', 'inline-script', forside, '</head>', '<script>x = 1</script></head>'),
  fault('inline', 'inline-script', forside, '</head>', '<script type="application/json">{}</script></head>'),
  fault('inline', 'data-ulæselig', forside, '</head>', '<script type="application/ld+json">{"url":}</script></head>'),
  fault('links', 'link-uden-mål', forside, 'href="/tal/"', 'href="/tallene/"'),
  fault('links', 'link-uden-mål', referat, 'href="#punkt-1"', 'href="#punkt-2"'),
  fault('links', 'link-uden-mål', 'sitemap.xml', '/moede/', '/moeder/'),
  fault('links', 'link-uden-tekst', forside, 'Læs det i dag.', '<a href="/tal/"></a>'),
  fault('links', 'bar-adresse', forside, 'Læs det i dag.', '<a href="https://example.com/x">https://example.com/x</a>'),
  fault('links', 'samme-tekst', forside, 'Læs det i dag.', '<a href="/moede/">Tal</a>'),
  fault('links', 'fil-uden-type', referat, 'Bilag 1 (pdf, 2 kB)', 'Bilag 1'),
  fault('links', 'fil-størrelse', referat, '2 kB', '20 kB'),
  fault('tabeller', 'tabel-uden-titel', emner, '<caption>Status for emner</caption>', ''),
  fault('tabeller', 'tabel-scope', emner, '<th scope="col">Navn', '<th>Navn'),
  fault('tabeller', 'tabel-uden-rækker', emner, '<th scope="row"><a href="/emner/alfa/">Alfa</a></th>', '<td><a href="/emner/alfa/">Alfa</a></td>'),
  fault('tabeller', 'tabel-uden-kolonner', emner, '<thead><tr><th scope="col">Navn</th><th scope="col">Status</th></tr></thead>', ''),
  fault('referater', 'referat-oplysninger', referat, '<dl><dt>Udvalg</dt><dd>Rådet</dd></dl>', ''),
  fault('referater', 'referat-dato', referat, 'datetime="2025-02-01"', 'datetime="2025-02-02"'),
  fault('referater', 'deltager-mangler', referat, ', indstillet af Region Eksempel', ''),
  fault('referater', 'afbud-i-ord', referat, ' (afbud)', ''),
  fault('referater', 'dagsorden', referat, '<a href="#punkt-1">Status</a>', '<a href="#punkt-1">Andet</a>'),
  fault('referater', 'punkt-overskrift', referat, '<h2 id="punkt-1">Pkt. 1 Status</h2>', '<p id="punkt-1">Pkt. 1 Status</p>'),
  fault('referater', 'punkt-link', referat, '<a href="#punkt-1">Status</a>', 'Status'),
  fault('referater', 'beslutning-i-ord', referat, '<p>Beslutning</p>', ''),
  fault('tal', 'tal-figur', tal, '<p>Tre tal er kendt.</p>', ''),
  fault('tal', 'tal-tabel', tal, '<td>10</td>', '<td>11</td>'),
  fault('tal', 'tal-ajourført', tal, 'Opgjort', 'Dato'),
  fault('lister', 'liste-punkt', forside, '<p>Sidste linje på siden.</p>', '<div><a href="/tal/">Tal</a></div>'),
  fault('lister', 'liste-dato', forside, '<time datetime="2025-02-01">', '<time datetime="2025-01-02">'),
  fault('lister', 'status-i-ord', emner, 'Rapport foreligger', 'Ja'),
  fault('lister', 'status-tegn', emner, '<span class="sign" aria-hidden="true">', '<span class="sign">'),
  fault('lister', 'filter-uden-formular', forside, 'Læs det i dag.', '<label>År <input></label>'),
  fault('vægt', 'første-visning', stil, ':root', `/* ${noise(40_000)} */ :root`),
  fault('vægt', 'stort-stilark', stil, ':root', `/* ${noise(15_000)} */ :root`),
  fault('vægt', 'stor-side', forside, 'Læs det i dag.', noise(140_000)),
  fault('vægt', 'script-standser', forside, '</head>', '<script src="/style.css"></script></head>'),
  fault('bevægelse', 'bevægelse', stil, 'a { color', 'a { transition: color 1s; color'),
  fault('nu', 'nu', forside, '<h1>', '<h1 colour="red">'),
  fault('nu', 'nu', stil, 'a { color', 'a { colour'),
  fault('nu', 'nu', 'icon.svg', '<path', '<path colour="red"'),
  fault('trafik', 'anden-vært', forside, '</head>', '<link rel="stylesheet" href="http://127.0.0.2:1/x.css"></head>'),
  fault('trafik', 'hentning', forside, '/icon.svg', '/icons.svg'),
  fault('trafik', 'sikkerhedspolitik', forside, '<h1>', '<h1 style="color: red">'),
  fault('trafik', 'konsol', forside, '</head>', '<script src="/fault.js" defer></script></head>'),
  fault('trafik', 'cookie', forside, '</head>', '<script src="/fault.js" defer></script></head>'),
  fault('trafik', 'lager', forside, '</head>', '<script src="/fault.js" defer></script></head>'),
  fault('trafik', 'forskydning', forside, '</head>', '<script src="/fault.js" defer></script></head>'),
  fault('axe', 'color-contrast', stil, '--ink: #111', '--ink: #ccc'),
  fault('axe', 'color-contrast', stil, '--ink: #f0f0f0', '--ink: #444'),
  fault('axe', 'color-contrast', stil, 'a { color', '@media print { p { color: #ddd } } a { color'),
  fault('axe', 'region', forside, '<footer>', '<p>Løs tekst</p><footer>'),
  fault('mål', 'lille-mål', stil, 'nav a { display: inline-block; padding: .75rem 1rem .75rem 0; }', 'nav a { display: block; font-size: .6rem; line-height: 1.1 }'),
  fault('mål', 'lavt-mål-i-navigation', stil, 'padding: .75rem 1rem .75rem 0;', 'padding: .3rem 1rem .3rem 0;'),
  fault('rullefelter', 'rullefelt', referat, ' role="region" tabindex="0" aria-labelledby="dagsorden-titel"', ''),
  fault('rullefelter', 'felt-uden-navn', referat, 'aria-labelledby="dagsorden-titel"', ''),
  fault('rullefelter', 'hul-over-tabelhoved', stil, 'a { color', 'th:last-child { height: 9rem } th { vertical-align: bottom } a { color'),
  fault('rullefelter', 'tabel-display', stil, 'a { color', 'table, tr { display: block } a { color'),
  fault('rullefelter', 'overskrift-fra-stilark', stil, 'a { color', 'td::before { content: "Status: " } a { color'),
  fault('tekst', 'ruller-sidelæns', stil, 'a { color', 'p { min-width: 30rem } a { color'),
  fault('tekst', 'afskåret', stil, 'a { color', 'p { height: 1.5em; overflow: hidden } a { color'),
  fault('tekst', 'tekst-på-tekst', stil, 'a { color', 'p { height: 1em; margin: 0 } a { color'),
  fault('tekst', 'skrift-vokser-ikke', stil, 'a { color', 'p { font-size: 16px } a { color'),
  fault('tastatur', 'fokus-usynligt', stil, 'outline: 3px solid var(--accent)', 'outline: none'),
  fault('tastatur', 'fokus-kontrast', stil, 'outline: 3px solid var(--accent)', 'outline: 3px solid var(--paper)'),
  fault('tastatur', 'fokus-dækket', stil, 'a { color', 'header { position: fixed; inset: 0 0 auto; height: 20rem; z-index: 1; background: var(--paper) } a { color'),
  fault('tastatur', 'rækkefølge', forside, '<a href="/tal/">', '<a href="/tal/" tabindex="1">'),
  fault('tastatur', 'nås-ikke', forside, '<a href="/tal/">', '<a href="/tal/" tabindex="-1">'),
  fault('tastatur', 'fælde', forside, '</head>', '<script src="/fault.js" defer></script></head>'),
  fault('tastatur', 'springlink', stil, '.skip:focus { position: static; }', ''),
  fault('tastatur', 'springlink', forside, '<main id="indhold" tabindex="-1">', '<main tabindex="-1">'),
  fault('uden-javascript', 'kun-med-javascript', forside, '</head>', '<script src="/fault.js" defer></script></head>'),
  fault('uden-javascript', 'kun-uden-javascript', forside, '</head>', '<script src="/fault.js" defer></script></head>'),
  fault('kurver', 'tegnet-uden-tal', tal, 'cx="100" cy="100"', 'cx="100.6" cy="100"'),
  fault('kurver', 'tal-forkert-sted', 'tal/tal.csv', '2025-02-28,10', '2025-02-28,11'),
  fault('kurver', 'tegnet-uden-tal', tal, '<g class="point">', '<g class="point"><circle cx="200" cy="80" r="4"/>'),
  fault('kurver', 'tal-forkert-tegn', tal, 'class="point-other"', 'class="point"'),
  fault('kurver', 'andres-tal-forbundet', tal, 'L156 70', 'L156 70L242 40'),
  fault('kurver', 'akse', tal, '>20</text>', '>30</text>'),
  fault('kurver', 'tegning-mangler', stil, 'svg { display: block;', 'svg { display: none;'),
  fault('tidslinje', 'tidslinje-forkert-sted', 'emner/alfa/index.json', '"to":"2025-05-31"', '"to":"2025-05-30"'),
  fault('tidslinje', 'tidslinje-forkert-sted', 'emner/alfa/index.json', '"to":"2025-07-31"', '"to":"2025-08-31"'),
  fault('tidslinje', 'tidslinje-forkert-sted', 'emner/alfa/index.json', 'Medio marts', 'Primo marts'),
  fault('tidslinje', 'tidslinje-bjælker', 'emner/beta/index.json', '"from":"2025-01-01",', ''),
  fault('tidslinje', 'tidslinje-ruder', 'emner/beta/index.json', '"from":"2025-06-01",', ''),
  fault('qualweb', 'QW-ACT-R1', forside, '<title>Forside – Prøve</title>', '<title></title>'),
  fault('qualweb', 'QW-WCAG-T2', emner, '<caption>Status for emner</caption>', ''),
].map(f => ({ ...f, script: scripts[f.rule] }));
