'use strict';
// Every number of a series stands within half a pixel of its place, computed
// here from the published numbers and the drawing's own axes.

const m = require('../markup');
const { measure, strokes, day, monthStart } = require('../drawing');

const allowed = 0.5; // pixels

module.exports = {
  name: 'kurver',
  title: 'Hvert tal står på sin plads i tegningen',
  criteria: ['1.1.1'],
  async page(tab, page, notes, folder) {
    if (page.kind !== 'counts') return [];
    const series = m.all(page.tree, 'figure').map(figure => published(folder, page, figure));
    const faults = [];
    await tab.visit(page.address);
    for (const width of [320, 1280]) {
      await tab.show({ width });
      const figures = await tab.evaluate(measure, 'figure');
      for (const [i, rows] of series.entries()) {
        if (rows.length < 2) continue; // one number has no drawing
        if (figures[i].length !== 1) faults.push({ rule: 'tegning-mangler', text: `figur ${i + 1} viser ${figures[i].length} tegninger; der skal være 1`, page, mode: `${width} px` });
        faults.push(...figures[i].flatMap(svg => check(svg, rows)).map(f => ({ ...f, page, place: `figur ${i + 1}, ${rows.length} tal`, mode: `${width} px` })));
      }
    }
    return faults;
  },
};

// published reads the numbers of a figure from the file that it offers, and
// the number of rows from its table.
function published(folder, page, figure) {
  const link = m.first(figure, n => n.tagName === 'a' && /\.csv$/.test(m.attr(n, 'href') ?? ''));
  if (!link) return [];
  const [head, ...lines] = csv(folder.text(folder.find(m.attr(link, 'href'), page.address)));
  const rows = lines.map(line => Object.fromEntries(head.map((key, i) => [key, line[i]])));
  return rows.map(row => ({ date: row.date, from: beginning(row), value: Number(row.value), status: row.status }));
}

// beginning is the month in which the words of a date begin: a year begins in January.
function beginning({ date, date_words: words }) {
  const year = date.slice(0, 4);
  const half = /^([12])\. halvår/i.exec(words);
  const quarter = /^([1-4])\. kvartal/i.exec(words);
  if (/^\d{4}$/.test(words)) return `${year}-01-01`;
  if (half) return `${year}-${half[1] === '1' ? '01' : '07'}-01`;
  if (quarter) return `${year}-${String(quarter[1] * 3 - 2).padStart(2, '0')}-01`;
  return date;
}

function csv(text) {
  const rows = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted !== undefined ? quoted.replace(/""/g, '"') : bare);
    if (end !== ',') rows.push([]);
  }
  return rows.filter(row => row.length > 1);
}

function check(svg, rows) {
  const axes = scales(svg, rows);
  if (axes.fault) return [axes.fault];
  const marks = svg.circles;
  const lines = [...strokes(svg, 'line'), ...strokes(svg, 'line-provisional')].flat();
  const near = (p, q) => Math.abs(p.x - q.x) * svg.unit <= allowed && Math.abs(p.y - q.y) * svg.unit <= allowed;
  const faults = [];
  const places = rows.map(row => ({ ...row, x: axes.x(row.date), y: axes.y(row.value) }));
  for (const place of places) {
    const said = `${place.value} (${place.date})`;
    const mark = marks.find(c => near(c, place));
    if (!mark && !lines.some(v => near(v, place))) {
      faults.push({ rule: 'tal-forkert-sted', text: `${said} skulle stå ved ${place.x.toFixed(1)}, ${place.y.toFixed(1)}; det gør det ikke` });
    }
    if (mark && (place.status === 'other') !== (mark.kind === 'point-other') && place.status !== 'provisional' && !twin(places, place)) {
      faults.push({ rule: 'tal-forkert-tegn', text: `${said} er tegnet som ${mark.kind}, men er ${place.status}` });
    }
    if (place.status === 'other' && !twin(places, place) && lines.some(v => near(v, place))) faults.push({ rule: 'andres-tal-forbundet', text: `${said} er oplyst af andre, men forbundet med myndighedens egne tal` });
  }
  for (const drawn of [...marks, ...lines]) {
    if (!places.some(place => near(drawn, place))) faults.push({ rule: 'tegnet-uden-tal', text: `ved ${drawn.x}, ${drawn.y} er tegnet noget, der ikke er et tal` });
  }
  return faults;
}

// twin: another number of the same place.
const twin = (places, place) => places.some(p => p !== place && p.status !== place.status && p.date === place.date && p.value === place.value);

// scales reads the axes: whole months from the first to the last number, and
// the numbers at the ticks.
function scales(svg, rows) {
  const [base] = strokes(svg, 'axis').filter(s => s.length === 2 && s[0].y === s[1].y);
  if (!base) return { fault: { rule: 'akse', text: 'tegningen har ingen vandret akse' } };
  const [left, right] = [base[0].x, base[1].x];
  const dates = rows.map(r => r.date).sort();
  const first = rows.find(r => r.date === dates[0]);
  const [begin, end] = [monthStart(first.from), monthStart(dates.at(-1), 1)];
  const x = iso => left + ((right - left) * (day(iso) - begin)) / (end - begin);

  const heights = [...new Set([base[0].y, ...strokes(svg, 'grid').map(s => s[0].y)])].sort((a, b) => b - a);
  const ticks = svg.texts.filter(t => t.kind === 'label' && t.anchor === 'end' && t.x < left).map(t => ({ value: Number(t.text.replace(/[.\s\u00a0]/g, '')), y: t.y })).sort((a, b) => b.y - a.y);
  if (ticks.length < 2 || ticks[0].value !== 0) return { fault: { rule: 'akse', text: 'aksen begynder ikke ved 0 eller har ingen tal' } };
  const top = ticks.at(-1);
  const height = heights.at(-1);
  const y = value => base[0].y - ((base[0].y - height) * value) / top.value;
  const lettering = ticks[0].y - base[0].y; // how far below its line a tick's number stands
  const astray = ticks.find(t => Math.abs(t.y - lettering - y(t.value)) * svg.unit > allowed);
  if (astray) return { fault: { rule: 'akse', text: `tallet ${astray.value} på aksen står ikke på sin plads` } };
  const unmarked = heights.find(h => !ticks.some(t => Math.abs(y(t.value) - h) * svg.unit <= allowed));
  if (unmarked !== undefined) return { fault: { rule: 'akse', text: `linjen ved ${unmarked} har intet tal` } };
  return { x, y };
}
