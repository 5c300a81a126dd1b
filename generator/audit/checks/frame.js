'use strict';
// The frame of every page: language, landmarks, headings, skip link, statement.

const m = require('../markup');

module.exports = {
  name: 'ramme',
  title: 'Sprog, områder, overskrifter, springlink og link til tilgængelighedserklæringen',
  criteria: ['1.3.1', '2.2.1', '2.4.1', '2.4.6', '3.1.1'],
  rules(page) {
    return [...language(page), ...landmarks(page), ...headings(page), ...skip(page), ...statement(page), ...refresh(page)];
  },
};

function* language(page) {
  const html = m.first(page.tree, 'html');
  if (!/^[a-z]{2}(-[A-Za-z]+)?$/.test(m.attr(html, 'lang') ?? '')) yield { page, rule: 'sprog', text: 'siden siger ikke, hvilket sprog den er på' };
}

// A header or footer inside one of these belongs to it and not to the page.
const sectioning = ['article', 'aside', 'main', 'nav', 'section'];

function* landmarks(page) {
  const body = m.first(page.tree, 'body');
  for (const tag of ['header', 'main', 'footer']) {
    const found = m.all(body, n => n.tagName === tag && !sectioning.some(s => s !== tag && m.inside(n, s)));
    if (found.length !== 1) yield { page, rule: 'områder', text: `siden har ${found.length} <${tag}>; der skal være 1` };
  }
  const navs = m.all(body, n => n.tagName === 'nav' || m.attr(n, 'role') === 'navigation');
  const names = navs.map(n => (m.attr(n, 'aria-label') || m.attr(n, 'aria-labelledby') ? m.name(n, page.ids) : ''));
  for (const [i, nav] of navs.entries()) {
    if (navs.length > 1 && !names[i]) yield { page, rule: 'navigation-navn', place: m.place(nav), text: 'navigationen har intet navn' };
    else if (names.indexOf(names[i]) < i) yield { page, rule: 'navigation-navn', place: m.place(nav), text: `to navigationer hedder »${names[i]}«` };
  }
  for (const child of body.childNodes) {
    const allowed = ['header', 'main', 'footer', 'nav', 'aside', 'script', 'dialog', 'template'];
    if (!child.tagName || allowed.includes(child.tagName)) continue;
    if (child.tagName === 'a' && /^#/.test(m.attr(child, 'href') ?? '')) continue; // the skip link
    yield { page, rule: 'uden-for-områder', place: m.place(child), text: 'indholdet står uden for sidens områder' };
  }
}

function* headings(page) {
  const found = m.all(page.tree, n => /^h[1-6]$/.test(n.tagName));
  const tops = found.filter(n => n.tagName === 'h1').length;
  if (tops !== 1) yield { page, rule: 'h1', text: `siden har ${tops} <h1>; der skal være 1` };
  let level = 0;
  for (const heading of found) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) yield { page, rule: 'overskrift-niveau', place: m.place(heading), text: `springer fra niveau ${level} til ${own}` };
    if (!m.words(heading)) yield { page, rule: 'overskrift-tom', place: m.place(heading), text: 'overskriften har ingen tekst' };
    level = own;
  }
}

function* skip(page) {
  const body = m.first(page.tree, 'body');
  const focusable = m.first(body, n => (n.tagName === 'a' && m.attr(n, 'href') !== undefined) || ['button', 'input', 'select', 'textarea', 'summary'].includes(n.tagName));
  const target = focusable?.tagName === 'a' && /^#./.test(m.attr(focusable, 'href')) && page.ids.get(m.attr(focusable, 'href').slice(1));
  if (!target || target.tagName !== 'main') yield { page, rule: 'springlink', text: 'det første, man kan nå med tastaturet, er ikke et link til sidens indhold' };
}

function* statement(page) {
  const footer = m.first(page.tree, 'footer');
  const link = footer && m.first(footer, n => n.tagName === 'a' && m.words(n) === 'Tilgængelighedserklæring');
  if (!link) yield { page, rule: 'erklæring', text: 'sidefoden har intet link med teksten »Tilgængelighedserklæring«' };
}

function* refresh(page) {
  for (const meta of m.all(page.tree, n => n.tagName === 'meta' && /^refresh$/i.test(m.attr(n, 'http-equiv') ?? ''))) {
    if (!/^\s*0\s*;/.test(m.attr(meta, 'content') ?? '')) yield { page, rule: 'tidsgrænse', text: 'siden skifter af sig selv efter en tid' };
  }
}
