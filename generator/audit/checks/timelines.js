'use strict';
// Every period and report of the plan stands within half a pixel of its days,
// computed here from the subjects' published data and the drawing's own months.

const m = require('../markup');
const { measure, strokes, day } = require('../drawing');

const allowed = 0.5; // pixels

module.exports = {
  name: 'tidslinje',
  title: 'Hver periode og rapport står på sine dage i tidslinjen',
  criteria: ['1.1.1'],
  async page(tab, page, notes, folder) {
    const rows = planned(folder, page);
    if (rows.length === 0 || !m.first(page.tree, n => n.tagName === 'figure' && m.first(n, s => s.tagName === 'svg' && m.attr(s, 'role') === 'img'))) return [];
    const faults = [];
    await tab.visit(page.address);
    for (const width of [320, 1280]) {
      await tab.show({ width });
      const drawings = (await tab.evaluate(measure, 'figure')).flat();
      if (drawings.length !== 1) faults.push({ rule: 'tidslinje-mangler', text: `siden viser ${drawings.length} tidslinjer; der skal være 1`, page, mode: `${width} px` });
      faults.push(...drawings.flatMap(svg => check(svg, rows)).map(f => ({ ...f, page, mode: `${width} px` })));
    }
    return faults;
  },
};

// planned are the subjects of the page's status table, in its order.
function planned(folder, page) {
  if (page.kind) return [];
  return m.all(page.tree, n => n.tagName === 'th' && m.attr(n, 'scope') === 'row').map(head => {
    const link = m.first(head, 'a');
    const file = link && folder.find(m.attr(link, 'href'), page.address);
    const target = file && folder.pageOf(file);
    return target?.kind === 'subject' ? target.data : null;
  }).filter(Boolean);
}

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

// scale reads which day stands where from the names of the months and years.
function scale(svg) {
  const lines = [...strokes(svg, 'grid'), ...strokes(svg, 'axis')].filter(s => s.length === 2 && s[0].x === s[1].x).map(s => s[0].x);
  const named = svg.texts.filter(t => t.kind === 'month' || t.kind === 'year').map(t => ({ ...t, line: lines.filter(x => x <= t.x).sort((a, b) => b - a)[0] }));
  const years = named.filter(t => t.kind === 'year').sort((a, b) => a.x - b.x);
  const points = [];
  for (const t of named.filter(t => t.kind === 'month' && t.line !== undefined)) {
    const year = years.filter(y => y.x <= t.x + 0.1).at(-1);
    if (year) points.push({ x: t.line, day: Date.UTC(Number(year.text), months.indexOf(t.text.toLowerCase().slice(0, 3)), 1) / 86_400_000 });
  }
  if (points.length === 0) for (const y of years.filter(y => y.line !== undefined)) points.push({ x: y.line, day: day(`${y.text}-01-01`) });
  points.sort((a, b) => a.x - b.x);
  const [a, b] = [points[0], points.at(-1)];
  if (!a || a === b) return null;
  return at => a.x + ((b.x - a.x) * (at - a.day)) / (b.day - a.day);
}

function check(svg, rows) {
  const x = scale(svg);
  if (!x) return [{ rule: 'tidslinje-akse', text: 'tidslinjen har for få navne på måneder og år' }];
  const near = (a, b) => Math.abs(a - b) * svg.unit <= allowed;
  const faults = [];
  const wrong = (row, what, want, got) => faults.push({ rule: 'tidslinje-forkert-sted', place: row.name, text: `${what} skulle stå ved ${want.toFixed(1)}, men står ved ${got?.toFixed(1) ?? 'ingenting'}` });

  const periods = rows.filter(r => r.evaluation?.from && r.evaluation?.to);
  const bars = svg.rects.filter(r => r.kind === 'bar').sort((a, b) => a.y - b.y);
  const whiskers = strokes(svg, 'whisker').flat();
  if (bars.length !== periods.length) faults.push({ rule: 'tidslinje-bjælker', text: `${bars.length} bjælker, men ${periods.length} perioder` });
  else for (const [i, row] of periods.entries()) {
    const inner = certain(row.evaluation);
    const middle = bars[i].y + bars[i].height / 2;
    const ends = whiskers.filter(p => Math.abs(p.y - middle) <= bars[i].height).map(p => p.x).concat(bars[i].x, bars[i].x + bars[i].width);
    const [from, to] = [x(day(row.evaluation.from)), x(day(row.evaluation.to) + 1)];
    if (!near(Math.min(...ends), from)) wrong(row, 'periodens begyndelse', from, Math.min(...ends));
    if (!near(Math.max(...ends), to)) wrong(row, 'periodens slutning', to, Math.max(...ends));
    if (inner && !near(bars[i].x, x(inner.from))) wrong(row, 'bjælkens begyndelse', x(inner.from), bars[i].x);
    if (inner && !near(bars[i].x + bars[i].width, x(inner.to))) wrong(row, 'bjælkens slutning', x(inner.to), bars[i].x + bars[i].width);
  }

  const reports = rows.filter((r, i) => r.report?.due?.from && r.report.due.to && !(i > 0 && rows[i - 1].report?.joint_with?.includes(r.id)));
  const diamonds = strokes(svg, 'diamond').map(s => ({ x: (Math.min(...s.map(p => p.x)) + Math.max(...s.map(p => p.x))) / 2, y: s[0].y })).sort((a, b) => a.y - b.y);
  if (diamonds.length !== reports.length) faults.push({ rule: 'tidslinje-ruder', text: `${diamonds.length} ruder, men ${reports.length} rapporter` });
  else for (const [i, row] of reports.entries()) {
    const want = x((day(row.report.due.from) + day(row.report.due.to) + 1) / 2);
    if (!near(diamonds[i].x, want)) wrong(row, 'rapporten', want, diamonds[i].x);
  }
  return faults;
}

// certain are the days that a period covers whatever its vague ends mean:
// »medio marts - ultimo september« covers 20 March to 21 September.
function certain({ words, from, to }) {
  const ends = words.toLowerCase().split(/\s+[-–]\s+/).map(w => w.match(/^(primo|medio|ultimo)\s/)?.[1]);
  if (ends.length !== 2 || ends.some(e => !e)) return null;
  const last = { primo: 10, medio: 20, ultimo: new Date(Date.UTC(from.slice(0, 4), Number(from.slice(5, 7)), 0)).getUTCDate() }[ends[0]];
  const first = { primo: 1, medio: 11, ultimo: 21 }[ends[1]];
  return { from: day(from.slice(0, 8) + String(last).padStart(2, '0')), to: day(to.slice(0, 8) + String(first).padStart(2, '0')) + 1 };
}
