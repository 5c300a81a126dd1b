// Brings the page up to date without loading it anew: only what differs is
// exchanged, so that scroll, focus, typed text and opened parts stay.

const sheets = "link[rel~=stylesheet][href]";
const shown = `${sheets}, link[rel~=icon][href], img[src]`;

// When a file's bytes are new but its address is not, a query makes the
// browser fetch it: address → version.
const renewed = new Map();

// shows tells that the page has one of the changed files in it.
export function shows(files) {
  const changed = new Set(files);
  return [...document.querySelectorAll(shown)].some((element) => changed.has(addressOf(element)));
}

// refresh makes the page what the server now has at its address. It tells
// that the page is still this one, and not about to be loaded anew.
export async function refresh(own, change, version) {
  const [answer, { Idiomorph }] = await Promise.all([fetch(location.href, { cache: "no-cache" }), import("./idiomorph.js")]);
  if (answer.status >= 500) throw new Error(`${location.pathname}: ${answer.status}`);
  if (answer.redirected) {
    location.replace(answer.url + location.hash);
    return false;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (scripts(fresh) !== scripts(document)) {
    location.reload(); // a script runs as it should only on a page of its own
    return false;
  }
  renew(fresh, change, version);
  readAsWithScripts(fresh);
  await dress(fresh);
  const restore = [place(), focus()];
  Idiomorph.morph(document.documentElement, fresh.documentElement, {
    callbacks: {
      beforeNodeAdded: (node) => !isOurs(node, own),
      beforeNodeRemoved: (node) => !isOurs(node, own),
      beforeNodeMorphed: (old, node) => !isOurs(old, own) && !isOurs(node, own),
      beforeAttributeUpdated: (name, element) => !isReaders(name, element),
    },
  });
  for (const put of restore) put();
  return true;
}

// addressOf is where a file comes from, as events name it.
function addressOf(element) {
  const { pathname } = new URL(element.getAttribute("href") ?? element.getAttribute("src"), location.href);
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname; // no file has such an address
  }
}

function scripts(page) {
  return [...page.querySelectorAll("script[src]")].map((script) => script.getAttribute("src")).join("\n");
}

// renew points the fresh page at the newest bytes of the files it shows.
function renew(fresh, change, version) {
  const changed = new Set(change.files);
  for (const element of fresh.querySelectorAll(shown)) {
    const address = addressOf(element);
    if (change.unknown || changed.has(address)) renewed.set(address, version);
    if (!renewed.has(address)) continue;
    const name = element.hasAttribute("href") ? "href" : "src";
    const url = new URL(element.getAttribute(name), location.href);
    url.searchParams.set("preview", renewed.get(address));
    element.setAttribute(name, url.href);
  }
}

// readAsWithScripts undoes what a parser without scripts does to noscript.
function readAsWithScripts(fresh) {
  for (const part of fresh.querySelectorAll("noscript")) part.textContent = part.innerHTML;
}

// dress puts the stylesheets of the fresh page beside the old ones and waits
// until they are loaded; the old are taken off with the rest of the old page.
function dress(fresh) {
  const worn = [...document.head.querySelectorAll(sheets)];
  const wanted = [...fresh.head.querySelectorAll(sheets)];
  const loads = wanted.map((sheet, i) => {
    if (worn.some((old) => old.outerHTML === sheet.outerHTML)) return null;
    const link = document.importNode(sheet);
    return new Promise((loaded) => {
      link.onload = link.onerror = loaded;
      if (worn[i]) worn[i].after(link);
      else document.head.append(link);
    });
  });
  return Promise.all(loads);
}

// isOurs tells the preview's own parts of the page.
function isOurs(node, own) {
  return node.localName === "referat-preview" || node.localName === "referat-doubts" || Boolean((node.src || node.href)?.startsWith?.(own.href));
}

// isReaders tells what the reader has set and a new page must not undo.
function isReaders(name, element) {
  switch (name) {
    case "open":
      return element.localName === "details";
    case "value":
      return "defaultValue" in element && element.value !== element.defaultValue;
    case "checked":
      return element.checked !== element.defaultChecked;
    case "selected":
      return isChosen(element.closest("select"));
  }
  return false;
}

// isChosen tells that a list shows something else than it did at first.
function isChosen(list) {
  const first = [...(list?.options ?? [])].findIndex((option) => option.defaultSelected);
  return list?.selectedIndex !== Math.max(0, first);
}

// focus remembers where the reader's focus is. The element usually stays; where
// it does not, its like takes its place: the one with its id, or the link of
// the same number to the same address.
function focus() {
  const was = document.activeElement;
  if (!was || was === document.body) return () => {};
  const alike = was.id ? `[id="${CSS.escape(was.id)}"]` : `${was.localName}[href="${CSS.escape(was.getAttribute("href") ?? "")}"]`;
  const number = [...document.querySelectorAll(alike)].indexOf(was);
  return () => {
    if (document.activeElement === was) return;
    const next = was.isConnected ? was : document.querySelectorAll(alike)[number];
    next?.focus({ preventScroll: true });
  };
}

// place remembers what stands at the top of the window, so that it stays
// there when what is above it grows or shrinks. The browser cannot know: the
// nodes above may be the same ones with other text in them.
function place() {
  if (scrollY === 0) return () => {};
  const tops = [...parts()].map(([name, part]) => [name, part.getBoundingClientRect().top]);
  const nearest = tops.sort((a, b) => Math.abs(a[1]) - Math.abs(b[1])).slice(0, 50);
  return () => {
    const now = parts();
    const kept = nearest.find(([name]) => now.has(name));
    if (kept) scrollBy({ top: now.get(kept[0]).getBoundingClientRect().top - kept[1], behavior: "instant" });
  };
}

// parts are the parts of the page that can be told from all others, by id or text.
function parts() {
  const found = new Map();
  const twice = new Set();
  for (const part of document.querySelectorAll("[id], h1, h2, h3, h4, p, li, tr, dt, dd")) {
    const name = part.id ? `#${part.id}` : `${part.localName} ${part.textContent}`;
    if (found.has(name)) twice.add(name);
    found.set(name, part);
  }
  for (const name of twice) found.delete(name);
  return found;
}
