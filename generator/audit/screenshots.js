'use strict';
// Takes pictures of every kind of page, for people to look at.
//
//   node screenshots.js FOLDER [--out FOLDER] [--headers FILE] [--all]

const fs = require('fs');
const path = require('path');
const { parseArgs } = require('util');
const { Folder } = require('./folder');
const { serve, findHeaders } = require('./server');
const { start, Tab } = require('./browser');

const paper = 794; // pixels: the width of A4

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: '.cache/screenshots' }, headers: { type: 'string' }, all: { type: 'boolean', default: false } },
  });
  const folder = new Folder(path.resolve(positionals[0] ?? 'public'));
  fs.mkdirSync(values.out, { recursive: true });
  const server = await serve(folder, findHeaders(folder, values.headers));
  const browser = await start();
  try {
    const tab = await Tab.open(browser, server.origin);
    for (const page of values.all ? folder.staying : folder.sample()) {
      await picture(tab, page, values.out);
      process.stderr.write(page.address + '\n');
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function picture(tab, page, out) {
  const name = page.name.replace(/\/?index\.html$/, '').replace(/\.html$/, '').replaceAll('/', '-') || 'forside';
  const file = ending => path.join(out, `${name}-${ending}`);
  await tab.visit(page.address);
  for (const [look, word] of [['lys', 'light'], ['mørk', 'dark'], ['tvungne farver', 'forced']]) {
    for (const width of [320, 768, 1280]) {
      await tab.show({ width, look });
      await tab.page.screenshot({ path: file(`${width}-${word}.png`), fullPage: true });
    }
  }
  await tab.show({ width: paper, height: 1123, look: 'udskrift' });
  await tab.page.screenshot({ path: file('print.png'), fullPage: true });
  await tab.page.pdf({ path: file('print.pdf'), format: 'A4', preferCSSPageSize: true, displayHeaderFooter: false });
}

main().catch(error => {
  process.stderr.write(`screenshots: ${error.message}\n`);
  process.exitCode = 2;
});
