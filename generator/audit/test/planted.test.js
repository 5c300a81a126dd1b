'use strict';
// The test of the test: the good site has no fault, and each planted fault is seen by the check that should.

const { test, before, after } = require('node:test');
const assert = require('node:assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { Folder } = require('../folder');
const { run } = require('../run');
const { start } = require('../browser');
const checks = require('../checks');
const planted = require('./planted');

const good = path.join(__dirname, 'site');
let browser, room;

before(async () => {
  browser = await start();
  room = fs.mkdtempSync(path.join(os.tmpdir(), 'audit-'));
});

after(async () => {
  await browser.close();
  fs.rmSync(room, { recursive: true });
});

test('the good site has no fault', async () => {
  const { faults } = await run(new Folder(good), { browser });
  assert.deepStrictEqual(faults, []);
});

test('every check has a planted fault', () => {
  for (const check of checks) assert.ok(planted.some(p => p.check === check.name), check.name);
});

for (const [i, fault] of planted.entries()) {
  test(`${fault.check} sees ${fault.rule} in ${fault.file} (${i + 1})`, async () => {
    const folder = new Folder(plant(path.join(room, String(i)), fault));
    const touched = folder.pages.filter(p => p.name === fault.file);
    folder.sample = () => (touched.length ? touched : folder.pages.filter(p => relies(p, fault.file)));
    const { faults } = await run(folder, { only: [fault.check], browser });
    assert.ok(faults.some(f => f.rule === fault.rule), `found ${JSON.stringify(faults)}`);
  });
}

function plant(dir, { file, from, to, script }) {
  fs.cpSync(good, dir, { recursive: true });
  const text = fs.readFileSync(path.join(dir, file), 'utf8');
  assert.ok(text.includes(from), `${file} has no ${from}`);
  fs.writeFileSync(path.join(dir, file), text.replace(from, () => to));
  if (script) fs.writeFileSync(path.join(dir, 'fault.js'), script);
  return dir;
}

// relies says which pages to look at when the fault is in another file than a page.
function relies(page, file) {
  if (file.startsWith('emner/')) return page.name === 'emner/index.html';
  if (file.startsWith('tal/')) return page.name === 'tal/index.html';
  return ['index.html', 'moede/index.html', 'tal/index.html', 'emner/index.html'].includes(page.name);
}
