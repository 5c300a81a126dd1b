'use strict';
// Measures drawings: what stands where in an svg element, in its own units, and
// how large such a unit is on the screen. Knows nothing of what is drawn.

// measure runs in the page and returns all visible drawings of an element.
function measure(selector) {
  return [...document.querySelectorAll(selector)].map(holder => [...holder.querySelectorAll('svg[role=img]')].filter(svg => svg.checkVisibility()).map(svg => {
    const of = (wanted, pick) => [...svg.querySelectorAll(wanted)].map(pick);
    const classOf = e => e.getAttribute('class') ?? e.parentElement.getAttribute('class') ?? '';
    return {
      unit: svg.getScreenCTM().a,
      name: svg.getAttribute('class'),
      texts: of('text', e => ({ kind: classOf(e), text: e.textContent, x: e.x.baseVal[0].value, y: e.y.baseVal[0].value, anchor: e.getAttribute('text-anchor') ?? 'start' })),
      circles: of('circle', e => ({ kind: classOf(e), x: e.cx.baseVal.value, y: e.cy.baseVal.value })),
      rects: of('rect', e => ({ kind: classOf(e), x: e.x.baseVal.value, y: e.y.baseVal.value, width: e.width.baseVal.value, height: e.height.baseVal.value })),
      paths: of('path', e => ({ kind: classOf(e), d: e.getAttribute('d') })),
    };
  }));
}

// vertices returns the strokes of a path as lists of points. It knows the commands M, L, H, V
// and Z, in both cases.
function vertices(d) {
  const strokes = [];
  let x = 0, y = 0;
  for (const [, command, numbers] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const n = (numbers.match(/-?(\d*\.\d+|\d+)/g) ?? []).map(Number);
    const relative = command === command.toLowerCase();
    const kind = command.toUpperCase();
    if (!'MLHVZ'.includes(kind)) throw new Error(`a path has the command ${command}, which the audit does not know`);
    for (let i = 0; i < n.length; i += 'HV'.includes(kind) ? 1 : 2) {
      const [dx, dy] = kind === 'H' ? [n[i], null] : kind === 'V' ? [null, n[i]] : [n[i], n[i + 1]];
      if (dx !== null) x = relative ? x + dx : dx;
      if (dy !== null) y = relative ? y + dy : dy;
      if (kind === 'M' && i === 0) strokes.push([]);
      strokes.at(-1).push({ x, y });
    }
  }
  return strokes;
}

// strokes are those of all paths of a kind.
const strokes = (svg, kind) => svg.paths.filter(p => p.kind === kind).flatMap(p => vertices(p.d));

// day numbers the days, so that dates can be subtracted.
const day = iso => Date.parse(iso + 'T00:00:00Z') / 86_400_000;

// monthStart numbers the first day of the month that is n after a date's.
function monthStart(iso, n = 0) {
  const [year, month] = iso.split('-').map(Number);
  return Date.UTC(year, month - 1 + n, 1) / 86_400_000;
}

module.exports = { measure, vertices, strokes, day, monthStart };
