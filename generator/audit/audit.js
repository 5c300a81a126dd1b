'use strict';
// The command behind make audit.
//
//   node audit.js FOLDER [--out FOLDER] [--headers FILE] [--all] [--only CHECK,CHECK]
//
// Exits with 0 when nothing is wrong, 1 when something is, 2 when it cannot run.

const fs = require('fs');
const path = require('path');
const { parseArgs } = require('util');
const { Folder } = require('./folder');
const { run } = require('./run');
const report = require('./report');

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: '.cache/audit' }, headers: { type: 'string' }, all: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  const dir = path.resolve(positionals[0] ?? 'public');
  if (!fs.existsSync(path.join(dir, 'index.html'))) throw new Error(`${dir} is no built site: it has no index.html`);
  const began = Date.now();
  const result = await run(new Folder(dir), { headers: values.headers, all: values.all, only: values.only?.split(','), log: line => process.stderr.write(line + '\n') });
  const facts = report.write(result, values.out);
  for (const line of report.grouped(facts.faults)) process.stdout.write(line + '\n');
  const pages = `${facts.pages.inBrowser.length} af ${facts.pages.total} sider i browseren`;
  process.stdout.write(`${dir}: ${facts.faults.length} fejl, ${pages}, ${((Date.now() - began) / 1000).toFixed(0)} s; ${path.join(values.out, 'rapport.txt')}\n`);
  process.exitCode = facts.faults.length > 0 ? 1 : 0;
}

main().catch(error => {
  process.stderr.write(`audit: ${error.message}\n`);
  process.exitCode = 2;
});
