'use strict';
// Without JavaScript a page says the same.

module.exports = {
  name: 'uden-javascript',
  title: 'Siden siger det samme uden JavaScript',
  criteria: [],
  async page(tab, page) {
    await tab.visit(page.address);
    const on = await tab.evaluate(lines);
    await tab.visit(page.address, { scripts: false });
    const off = await tab.evaluate(lines);
    await tab.page.setJavaScriptEnabled(true);
    const fault = (rule, text) => ({ page, rule, text });
    return [
      ...missing(on, off).map(line => fault('kun-med-javascript', `»${line}« ses kun med JavaScript`)),
      ...missing(off, on).map(line => fault('kun-uden-javascript', `»${line}« ses kun uden JavaScript`)),
    ];
  },
};

function missing(from, among) {
  const left = [...among];
  return from.filter(line => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

// lines are the texts that a reader sees. What a script puts in to be operated, and
// what tells that scripts are off, belongs to neither.
function lines() {
  const found = [];
  const controls = [...document.querySelectorAll('[aria-labelledby]')].filter(e => e.querySelector('button, input, select'));
  const labels = new Set(controls.flatMap(e => e.getAttribute('aria-labelledby').split(/\s+/)).map(id => document.getElementById(id)));
  const names = e => { for (let at = e; at; at = at.parentElement) if (labels.has(at)) return true; return false; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.replace(/\s+/g, ' ').trim();
    const parent = node.parentElement;
    if (!text || parent.closest('script, style, noscript, button, form, [role=status], [hidden]') || names(parent)) continue;
    if (parent.checkVisibility() || parent.closest('details:not([open])')) found.push(text);
  }
  return found;
}
