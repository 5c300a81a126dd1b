'use strict';
// Runs the checks on a folder and returns what they found. A check has a name, a
// title, the criteria that it tests, and one or more of
//
//   rules(page, folder)                 reads one page
//   site(folder)                        reads what is no page, or all pages together
//   folder(folder)                      the same, but takes its time
//   page(tab, page, notes, folder)      looks at one page in the browser
//
// each of which returns faults: { page, rule, text, place, mode, criteria }.

const checks = require('./checks');
const { serve, findHeaders } = require('./server');
const { canServe, serveByNginx } = require('./nginx');
const { start, Tab } = require('./browser');
const axe = require('./checks/axe');

const tabs = 2; // at a time: as many as a small machine has processors

// Notes is what checks tell beside faults.
class Notes {
  constructor() {
    this.criteria = new Set();
    this.doubts = new Map();
    this.tested = criterion => this.criteria.add(criterion);
  }

  // criterion takes a tag of axe, wcag143.
  criterion(tag) {
    axe.criteriaOf([tag]).forEach(this.tested);
  }

  // unsure is what a tool leaves to people's judgement.
  unsure(page, { rule, text }) {
    const doubt = this.doubts.get(rule) ?? { rule, text, pages: new Set() };
    doubt.pages.add(page.address);
    this.doubts.set(rule, doubt);
  }
}

async function run(folder, { headers, all = false, only, browser, log = () => {} } = {}) {
  const chosen = checks.filter(c => !only || only.includes(c.name));
  const pages = all ? folder.staying : folder.sample();
  const notes = new Notes();
  const faults = [];
  for (const page of folder.pages) for (const check of chosen) faults.push(...(check.rules?.(page, folder) ?? []).map(f => finish(check, f)));
  for (const check of chosen) faults.push(...(check.site?.(folder) ?? []).map(f => finish(check, f)));
  const slow = Promise.all(chosen.filter(c => c.folder).map(async check => (await check.folder(folder)).map(f => finish(check, f))));
  slow.catch(() => {}); // thrown where it is awaited
  const inBrowser = chosen.filter(c => c.page);
  let browserVersion;
  if (inBrowser.length > 0) {
    const found = await browse(folder, pages, inBrowser, { headers, notes, log, shared: browser });
    faults.push(...found.faults);
    browserVersion = found.version;
  }
  faults.push(...(await slow).flat());
  for (const check of chosen) check.criteria.forEach(notes.tested);
  return { folder, pages, checks: chosen, faults, notes, browserVersion };
}

async function browse(folder, pages, inBrowser, { headers, notes, log, shared }) {
  const server = canServe(folder) ? await serveByNginx(folder) : await serve(folder, findHeaders(folder, headers));
  log(`${folder.pages.length} sider vises af ${server.name}`);
  const browser = shared ?? (await start());
  try {
    const queue = [...pages];
    const faults = [];
    let done = 0;
    const work = async () => {
      let tab = await Tab.open(browser, server.origin);
      for (let page = queue.shift(); page; page = queue.shift()) {
        let found;
        try {
          found = await look(tab, page, inBrowser, notes, folder);
        } catch (error) { // of a tool or the browser, not of the page: once more in a new tab
          log(error.message);
          await tab.close().catch(() => {});
          tab = await Tab.open(browser, server.origin);
          found = await look(tab, page, inBrowser, notes, folder);
        }
        faults.push(...found);
        log(`${++done}/${pages.length} ${page.address}${found.length ? `: ${found.length} fejl` : ''}`);
      }
      await tab.close();
    };
    await Promise.all(Array.from({ length: Math.min(tabs, pages.length) }, work));
    return { faults, version: await browser.version() };
  } finally {
    if (!shared) await browser.close();
    await server.close();
  }
}

async function look(tab, page, inBrowser, notes, folder) {
  const faults = [];
  for (const check of inBrowser) {
    try {
      faults.push(...(await check.page(tab, page, notes, folder)).map(f => finish(check, f)));
    } catch (error) {
      throw new Error(`the check ${check.name} broke on ${page.address}: ${error.stack}`);
    }
  }
  return faults;
}

const finish = (check, fault) => ({ check: check.name, criteria: check.criteria, mode: '', place: '', ...fault, page: fault.page.address });

module.exports = { run };
