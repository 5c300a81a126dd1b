// What an import left for a person to settle, beside the text that it is about:
// a note after the heading, or at the top of the page. Each note stands in a shadow tree, so
// that the site's styles do not reach it nor its own the site.

const name = "referat-doubts";

// showDoubts makes the notes those of a status. One that says the same already stays:
// somebody may be reading it.
export function showDoubts(words, doubts, stylesheet) {
  const wanted = new Map();
  for (const doubt of doubts) {
    const about = doubt.anchor ? document.getElementById(doubt.anchor) : null;
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
    if (about) about.after(made);
    else (document.querySelector("main") ?? document.body).prepend(made);
  }
  for (const old of document.querySelectorAll(name)) if (!kept.has(old)) old.remove();
}

// noteOf is the note about an element, or at the top of the page.
function noteOf(about) {
  const there = about ? about.nextElementSibling : (document.querySelector("main") ?? document.body).firstElementChild;
  return there?.localName === name ? there : null;
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
