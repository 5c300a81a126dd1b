'use strict';
// What scrolls sideways can be reached and has a name; tables stay tables with no
// hole above their heads, and no heading is written by the stylesheet.

module.exports = {
  name: 'rullefelter',
  title: 'Brede tabeller ruller i et felt med navn, og tabeller forbliver tabeller',
  criteria: ['1.3.1', '2.1.1', '4.1.2'],
  async page(tab, page) {
    const faults = [];
    await tab.visit(page.address);
    for (const width of [320, 1280]) {
      await tab.show({ width });
      faults.push(...(await tab.evaluate(check)).map(f => ({ ...f, page, mode: `lys, ${width} px` })));
    }
    return faults;
  },
};

function check() {
  const faults = [];
  const place = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');
  const named = e => (e.getAttribute('aria-labelledby') ?? '').split(/\s+/).some(id => id && document.getElementById(id)?.textContent.trim()) || e.getAttribute('aria-label')?.trim();
  for (const e of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(e);
    if (!e.checkVisibility() || e instanceof SVGElement) continue;
    const scrolls = /auto|scroll/.test(style.overflowX) && e.scrollWidth > e.clientWidth;
    const focusable = e.tabIndex >= 0;
    if (scrolls && !(focusable && (e.getAttribute('role') === 'region' || /^(NAV|ASIDE|SECTION)$/.test(e.tagName)) && named(e))) {
      faults.push({ rule: 'rullefelt', place: place(e), text: 'feltet ruller sidelæns, men kan ikke nås med tastaturet eller har intet navn (tabindex, role=region, aria-labelledby)' });
    }
    if (scrolls && e.querySelector('thead')) {
      const row = e.querySelector('thead tr');
      const first = document.createRange();
      first.selectNodeContents(row.cells[0]);
      const above = first.getBoundingClientRect().top - row.getBoundingClientRect().top;
      if (above > 48) faults.push({ rule: 'hul-over-tabelhoved', place: place(e), text: `der er ${Math.round(above)} pixel over det første kolonnehoved, fordi et andet er højere` });
    }
    if (e.hasAttribute('tabindex') && focusable && !e.closest('[role=tablist]') && !/^(A|BUTTON|INPUT|SELECT|TEXTAREA|SUMMARY)$/.test(e.tagName) && !((e.getAttribute('role') || /^(NAV|ASIDE|SECTION|FIGURE)$/.test(e.tagName)) && named(e))) {
      faults.push({ rule: 'felt-uden-navn', place: place(e), text: 'feltet kan nås med tastaturet, men har ingen rolle eller intet navn' });
    }
    const kept = { TABLE: 'table', THEAD: 'table-header-group', TBODY: 'table-row-group', TR: 'table-row', TH: 'table-cell', TD: 'table-cell' };
    if (kept[e.tagName] && style.display !== kept[e.tagName]) faults.push({ rule: 'tabel-display', place: place(e), text: `display: ${style.display} tager tabellens opbygning fra skærmlæsere` });
    for (const side of ['::before', '::after']) {
      const words = /^(TH|TD|DT|H[1-6])$/.test(e.tagName) && getComputedStyle(e, side).content.match(/[a-zæøå]{3,}/i);
      if (words && !/^(none|normal|url|counter)/.test(getComputedStyle(e, side).content)) faults.push({ rule: 'overskrift-fra-stilark', place: place(e) + side, text: `stilarket skriver ${getComputedStyle(e, side).content}` });
    }
  }
  return faults;
}
