'use strict';
// Text keeps its place when the window is narrow, the text large or the lines
// far apart.

const spacing = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';
const large = ':root { font-size: 200% !important }';

// The situations, and what a reader of each would call it.
const situations = [
  { mode: 'lys, 320 × 256 px', width: 320, height: 256, criteria: ['1.4.10'] },
  { mode: '320 px, afstand mellem tegn og linjer', width: 320, height: 640, css: spacing, criteria: ['1.4.12'] },
  { mode: '1280 px, afstand mellem tegn og linjer', width: 1280, height: 900, css: spacing, criteria: ['1.4.12'] },
  { mode: '640 px: 1280 px forstørret til 200 %', width: 640, height: 450, criteria: ['1.4.4'] },
  { mode: '1280 px, skrift på 200 %', width: 1280, height: 900, css: large, grows: true, criteria: ['1.4.4'] },
  { mode: '320 px, skrift på 200 %', width: 320, height: 640, css: large, scrolls: true, criteria: ['1.4.4'] },
];

module.exports = {
  name: 'tekst',
  title: 'Tekst bliver på siden ved 320 pixel, ved 200 % og med større afstand',
  criteria: situations.flatMap(s => s.criteria),
  async page(tab, page) {
    const faults = [];
    await tab.visit(page.address);
    const before = await tab.evaluate(sizes);
    for (const { mode, width, height, css, grows, scrolls, criteria } of situations) {
      await tab.show({ width, height });
      await tab.evaluate(restyle, css ?? '');
      const found = await tab.evaluate(look, Boolean(scrolls));
      if (grows) found.push(...small(before, await tab.evaluate(sizes)));
      faults.push(...found.map(f => ({ ...f, page, mode, criteria })));
    }
    await tab.evaluate(restyle, '');
    return faults;
  },
};

function restyle(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

// sizes are the sizes of all text outside drawings.
function sizes() {
  const found = [];
  for (const e of document.body.querySelectorAll('*:not(svg, svg *)')) {
    if ([...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) found.push({ size: parseFloat(getComputedStyle(e).fontSize), place: `${e.tagName.toLowerCase()} »${e.textContent.trim().slice(0, 40)}«` });
  }
  return found;
}

// small names what has not grown. What was very large before need not double.
function small(before, after) {
  return before.filter((b, i) => b.size < 40 && after[i].size < b.size * 1.5).slice(0, 5).map(b => ({ rule: 'skrift-vokser-ikke', place: b.place, text: `skriften på ${b.size} pixel bliver ikke større, når læseren beder om det` }));
}

// look finds what leaves the page, what is cut off, and text that lies on text.
function look(scrolls) {
  const faults = [];
  const place = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('') + ` »${e.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}«`;
  const root = document.documentElement;
  const hidden = e => { const s = getComputedStyle(e); return s.clipPath !== 'none' || (s.position === 'absolute' && (e.clientWidth <= 1 || e.clientHeight <= 1)); };
  if (!scrolls && root.scrollWidth > innerWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 && !e.closest('svg svg, svg *') && !inScroller(e)).pop();
    faults.push({ rule: 'ruller-sidelæns', place: wide ? place(wide) : '', text: `siden er ${root.scrollWidth} pixel bred i et vindue på ${innerWidth}` });
  }
  function inScroller(e) {
    for (let at = e.parentElement; at && at !== document.body; at = at.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return true;
    return false;
  }
  for (const e of document.body.querySelectorAll('*:not(svg, svg *)')) {
    const style = getComputedStyle(e);
    if (!e.checkVisibility() || hidden(e)) continue;
    const cut = axis => /hidden|clip/.test(style['overflow' + axis]);
    if ((cut('X') && e.scrollWidth > e.clientWidth + 1) || (cut('Y') && e.scrollHeight > e.clientHeight + 1)) faults.push({ rule: 'afskåret', place: place(e), text: `indholdet er ${e.scrollWidth} × ${e.scrollHeight} pixel i et felt på ${e.clientWidth} × ${e.clientHeight}` });
    if (style.textOverflow === 'ellipsis' && e.scrollWidth > e.clientWidth) faults.push({ rule: 'afskåret', place: place(e), text: 'teksten er afkortet med prikker' });
  }
  return [...faults, ...overlaps()];

  function overlaps() {
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true }) || parent.closest('title, desc, script, style')) continue;
      if (floats(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const whole of range.getClientRects()) {
        const r = seen(whole, parent);
        const third = r.height / 3; // the room of the small letters: lines may stand close
        if (r.width > 1 && r.height > 1) lines.push({ parent, text: node.data.trim().slice(0, 30), left: r.left + 1, right: r.right - 1, top: r.top + third, bottom: r.bottom - third });
      }
    }
    lines.sort((a, b) => a.top - b.top);
    const found = [];
    for (let i = 0; i < lines.length && found.length < 5; i++) {
      for (let j = i + 1; j < lines.length && lines[j].top < lines[i].bottom; j++) {
        const [a, b] = [lines[i], lines[j]];
        if (a.left < b.right && b.left < a.right) found.push({ rule: 'tekst-på-tekst', place: place(a.parent), text: `»${a.text}« ligger på »${b.text}«` });
      }
    }
    return found;
  }

  // seen is the part of a box that is not scrolled out of sight.
  function seen(box, e) {
    let { left, right, top, bottom } = box;
    for (let at = e; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const room = at.getBoundingClientRect();
      if (/auto|scroll|hidden|clip/.test(style.overflowX)) [left, right] = [Math.max(left, room.left), Math.min(right, room.right)];
      if (/auto|scroll|hidden|clip/.test(style.overflowY)) [top, bottom] = [Math.max(top, room.top), Math.min(bottom, room.bottom)];
    }
    return { left, right, top, bottom, width: right - left, height: bottom - top };
  }

  // floats: text that stays in place while the page scrolls lies over other text by intent, and
  // what is hidden from the eye lies anywhere.
  function floats(e) {
    for (let at = e; at && at !== document.body; at = at.parentElement) {
      if (/fixed|sticky/.test(getComputedStyle(at).position) || hidden(at)) return true;
      if (at.tagName !== 'svg' && /auto|scroll/.test(getComputedStyle(at).overflowX)) return false;
    }
    return false;
  }
}
