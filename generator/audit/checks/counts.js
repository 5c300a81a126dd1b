'use strict';
// A count has its headline, drawing, description, table and file together, and
// says where the number comes from and when it changes.

const m = require('../markup');

module.exports = {
  name: 'tal',
  title: 'Genomtal: overskrift, tegning, beskrivelse, tabel, fil, kilde og ajourføring',
  criteria: ['1.1.1', '1.3.1'],
  rules(page) {
    return page.kind === 'counts' ? [...check(page, page.data)] : [];
  },
};

function* check(page, data) {
  const figures = m.all(page.tree, 'figure');
  if (figures.length !== data.series.length) yield { page, rule: 'tal-figur', text: `${data.series.length} serier, men ${figures.length} figurer` };
  for (const [i, series] of data.series.entries()) {
    const figure = figures[i];
    if (!figure) return;
    const missing = part => ({ page, rule: 'tal-figur', place: m.place(figure).split(' »')[0], text: `figuren mangler ${part}` });
    if (!m.first(figure, n => /^h[2-6]$/.test(n.tagName)) && !m.name(figure, page.ids)) yield missing('overskrift');
    if (!m.first(figure, n => n.tagName === 'p' && !m.first(n, 'a'))) yield missing('beskrivelse');
    if (series.rows.length > 1 && !m.first(figure, n => n.tagName === 'svg' && m.attr(n, 'role') === 'img')) yield missing('tegning');
    for (const svg of m.all(figure, n => n.tagName === 'svg' && m.attr(n, 'role') === 'img')) {
      if (!m.name(svg, page.ids)) yield missing('tekst til tegningen');
    }
    yield* table(page, data.language, series, figure, missing);
    if (!m.first(figure, n => n.tagName === 'a' && /\.csv$/.test(m.attr(n, 'href')))) yield missing('link til tallene');
  }
  const main = m.words(m.first(page.tree, 'main'));
  if (!/Opgjort|Counted|As of/i.test(main)) yield { page, rule: 'tal-ajourført', text: 'siden siger ikke, hvornår tallet er opgjort' };
}

function* table(page, language, series, figure, missing) {
  const rows = m.all(figure, n => n.tagName === 'tr' && !m.inside(n, 'thead'));
  if (rows.length !== series.rows.length) yield missing(`rækker: tabellen har ${rows.length}, serien ${series.rows.length}`);
  for (const [i, row] of series.rows.entries()) {
    const shown = rows[i] && m.words(rows[i]);
    const value = row.value.toLocaleString(language === 'en' ? 'en-GB' : 'da-DK');
    if (shown && !shown.includes(value)) yield { page, rule: 'tal-tabel', place: m.place(rows[i]), text: `rækken viser ikke ${value}` };
  }
}
