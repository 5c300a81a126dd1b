'use strict';
// Somebody who uses only the keyboard reaches everything in order, sees where
// he is, and can jump to the content.

module.exports = {
  name: 'tastatur',
  title: 'Med tastaturet når man alt i rækkefølge og ser, hvor man er',
  criteria: ['2.1.1', '2.1.2', '2.4.1', '2.4.3', '2.4.7', '2.4.11', '1.4.11'],
  async page(tab, page) {
    const views = [{ width: 320, height: 640, look: 'lys' }, { width: 1280, look: 'mørk' }];
    const faults = [];
    for (const view of views) {
      await tab.visit(page.address, view);
      const found = await walk(tab);
      faults.push(...found.map(f => ({ ...f, page, mode: `${view.look}, ${view.width} px` })));
    }
    await tab.visit(page.address);
    faults.push(...(await skip(tab)).map(f => ({ ...f, page })));
    return faults;
  },
};

async function walk(tab) {
  const faults = [];
  const expected = await tab.evaluate(number);
  let last = -1;
  const reached = new Set();
  for (let step = 0; step < expected.length + 5; step++) {
    await tab.key('Tab');
    const at = await tab.evaluate(look);
    const again = at.number === expected[0]?.number && reached.size === expected.length;
    if (at.number === -1 || again) break; // out of the page, or round to its beginning
    if (step > expected.length) {
      faults.push({ rule: 'fælde', place: at.place, text: 'tastaturet kommer ikke ud af siden igen' });
      break;
    }
    if (at.number < last) faults.push({ rule: 'rækkefølge', place: at.place, text: 'står før det forrige i siden, men nås efter det' });
    last = at.number;
    reached.add(at.number);
    faults.push(...at.faults);
  }
  for (const e of expected.filter(e => !reached.has(e.number))) faults.push({ rule: 'nås-ikke', place: e.place, text: 'kan ikke nås med tastaturet' });
  return faults;
}

// number gives everything in the page its number, and returns what a
// reader should reach.
function number() {
  window.auditAll = [...document.querySelectorAll('*')];
  window.auditPlace = e => `${e.closest('nav, header, main, footer')?.tagName.toLowerCase() ?? ''} ${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''} »${e.textContent.trim().replace(/\s+/g, ' ').slice(0, 50)}«`;
  const wanted = 'a[href], button:not(:disabled), input:not([type=hidden]):not(:disabled), select, textarea, summary, [tabindex="0"]';
  return window.auditAll.map((e, number) => ({ e, number })).filter(({ e }) => e.matches(wanted) && e.checkVisibility({ visibilityProperty: true }))
    .map(({ e, number }) => ({ number, place: window.auditPlace(e) }));
}

// look judges how the element in focus is shown.
function look() {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return { number: -1 };
  const faults = [];
  const place = window.auditPlace(e);
  const fault = (rule, text) => faults.push({ rule, place, text });
  const style = getComputedStyle(e);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, under) => top.slice(0, 3).map((v, i) => v * top[3] + under[i] * (1 - top[3]));
  const ground = node => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) layers.unshift(rgba(getComputedStyle(at).backgroundColor));
    const dark = matchMedia('(prefers-color-scheme: dark)').matches && /dark/.test(getComputedStyle(document.documentElement).colorScheme);
    return layers.reduce((under, top) => over(top, under), dark ? [18, 18, 18] : [255, 255, 255]);
  };
  const light = colour => {
    const [r, g, b] = colour.map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);

  const wide = parseFloat(style.outlineWidth);
  if (style.outlineStyle === 'none' || wide < 2) fault('fokus-usynligt', `omridset er ${style.outlineStyle} ${style.outlineWidth}; mindst 2 pixel`);
  else {
    const neighbours = [ground(e.parentElement), ...(parseFloat(style.outlineOffset) < 0 ? [ground(e)] : [])];
    for (const under of neighbours) {
      const ratio = style.outlineStyle === 'auto' ? 21 : contrast(over(rgba(style.outlineColor), under), under);
      if (ratio < 3) fault('fokus-kontrast', `omridsets kontrast er ${ratio.toFixed(2)}; mindst 3`);
    }
  }
  // Words that flow around a link may share a line with it; only what is lifted off the page covers it.
  const lies = top => {
    if (e.contains(top)) return false;
    for (let at = top; at && !at.contains(e); at = at.parentElement) if (getComputedStyle(at).position !== 'static') return true;
    return false;
  };
  const box = [...e.getClientRects()].find(r => r.width > 0 && r.height > 0);
  if (!box) fault('fokus-uden-plads', 'det, der har fokus, fylder intet');
  else {
    const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1);
    const inset = Math.min(3, box.height / 2);
    for (const y of [box.top + inset, box.bottom - inset]) {
      const top = y >= 0 && y < innerHeight && document.elementFromPoint(x, y);
      const high = box.height > innerHeight / 2; // only its upper edge can be held in view
      if (!top) { if (!high) fault('fokus-uden-for', 'det, der har fokus, er uden for skærmen'); }
      else if (!high && lies(top)) fault('fokus-dækket', `det, der har fokus, er dækket af ${window.auditPlace(top)}`);
    }
  }
  return { number: window.auditAll.indexOf(e), place, faults };
}

async function skip(tab) {
  await tab.key('Tab');
  const first = await tab.evaluate(() => {
    const e = document.activeElement;
    const box = e.getBoundingClientRect();
    return { skips: e.tagName === 'A' && /^#./.test(e.getAttribute('href')), seen: box.left >= 0 && box.top >= 0 && box.width > 20 && box.height > 10 && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === e };
  });
  if (!first.skips) return [{ rule: 'springlink', text: 'det første Tab når, er ikke springlinket' }];
  if (!first.seen) return [{ rule: 'springlink', text: 'springlinket ses ikke, når det har fokus' }];
  await tab.key('Enter');
  await tab.key('Tab');
  const reached = await tab.evaluate(() => {
    const main = document.querySelector('main');
    const next = document.activeElement;
    return { hash: location.hash === '#' + main.id, within: Boolean(main.compareDocumentPosition(next) & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING)) };
  });
  return reached.hash && reached.within ? [] : [{ rule: 'springlink', text: 'springlinket flytter ikke fokus til indholdet' }];
}
