'use strict';
// What a reader has to wait for is light.

const zlib = require('zlib');
const m = require('../markup');

// The limits in bytes, a kB being 1000: of the issue and the design brief.
const limits = { firstPaint: 25_000, text: 15_000, style: 10_000, page: 100_000 };

module.exports = {
  name: 'vægt',
  title: 'Siderne er lette at hente',
  criteria: [],
  limits,
  rules(page, folder) {
    return [...check(folder, page, sizes(folder))];
  },
  site(folder) {
    return [...styles(folder, sizes(folder))];
  },
};

// sizes remembers what each file of a folder weighs when packed.
const known = new WeakMap();

function sizes(folder) {
  if (!known.has(folder)) known.set(folder, new Map());
  const packed = known.get(folder);
  return name => packed.get(name) ?? packed.set(name, brotli(folder.bytes(name))).get(name);
}

// brotli packs a little worse than a host can at best, and ten times faster.
const brotli = bytes => zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

function* check(folder, page, size) {
  const html = size(page.name);
  if (html > limits.page) yield { page, rule: 'stor-side', text: `siden fylder ${html} byte pakket; højst ${limits.page}` };
  const head = m.first(page.tree, 'head');
  for (const script of m.all(page.tree, n => n.tagName === 'script' && m.attr(n, 'src') !== undefined)) {
    const waits = m.attr(script, 'async') === undefined && m.attr(script, 'defer') === undefined && m.attr(script, 'type') !== 'module';
    if (waits) yield { page, rule: 'script-standser', place: m.place(script), text: 'scriptet skal hentes, før siden vises' };
  }
  const text = Buffer.byteLength(m.words(m.first(page.tree, 'main') ?? page.tree));
  if (text > limits.text) return;
  const needed = m.all(head, n => n.tagName === 'link' && /^(stylesheet|preload)$/.test(m.attr(n, 'rel') ?? '')).map(n => folder.find(m.attr(n, 'href'), page.address)).filter(Boolean);
  const paint = html + needed.reduce((sum, name) => sum + size(name), 0);
  if (paint > limits.firstPaint) yield { page, rule: 'første-visning', text: `siden med stilark fylder ${paint} byte pakket; højst ${limits.firstPaint}` };
}

function* styles(folder, size) {
  for (const name of folder.names.filter(n => n.endsWith('.css'))) {
    if (size(name) > limits.style) yield { page: { address: folder.root + name }, rule: 'stort-stilark', text: `stilarket fylder ${size(name)} byte pakket; højst ${limits.style}` };
  }
}
