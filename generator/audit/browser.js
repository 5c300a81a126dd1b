'use strict';
// Finds Chromium, starts it once, and opens tabs that look at a page as one
// reader or another does.

const { execFileSync } = require('child_process');
const puppeteer = require('puppeteer-core');

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch { /* the next */ }
  }
  throw new Error('no Chromium: install it (Debian: apt-get install chromium), or say where it is: CHROMIUM=/path');
}

async function start() {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    timeout: 120_000,
    protocolTimeout: 300_000,
    args: [...sandbox, '--disable-gpu', '--no-proxy-server', '--disable-component-update', '--disable-quic', '--force-color-profile=srgb', '--lang=da'],
  });
}

// looks are the readers' ways of seeing a page.
const looks = {
  lys: { scheme: 'light' },
  mørk: { scheme: 'dark' },
  'tvungne farver': { scheme: 'dark', forced: true },
  udskrift: { scheme: 'light', print: true },
};

const widths = [320, 1280];

// Tab is one tab of the browser. It remembers what the page asked for and said
// since the last visit.
class Tab {
  static async open(browser, origin) {
    const tab = new Tab();
    tab.origin = origin;
    tab.page = await browser.newPage();
    tab.page.setDefaultTimeout(120_000);
    tab.cdp = await tab.page.createCDPSession();
    await tab.cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await tab.page.evaluateOnNewDocument(watch);
    tab.forget();
    tab.page.on('request', r => { tab.asked.push(r.url()); tab.open.add(r); });
    for (const end of ['requestfinished', 'requestfailed']) tab.page.on(end, r => tab.open.delete(r));
    tab.page.on('response', r => { if (r.status() >= 400) tab.failed.push(`${r.status()} ${r.url()}`); });
    tab.page.on('requestfailed', r => tab.failed.push(`${r.failure()?.errorText} ${r.url()}`));
    tab.page.on('console', message => tab.said.push(message.text()));
    tab.page.on('pageerror', error => tab.said.push(String(error)));
    return tab;
  }

  forget() {
    this.asked = [];
    this.open = new Set(); // requests without an end
    this.failed = [];
    this.said = [];
  }

  async visit(address, { width = 1280, height = 900, look = 'lys', scripts = true } = {}) {
    await this.page.setJavaScriptEnabled(scripts);
    await this.show({ width, height, look });
    await this.page.goto('about:blank'); // so that an address with the same page and another anchor is loaded too
    this.forget();
    await this.page.goto(this.origin + address, { waitUntil: 'load' });
  }

  // quiet waits until the page has asked for nothing for a while and has all that it asked
  // for. The browser never tells the end of what a visit before this one left (a manifest,
  // mostly), so that waitForNetworkIdle might wait for ever.
  async quiet(idle = 200, limit = 30_000) {
    const began = Date.now();
    for (let since = began, asked = -1; Date.now() - since < idle; await new Promise(done => setTimeout(done, 20))) {
      if (this.open.size > 0 || this.asked.length !== asked) [since, asked] = [Date.now(), this.asked.length];
      if (Date.now() - began > limit) throw new Error(`still asking after ${limit} ms: ${[...this.open].map(r => r.url()).join(', ')}`);
    }
  }

  // show changes size and look without loading the page again.
  async show({ width = 1280, height = 900, look = 'lys' }) {
    const { scheme, forced, print } = looks[look];
    await this.page.setViewport({ width, height });
    await this.cdp.send('Emulation.setEmulatedMedia', {
      media: print ? 'print' : 'screen',
      features: [
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'forced-colors', value: forced ? 'active' : 'none' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
  }

  evaluate(what, ...args) {
    return this.page.evaluate(what, ...args);
  }

  // key presses a key once.
  async key(key, code = key) {
    const numbers = { Tab: 9, Enter: 13 };
    const event = { key, code, windowsVirtualKeyCode: numbers[key], ...(key === 'Enter' ? { text: '\r' } : {}) };
    await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
    await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event, text: undefined });
  }

  close() {
    return this.page.close();
  }
}

// watch runs in every page before the page's own scripts.
function watch() {
  window.auditViolations = [];
  window.auditShifts = [];
  document.addEventListener('securitypolicyviolation', e => window.auditViolations.push(`${e.violatedDirective}: ${e.blockedURI || e.sourceFile}`));
  new PerformanceObserver(list => {
    for (const { value, sources } of list.getEntries()) {
      const moved = sources.map(({ node }) => node?.textContent?.trim().slice(0, 40)).filter(Boolean);
      window.auditShifts.push(`${value.toFixed(4)} ved ${moved.map(text => `»${text}«`).join(', ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

module.exports = { start, findChromium, Tab, looks, widths };
