'use strict';
// Tables say what they are and what their rows and columns are: what axe does
// not ask for.

const m = require('../markup');

module.exports = {
  name: 'tabeller',
  title: 'Tabeller har titel, kolonneoverskrifter og rækkeoverskrifter',
  criteria: ['1.3.1'],
  rules(page) {
    return m.all(page.tree, 'table').flatMap(table => [...check(page, table)]);
  },
};

function* check(page, table) {
  if (m.attr(table, 'role') === 'presentation') {
    yield { page, rule: 'tabel-til-opstilling', place: m.place(table), text: 'en tabel må ikke bruges til at stille op med' };
    return;
  }
  const caption = m.first(table, 'caption');
  if (!caption || !m.words(caption)) yield { page, rule: 'tabel-uden-titel', place: m.place(table), text: 'tabellen har ingen titel (caption)' };
  for (const th of m.all(table, 'th')) {
    if (!/^(col|row|colgroup|rowgroup)$/.test(m.attr(th, 'scope') ?? '')) yield { page, rule: 'tabel-scope', place: m.place(th), text: 'overskriften siger ikke, om den gælder kolonnen eller rækken (scope)' };
    if (!m.words(th)) yield { page, rule: 'tabel-tom-overskrift', place: m.place(table), text: 'en overskrift i tabellen er tom' };
  }
  const head = m.first(table, 'thead');
  if (!head || !m.first(head, 'th')) yield { page, rule: 'tabel-uden-kolonner', place: m.place(table), text: 'tabellen har ingen kolonneoverskrifter' };
  const rows = m.all(table, n => n.tagName === 'tr' && !m.inside(n, 'thead'));
  const bare = rows.filter(row => m.all(row, 'td').length > 0 && !m.first(row, n => n.tagName === 'th' && m.attr(n, 'scope') === 'row'));
  if (bare.length > 0) yield { page, rule: 'tabel-uden-rækker', place: m.place(table), text: `${bare.length} af ${rows.length} rækker har ingen rækkeoverskrift` };
}
