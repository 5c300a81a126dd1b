// What every page of the preview runs: it listens for changes, lets page.js
// bring the page up to date, bar.js tell how the site is doing and doubts.js what an
// import left to be settled on the page.

import { createBar } from "./bar.js";
import { showDoubts } from "./doubts.js";
import { refresh, shows } from "./page.js";

const own = new URL(".", import.meta.url);
const here = encodeURIComponent(location.pathname);
const words = await answer("words.json");
const bar = createBar(words, new URL("bar.css", own).href);

let stream = null;
let version = pageVersion();
let work = report(); // what is being done; each change waits for the one before

document.addEventListener("visibilitychange", () => (document.hidden ? close() : listen()));
listen();

async function answer(name) {
  const got = await fetch(new URL(name, own));
  if (!got.ok) throw new Error(`${name}: ${got.status}`);
  return got.json();
}

// pageVersion is the version of the site that this page was answered with.
// A page that the browser kept from an earlier visit has its old one.
function pageVersion() {
  const [page] = performance.getEntriesByType("navigation");
  return page?.serverTiming?.find((entry) => entry.name === "version")?.description ?? "";
}

function listen() {
  if (stream || document.hidden) return;
  const opened = new EventSource(new URL(`events?path=${here}&since=${encodeURIComponent(version)}`, own));
  opened.onopen = () => bar.connected(true);
  opened.onmessage = (message) => {
    const before = version;
    version = message.lastEventId;
    work = work.then(() => take(JSON.parse(message.data))).catch((fault) => again(before, fault));
  };
  opened.onerror = () => {
    bar.connected(false);
    if (opened.readyState === EventSource.CLOSED) again(version);
  };
  stream = opened;
}

function close() {
  stream?.close();
  stream = null;
}

// again asks a second later for all that has come since a version.
function again(since, fault) {
  if (fault) console.warn("preview:", fault);
  close();
  version = since;
  setTimeout(listen, 1000);
}

async function take(change) {
  if (bar.following() && change.follow) {
    location.assign(change.follow);
    return;
  }
  if (change.page || change.unknown || shows(change.files)) {
    if (!(await refresh(own, change, version))) return;
    bar.say(words.updated);
  }
  await report();
}

async function report() {
  const status = await answer(`status?path=${here}`);
  bar.show(status);
  showDoubts(words, status.doubts, new URL("doubts.css", own).href);
}
