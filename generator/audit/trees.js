'use strict';
// Keeps what a screen reader is given of each kind of page: role, name and
// order. A person reads the difference when it changes.
//
//   node trees.js FOLDER EXPECTED [--update]

const fs = require('fs');
const path = require('path');
const { parseArgs } = require('util');
const { Folder } = require('./folder');
const { serve } = require('./server');
const { start, Tab } = require('./browser');

// What carries neither structure nor a name of its own.
const silent = new Set(['none', 'generic', 'InlineTextBox', 'LineBreak', 'ListMarker', 'SvgRoot', 'StaticText', 'strong', 'emphasis', 'superscript', 'subscript']);

async function tree(tab, page) {
  await tab.visit(page.address);
  const { nodes } = await tab.cdp.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map(n => [n.nodeId, n]));
  const lines = [];
  const walk = (node, depth) => {
    const role = node.role?.value ?? '';
    const name = (node.name?.value ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
    const shown = !node.ignored && !(silent.has(role) && !(role === 'SvgRoot' && name));
    if (shown) lines.push('  '.repeat(depth) + [role, role === 'heading' && level(node), name && `»${name}«`].filter(Boolean).join(' '));
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id), depth + (shown ? 1 : 0));
  };
  walk(nodes[0], 0);
  return lines.join('\n') + '\n';
}

const level = node => node.properties?.find(p => p.name === 'level')?.value.value;

// fileOf is the name of a page's expected tree.
const fileOf = page => (page.name.replace(/\/?index\.html$/, '').replace(/\.html$/, '').replaceAll('/', '-') || 'forside') + '.txt';

async function trees(folder) {
  const server = await serve(folder, []);
  const browser = await start();
  try {
    const tab = await Tab.open(browser, server.origin);
    const found = new Map();
    for (const page of folder.sample()) found.set(fileOf(page), await tree(tab, page));
    return found;
  } finally {
    await browser.close();
    await server.close();
  }
}

// compare tells how the trees differ from the expected ones, first line first.
function compare(found, dir) {
  const expected = fs.existsSync(dir) ? fs.readdirSync(dir).filter(n => n.endsWith('.txt')) : [];
  const faults = expected.filter(n => !found.has(n)).map(n => `${path.join(dir, n)}: the page is not among those looked at`);
  for (const [name, text] of found) {
    const file = path.join(dir, name);
    const [want, got] = [fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [], text.split('\n')];
    const at = got.findIndex((line, i) => line !== want[i]);
    if (at >= 0 || got.length !== want.length) faults.push(`${file}:${at + 1}: expected ${JSON.stringify(want[at])}, found ${JSON.stringify(got[at])}`);
  }
  return faults;
}

function update(found, dir) {
  fs.rmSync(dir, { recursive: true, force: true });
  fs.mkdirSync(dir, { recursive: true });
  for (const [name, text] of found) fs.writeFileSync(path.join(dir, name), text);
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { update: { type: 'boolean', default: false } } });
  const found = await trees(new Folder(positionals[0]));
  if (values.update) return update(found, positionals[1]);
  const faults = compare(found, positionals[1]);
  for (const fault of faults) process.stdout.write(fault + '\n');
  if (faults.length > 0) process.stdout.write('what a screen reader is given has changed: make golden, and read the diff\n');
  process.exitCode = faults.length > 0 ? 1 : 0;
}

if (require.main === module) {
  main().catch(error => {
    process.stderr.write(`trees: ${error.message}\n`);
    process.exitCode = 2;
  });
}

module.exports = { trees, compare };
