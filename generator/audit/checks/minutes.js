'use strict';
// Minutes show in words what their data say: facts, people and whether they
// came, the agenda with links, decisions, dates.

const m = require('../markup');

module.exports = {
  name: 'referater',
  title: 'Referater: oplysninger, deltagere, dagsorden, beslutninger og datoer i ord',
  criteria: ['1.3.1', '1.4.1'],
  rules(page) {
    if (page.kind !== 'minutes') return [];
    const { data } = page;
    return [...facts(page), ...people(page, data), ...agenda(page, data), ...points(page, data), ...decisions(page)];
  },
};

const has = (list, text) => m.plain(list).toLowerCase().includes(m.plain(text).toLowerCase());
const absentWords = /\b(afbud|fravær|absent|apologies)/i;

function* facts(page) {
  const main = m.first(page.tree, 'main');
  if (!m.first(main, 'dl')) yield { page, rule: 'referat-oplysninger', text: 'mødets oplysninger står ikke i en <dl>' };
  const heading = m.first(main, 'h1');
  const time = heading && m.first(heading, 'time');
  if (!time || m.attr(time, 'datetime') !== page.date) yield { page, rule: 'referat-dato', text: 'overskriften har ikke mødets dato i <time datetime>' };
}

function* people(page, data) {
  const entries = m.all(m.first(page.tree, 'main'), n => ['li', 'tr'].includes(n.tagName));
  for (const person of data.participants ?? []) {
    const own = entries.filter(e => has(m.words(e), person.name));
    const full = own.find(e => ['role', 'organisation', 'nominated_by', 'specialty'].every(key => !person[key] || has(m.words(e), person[key])));
    if (!full) yield { page, rule: 'deltager-mangler', text: `${person.name} står ikke på listen med rolle og hvem der har indstillet` };
    else if (person.absent && !absentWords.test(m.words(full)) && !absentWords.test(headingBefore(page, full))) {
      yield { page, rule: 'afbud-i-ord', place: m.place(full), text: `afbuddet fra ${person.name} står ikke i ord` };
    }
  }
}

function headingBefore(page, node) {
  let last = '';
  for (const other of m.walk(page.tree)) {
    if (/^h[1-6]$/.test(other.tagName)) last = m.words(other);
    if (other === node) return last;
  }
}

function* agenda(page, data) {
  const rows = m.all(m.first(page.tree, 'main'), n => ['tr', 'li'].includes(n.tagName));
  for (const entry of (data.agenda ?? []).filter(e => e.title)) {
    if (!rows.some(r => has(m.words(r), entry.title))) yield { page, rule: 'dagsorden', text: `»${entry.title}« står ikke på dagsordenen` };
  }
  const listed = m.all(page.tree, n => n.tagName === 'ol' && /agenda|dagsorden/.test(m.classes(n).join(' ')));
  for (const list of listed) {
    const number = data.agenda?.[0]?.number;
    if ((m.attr(list, 'start') ?? '1') !== number) yield { page, rule: 'dagsorden', place: m.place(list), text: `listen begynder ikke ved ${number}` };
  }
}

// points: every item of the record is a heading with an address, and the page links to it.
function* points(page, data) {
  const links = new Set(m.all(page.tree, 'a').map(a => m.attr(a, 'href')));
  for (const item of data.items ?? []) {
    const id = (item.anchor ?? item.address ?? '').split('#').pop();
    const heading = id && page.ids.get(id);
    if (!heading || !/^h[2-6]$/.test(heading.tagName)) yield { page, rule: 'punkt-overskrift', text: `punkt ${item.number ?? ''} er ikke en overskrift med sin egen adresse (#${id})` };
    else if (!links.has('#' + id)) yield { page, rule: 'punkt-link', text: `intet link på siden fører til #${id}` };
  }
}

function* decisions(page) {
  const marked = m.all(page.tree, n => m.classes(n).includes('decision'));
  for (const decision of marked) {
    if (!/^(beslutning|decision)/i.test(m.words(decision))) yield { page, rule: 'beslutning-i-ord', place: m.place(decision), text: 'beslutningen er ikke mærket med et ord' };
  }
}
