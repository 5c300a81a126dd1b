'use strict';
// A page asks only its own host, breaks no policy, says nothing in the console,
// leaves nothing on the reader's machine and does not move while it loads.

module.exports = {
  name: 'trafik',
  title: 'Én vært, ingen brud på sikkerhedspolitikken, tom konsol, ingen cookies, ingen forskydning',
  criteria: [],
  async page(tab, page) {
    await tab.visit(page.address, { width: 320, height: 640 });
    await tab.quiet();
    await tab.evaluate(scrollThrough);
    const { violations, shifts, stored } = await tab.evaluate(state);
    const { cookies } = await tab.cdp.send('Network.getAllCookies');
    const fault = (rule, text) => ({ page, rule, text, mode: 'lys, 320 px' });
    return [
      ...tab.asked.filter(url => !url.startsWith(tab.origin + '/')).map(url => fault('anden-vært', `siden henter ${url}`)),
      ...tab.failed.map(what => fault('hentning', `kunne ikke hentes: ${what}`)),
      ...violations.map(what => fault('sikkerhedspolitik', `brud på sikkerhedspolitikken: ${what}`)),
      ...tab.said.map(what => fault('konsol', `konsollen: ${what}`)),
      ...cookies.map(cookie => fault('cookie', `siden sætter cookien ${cookie.name}`)),
      ...stored.map(what => fault('lager', `siden gemmer i ${what}`)),
      ...shifts.map(what => fault('forskydning', `siden forskydes, mens den hentes: ${what}`)),
    ];
  },
};

async function scrollThrough() {
  const frame = () => new Promise(done => requestAnimationFrame(done));
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await frame();
  }
  scrollTo(0, 0);
  await frame();
  await frame();
}

async function state() {
  const stored = [];
  if (localStorage.length > 0) stored.push('localStorage');
  if (sessionStorage.length > 0) stored.push('sessionStorage');
  if ((await indexedDB.databases()).length > 0) stored.push('IndexedDB');
  if ((await caches.keys()).length > 0) stored.push('Cache');
  if ((await navigator.serviceWorker.getRegistrations()).length > 0) stored.push('Service Worker');
  return { violations: window.auditViolations, shifts: window.auditShifts, stored };
}
