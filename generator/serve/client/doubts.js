// What an import left for a person to settle, beside the text that it is about: a note right after
// the paragraph, in the entry of a list or the row of a table; else after the heading, or at the top
// of the page. Each note stands in a shadow tree, so that the site's styles do not reach it nor its
// own the site.

const name = "referat-doubts";
const blocks = "p, li, tr, dt, dd, h3, h4, h5, h6, figcaption, pre";

// showDoubts makes the notes those of a status. One that says the same already stays:
// somebody may be reading it.
export function showDoubts(words, doubts, stylesheet) {
  const wanted = new Map();
  for (const doubt of doubts) {
    const about = aboutOf(doubt);
    wanted.set(about, [...(wanted.get(about) ?? []), doubt]);
  }
  const kept = new Set();
  for (const [about, list] of wanted) {
    const says = JSON.stringify(list);
    const there = noteOf(about);
    if (there?.says === says) {
      kept.add(there);
      continue;
    }
    const made = note(words, list, stylesheet);
    made.says = says;
    kept.add(made);
    put(about, made);
  }
  for (const old of document.querySelectorAll(name)) if (!kept.has(old)) old.remove();
}

// aboutOf is the element with a doubt's words, the heading above them when there is none, or null.
function aboutOf(doubt) {
  const heading = doubt.anchor ? document.getElementById(doubt.anchor) : null;
  if (!doubt.near || (doubt.anchor && !heading)) return heading;
  const found = withWords(below(heading), letters(doubt.near));
  const about = found[Math.min(doubt.nth || 1, found.length) - 1] ?? heading;
  return about?.closest("details:not([open])") ?? about;
}

// below are the blocks of text under a heading; of the page when there is none.
function below(heading) {
  const all = [...top().querySelectorAll(`${blocks}, h1, h2`)];
  if (!heading) return all.filter((e) => e.matches(blocks));
  const level = (e) => Number(/^H([1-6])$/.exec(e.nodeName)?.[1] ?? 7);
  const after = all.filter((e) => heading.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING && !heading.contains(e));
  const end = after.findIndex((e) => level(e) <= level(heading));
  return after.slice(0, end < 0 ? undefined : end).filter((e) => e.matches(blocks));
}

// withWords are the blocks that have the words or, when none has, those that have their beginning.
function withWords(list, words) {
  for (const wanted of [words, [...words].slice(0, 30).join("")]) {
    const has = new Set(list.filter((e) => letters(shown(e)).includes(wanted)));
    const inner = [...has].filter((e) => ![...e.querySelectorAll(blocks)].some((part) => has.has(part)));
    if (inner.length) return inner;
  }
  return [];
}

// shown is the text of an element but for what refers to notes.
function shown(element) {
  const text = element.cloneNode(true);
  for (const number of text.querySelectorAll("sup a, a sup")) number.remove();
  return text.textContent;
}

// letters are the letters and digits of a text: signs and spaces may differ.
function letters(text) {
  return text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, "");
}

function top() {
  return document.querySelector("main") ?? document.body;
}

// put places a note: in a row, it is in the cell that has most room.
function put(about, made) {
  if (!about) top().prepend(made);
  else if (about.localName === "tr") widest(about).append(made);
  else if (about.localName === "li") about.insertBefore(made, inner(about));
  else about.after(made);
}

// noteOf is the note about an element, or at the top of the page.
function noteOf(about) {
  let there = about?.nextElementSibling;
  if (!about) there = top().firstElementChild;
  else if (about.localName === "tr") there = widest(about).lastElementChild;
  else if (about.localName === "li") there = inner(about) ? inner(about).previousElementSibling : about.lastElementChild;
  return there?.localName === name ? there : null;
}

// inner is the first list inside the entry of another.
function inner(entry) {
  return entry.querySelector(":scope > ul, :scope > ol");
}

function widest(row) {
  return [...row.cells].reduce((a, b) => (b.textContent.length > a.textContent.length ? b : a));
}

function note(words, list, stylesheet) {
  const host = document.createElement(name);
  const style = el("link", { rel: "stylesheet", href: stylesheet });
  style.onload = () => host.setAttribute("ready", "");
  const items = list.map((doubt) => el("li", {}, el("p", {}, doubt.text), el("p", { class: "place" }, ...place(words, doubt))));
  host.attachShadow({ mode: "open" }).append(style,
    el("div", { class: "doubts", role: "note", "aria-label": words.doubtsHere, lang: words.lang },
      el("p", { class: "title" }, words.doubtsHere), el("ul", {}, ...items)));
  return host;
}

function place(words, doubt) {
  const where = [];
  if (doubt.at) where.push(`${words.doubtSource}: ${doubt.at}`);
  if (doubt.place) where.push(el("code", {}, doubt.place));
  return where.flatMap((part, i) => (i ? [" · ", part] : [part]));
}

function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
