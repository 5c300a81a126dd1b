// The bar at the foot of every page of the preview. It stands in a shadow
// tree, so that the site's styles do not reach it nor its own the site.

const followed = "referat-preview-follow";

// createBar puts the bar on the page; it is seen when its stylesheet is there.
export function createBar(words, stylesheet) {
  const host = document.createElement("referat-preview");
  const parts = build(words, stylesheet);
  host.attachShadow({ mode: "open" }).append(parts.style, parts.bar);
  parts.style.onload = () => host.setAttribute("ready", "");
  parts.toggle.onclick = () => {
    parts.openedItself = false;
    open(parts, words, parts.list.hidden);
  };
  parts.follow.checked = read(followed) === "yes";
  parts.follow.onchange = () => write(followed, parts.follow.checked ? "yes" : "no");
  document.body.append(host);
  makeRoom(parts.bar);
  return {
    show: (status) => show(parts, words, status),
    say: (text) => parts.said.replaceChildren(text),
    connected: (is) => (parts.lost.hidden = is),
    following: () => parts.follow.checked,
  };
}

function build(words, stylesheet) {
  const parts = {
    style: el("link", { rel: "stylesheet", href: stylesheet }),
    state: el("span", { class: "state" }),
    counts: el("span", { class: "counts" }),
    built: el("span", { class: "built" }),
    lost: el("span", { class: "lost" }, words.lost),
    follow: el("input", { type: "checkbox" }),
    toggle: el("button", { type: "button", "aria-expanded": "false", "aria-controls": "list" }, words.show),
    list: el("div", { id: "list", role: "region", "aria-label": words.problems, tabindex: "0" }),
    said: el("p", { class: "said", role: "status", "aria-live": "polite" }),
    shown: "", // the problems in the list
    failed: false,
    openedItself: false,
  };
  parts.list.hidden = true;
  parts.lost.hidden = true;
  parts.bar = el("div", { class: "bar", role: "region", "aria-label": words.preview, lang: words.lang },
    el("div", { class: "row" },
      el("div", { class: "facts" }, el("b", {}, words.preview), parts.state, parts.counts, parts.lost, parts.built),
      el("label", { class: "follow" }, parts.follow, words.follow),
      parts.toggle),
    parts.list, parts.said);
  return parts;
}

// show tells a page's status. The list opens by itself when a build fails, and
// closes by itself when the next succeeds, unless somebody has used it since.
function show(parts, words, status) {
  const errors = status.problems.filter((p) => p.severity === "error");
  const warnings = status.problems.filter((p) => p.severity !== "error");
  parts.state.textContent = words[stateOf(status)];
  parts.built.textContent = built(words, status.build);
  parts.counts.replaceChildren(...counts(words, errors.length, warnings.length, status.doubts.length));
  fillList(parts, words, [...errors, ...warnings], status);
  const failed = status.build.failed;
  if (failed && !parts.failed) {
    parts.said.replaceChildren(`${count(words.errors, errors.length, words)}. ${stays(words, errors.length, status)}`);
    if (parts.list.hidden) {
      parts.openedItself = true;
      open(parts, words, true);
    }
  }
  if (!failed && parts.failed) {
    parts.said.replaceChildren(words.mended);
    if (parts.openedItself) open(parts, words, false);
    parts.openedItself = false;
  }
  parts.failed = failed;
}

function open(parts, words, is) {
  if (!is && parts.list.contains(parts.list.getRootNode().activeElement)) parts.toggle.focus({ preventScroll: true });
  parts.list.hidden = !is;
  parts.bar.classList.toggle("open", is);
  parts.toggle.textContent = is ? words.hide : words.show;
  parts.toggle.setAttribute("aria-expanded", String(is));
}

function stateOf(status) {
  if (status.missing) return "missing";
  if (status.draft) return status.published ? "draftPublished" : "draft";
  return status.published ? "published" : "unpublished";
}

function built(words, build) {
  if (!build.at) return "";
  const time = new Date(build.at).toLocaleTimeString(words.locale);
  if (build.failed) return fill(words.notBuilt, { time });
  const seconds = build.took / 1e9;
  const took = seconds < 0.01 ? words.instant : `${seconds.toLocaleString(words.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })} s`;
  return fill(words.built, { time, took, files: count(words.files, build.written + build.removed, words) });
}

function counts(words, errors, warnings, doubts) {
  if (errors + warnings + doubts === 0) return [words.none];
  const shown = [];
  if (errors) shown.push(el("span", { class: "count error" }, sign("error"), count(words.errors, errors, words)));
  if (warnings) shown.push(el("span", { class: "count warning" }, sign("warning"), count(words.warnings, warnings, words)));
  if (doubts) shown.push(el("span", { class: "count" }, count(words.doubts, doubts, words)));
  return shown;
}

// fillList leaves a list alone that says the same already: somebody may be
// reading it.
function fillList(parts, words, problems, status) {
  const says = JSON.stringify([problems, status.others, status.build.failed, status.missing]);
  if (says === parts.shown) return;
  parts.shown = says;
  const notes = [];
  if (status.build.failed) notes.push(stays(words, problems.filter((p) => p.severity === "error").length, status));
  else if (problems.length === 0) notes.push(`${words.none}.`);
  const rest = status.build.failed ? "" : count(words.others, status.others, words);
  const items = problems.map((p) => problem(words, p));
  parts.list.replaceChildren(
    ...notes.map((note) => el("p", { class: "note" }, note)),
    ...(items.length ? [el("ol", {}, ...items)] : []),
    ...(rest ? [el("p", { class: "note" }, rest)] : []));
}

function problem(words, p) {
  const kind = p.severity === "error" ? "error" : "warning";
  return el("li", {},
    el("p", { class: `severity ${kind}` }, sign(kind), words[kind]),
    el("div", {},
      el("p", { class: "place" }, el("code", {}, p.place), " ", el("code", { class: "code" }, p.code ? `[${p.code}]` : "")),
      el("p", { class: "message" }, p.message),
      ...(p.hint ? [el("p", { class: "hint" }, p.hint)] : []),
      ...(p.excerpt?.length ? [el("div", { class: "excerpt" }, ...p.excerpt.map(excerptLine))] : [])));
}

// excerptLine shows a line, the marked one with the word that is meant. A
// paragraph is one line in these files, so of a long one a part is shown.
function excerptLine(line) {
  const around = 80;
  const letters = [...line.text];
  const from = Math.max(0, (line.column || 1) - 1);
  const start = letters.length > 3 * around ? Math.max(0, from - around) : 0;
  const end = letters.length > 3 * around ? start + 3 * around : letters.length;
  const text = el("code", {}, start > 0 ? "…" : "");
  if (line.marked && line.column > 0 && from < letters.length) {
    const rest = letters.slice(from, end).join("");
    const word = rest.match(/^(\s+|[^\s]+)/)[0];
    text.append(letters.slice(start, from).join(""), el("mark", {}, word), rest.slice(word.length));
  } else {
    text.append(letters.slice(start, end).join(""));
  }
  if (end < letters.length) text.append("…");
  return el("p", { class: line.marked ? "line marked" : "line" }, el("span", { class: "number" }, String(line.number)), text);
}

// makeRoom lets the whole page be scrolled clear of the bar, and what gets
// focus too. A sheet of its own leaves the page's elements as they are.
function makeRoom(bar) {
  const room = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, room];
  new ResizeObserver(() => {
    const height = Math.ceil(bar.getBoundingClientRect().height);
    room.replaceSync(`@media screen { html { padding-bottom: ${height}px; scroll-padding-bottom: ${height}px; } }`);
  }).observe(bar);
}

// sign is a solid square or a hollow triangle: it differs in form, not only
// in colour. The word beside it says the same.
function sign(kind) {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  const path = document.createElementNS(ns, "path");
  svg.setAttribute("viewBox", "0 0 14 14");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", kind === "error" ? "M1 1h12v12h-12z" : "M7 2l5.5 10.5h-11z");
  svg.append(path);
  return svg;
}

function count(forms, n, words) {
  return fill(forms[Math.min(n, 2)], { n: n.toLocaleString(words.locale) });
}

// stays is said of a failed build, which has an error at least.
function stays(words, errors, status) {
  return count(status.missing ? words.nothing : words.stays, Math.max(1, errors), words);
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// read and write keep a choice for this tab; a browser may be set to forbid
// that, and then the choice holds for the page.
function read(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // see above
  }
}
