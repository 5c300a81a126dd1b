'use strict';
// What one clicks is at least 24 pixels each way, and 44 high in navigation.

module.exports = {
  name: 'mål',
  title: 'Links og knapper er store nok: 24 pixel, i navigation 44',
  criteria: ['2.5.8'],
  async page(tab, page) {
    const faults = [];
    await tab.visit(page.address);
    for (const width of [320, 1280]) {
      await tab.show({ width });
      faults.push(...(await tab.evaluate(small)).map(f => ({ ...f, page, mode: `lys, ${width} px` })));
    }
    return faults;
  },
};

function small() {
  const place = e => `${e.closest('nav, header, main, footer')?.tagName.toLowerCase() ?? ''} ${e.tagName.toLowerCase()} »${e.textContent.trim().replace(/\s+/g, ' ').slice(0, 50)}«`;
  const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(e => e.checkVisibility());
  const boxes = targets.map(e => e.getBoundingClientRect());
  const seen = b => b.width > 1 && b.height > 1 && b.right > 0 && b.bottom > -scrollY; // not a skip link out of sight
  // A link in a line of text may have the height of the line.
  const inText = e => {
    if (getComputedStyle(e).display !== 'inline') return false;
    const block = e.closest('p, li, dd, td, th, h1, h2, h3, h4, caption, figcaption, div');
    const around = [...block.childNodes].some(n => n !== e && !n.contains?.(e) && n.textContent.trim() && (n.nodeType === 3 || getComputedStyle(n).display.startsWith('inline')));
    return around || e.getClientRects().length > 1;
  };
  // Otherwise a circle of 24 pixels around a small target must not meet another target or such a circle.
  const alone = i => {
    const [x, y] = [boxes[i].x + boxes[i].width / 2, boxes[i].y + boxes[i].height / 2];
    return boxes.every((b, j) => {
      if (j === i || !seen(b)) return true;
      const [dx, dy] = [Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom)];
      if (Math.hypot(dx, dy) < 12) return false;
      const little = b.width < 24 || b.height < 24;
      return !little || Math.hypot(b.x + b.width / 2 - x, b.y + b.height / 2 - y) >= 24;
    });
  };
  const crumb = e => e.closest('nav')?.querySelector('ol [aria-current=page]');
  const faults = [];
  targets.forEach((e, i) => {
    const b = boxes[i];
    if (!seen(b)) return;
    if ((b.width < 23.5 || b.height < 23.5) && !inText(e) && !alone(i)) {
      faults.push({ rule: 'lille-mål', place: place(e), text: `målet er ${b.width.toFixed(1)} × ${b.height.toFixed(1)} pixel og ligger tæt på et andet` });
    } else if (e.closest('nav') && !crumb(e) && b.height < 43.5) {
      faults.push({ rule: 'lavt-mål-i-navigation', place: place(e), text: `målet er ${b.height.toFixed(1)} pixel højt; i navigation 44` });
    }
  });
  return faults;
}
