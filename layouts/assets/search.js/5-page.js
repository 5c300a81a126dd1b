// The page that searches: the form asks, and what is found stands below it in the place
// of the index of names. Typing is answered after a pause; an answer that nobody waits
// for any more is dropped. The address carries the question. Without this script the index
// is what the page has.

const form = document.querySelector(".query");
const said = form.nextElementSibling;
const results = said.nextElementSibling;
const [advice, names, items] = results.children;
const labels = results.dataset;
const lang = document.documentElement.lang;
const day = new Intl.DateTimeFormat(lang == "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" });
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, n) => values[n - 1]);
const make = (tag, className, ...inside) => {
  const e = document.createElement(tag);
  if (className) e.className = className;
  e.append(...inside);
  return e;
};
const link = (href, ...inside) => Object.assign(make("a", "", ...inside), { href });
const pages = make("ul", "links");
const list = make("ol", "hits");
const title = document.title;
const further = items.querySelector("button");

// The hits: minutes say themselves, in their own file, what stands at a place.

const itemAt = async ({ page, anchor }) => {
  const meeting = await json(page + "index.json").catch((fault) => {
    if (fault.status != 404) throw fault;
  });
  if (!meeting) return;
  const { summary, preface, notes, record, items, agenda } = meeting;
  const numbered = (label, number) => number && label + " " + number;
  const outside = { ...meeting, sections: [summary, preface, notes, numbered(labels.case, record.case), numbered(labels.document, record.document)].map((text) => ({ text })) };
  const item = anchor ? [...items, ...agenda].find(({ address }) => address?.endsWith("#" + anchor)) : outside;
  return item && { meeting, item, sections: item.sections?.filter(({ text }) => text) ?? [] };
};

// spots are the words of a text that were asked for.
const spots = (text, marks) =>
  [...text.matchAll(word)].map(({ 0: written, index }) => ({ written, index, name: stem(written) })).filter(({ name }) => marks.has(name));
const marked = (text, marks) => {
  let from = 0;
  const nodes = spots(text, marks).flatMap(({ written, index }) => {
    const before = text.slice(from, index);
    from = index + written.length;
    return [before, make("mark", "", written)];
  });
  return [...nodes, text.slice(from)];
};

// around is the sentence with the most of what was asked for; of a long one, a part.
const around = (sections, marks) => {
  let best = { text: "", score: -1 };
  for (const section of sections) {
    for (const text of section.text.split(sentence)) {
      const met = new Set(spots(text, marks).map(({ name }) => name));
      const decided = !!section.decisions?.some((decision) => decision.includes(text));
      const score = 100 * new Set([...met].map((name) => marks.get(name))).size + 2 * met.size + decided;
      if (text && score > best.score) best = { text, score, decided, start: spots(text, marks)[0]?.index };
    }
  }
  if (best.text.length < 300) return best;
  const from = best.start > 100 ? best.text.indexOf(" ", best.start - 80) + 1 : 0;
  const part = best.text.slice(from, from + 280);
  return { ...best, text: (from ? "… " : "") + part.slice(0, part.lastIndexOf(" ")) + " …" };
};

const row = async (hit, marks) => {
  const found = await itemAt(hit);
  if (!found) return;
  const { meeting, item, sections } = found;
  const { text, decided } = around(sections, marks);
  const time = make("time", "", day.format(new Date(meeting.date)).replace(/ /g, "\u00a0"));
  time.dateTime = meeting.date;
  const when = make("span", "when", time, item.number ? ", " + fill(labels.item, item.number) : "", " · ", meeting.committee.name);
  for (const [is, label] of [[decided, labels.decision], [meeting.draft, labels.draft], [meeting.state == "planned", labels.planned]]) if (is) when.append(" · ", make("b", "", label));
  const title = make("span", "name", ...marked(item.title, marks));
  const shown = make("li", "", make("h3", "", link(hit.page + (hit.anchor && "#" + hit.anchor), when, " ", title)));
  const words = make("p", "sentence", ...marked(text, marks));
  if (text) shown.append(words);
  if (meeting.language != lang) title.lang = words.lang = meeting.language;
  return shown;
};

// rows are the next of an answer; one whose minutes are gone is left out.
const rows = async (of) => {
  const { last, shown } = of;
  const hits = of.next(10, last);
  Object.assign(of, { last: hits.at(-1), shown: shown + hits.length });
  try {
    return (await Promise.all(hits.map((hit) => row(hit, of.marks)))).filter(Boolean);
  } catch (fault) {
    Object.assign(of, { last, shown });
    throw fault;
  }
};

// The question, as the address and the form have it.

const question = () => new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
const take = () => {
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type == "checkbox") field.checked = asked.has(field.name);
    else if (field.name) field.value = asked.get(field.name) ?? "";
    if (field.selectedIndex < 0) field.value = "";
  }
  asked.delete("q");
  form.querySelector("details").open = asked.size > 0;
};

let round = 0; // of questions: only the last one is answered
let answer, pause;

// reveal shows the results or the index, and says something of it.
const reveal = (found, words = "") => {
  results.hidden = !found;
  results.nextElementSibling.hidden = found;
  said.textContent = words;
  document.title = (form.q.value && form.q.value + " – ") + title;
};

// put fills the list of a section, which is not there without rows.
const put = (section, list, rows) => {
  section.hidden = !rows[0];
  list.replaceChildren(...rows);
  if (rows[0]) section.firstElementChild.after(list);
  else list.remove();
};

// summary says how much was found, and what the hits have in the place of a word that is nowhere.
const counted = (n, words) => n && fill(words.split("|")[+(n > 1)], n);
const summary = ({ many, meetings, some, heard }, asked) => {
  if (!many) return fill(labels.none, asked.q);
  const missed = heard.words.find((w) => w.meant), parted = heard.words.find((w) => w.parts);
  const meant = missed && ([...list.querySelectorAll("mark")].map((e) => e.textContent.toLowerCase()).find((word) => stem(word) == missed.meant) ?? missed.meant);
  const counts = [counted(many - meetings, labels.items), counted(meetings, labels.meetings)];
  return [
    meant ? fill(labels.near, missed.typed, meant) : "",
    some ? labels.some : parted ? fill(labels.apart, parted.typed) : "",
    fill(labels.found, counts.filter(Boolean).join(labels.and)),
  ].join(" ").trim();
};

const ask = async (typing) => {
  clearTimeout(pause);
  const mine = ++round;
  const asked = Object.fromEntries(question());
  if (!Object.keys(asked)[0]) return reveal(false, typing ? "" : labels.nothing);
  const slow = setTimeout(() => mine == round && (said.textContent = labels.busy), 1000);
  try {
    const found = { ...(await find(asked, typing)), shown: 0 };
    if (mine != round) return;
    if (found.common) return reveal(false, labels.common);
    const first = await rows(found);
    if (mine != round) return;
    answer = found;
    put(names, pages, found.names.map(({ address, name }) => make("li", "", link(address, name))));
    put(items, list, first);
    further.hidden = found.shown == found.many;
    advice.hidden = found.many > 0;
    reveal(true, summary(found, asked));
  } catch {
    if (mine == round) reveal(false, labels.failed);
  } finally {
    clearTimeout(slow);
  }
};

// The address of what was last sent: typing changes the address of its entry in the
// browser's history, which has to be what it was when something else is sent.
let sent;
const address = () => location.pathname + (question() + "" && "?" + question());
const send = () => {
  if (address() != sent) {
    history.replaceState(null, "", sent);
    sent = address();
    history.pushState(null, "", sent);
  }
  ask();
};
const open = () => {
  sent = location.pathname + location.search;
  take();
  if (location.search) ask();
  else reveal(false);
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
form.addEventListener("change", ({ target }) => target.name != "q" && send());
form.addEventListener("input", ({ target }) => {
  if (target.name != "q") return;
  clearTimeout(pause);
  pause = setTimeout(() => {
    history.replaceState(null, "", address());
    ask(true);
  }, 200);
});
further.addEventListener("click", async () => {
  const mine = round;
  try {
    const more = await rows(answer);
    if (mine != round) return;
    list.append(...more);
    further.hidden = answer.shown == answer.many;
    said.textContent = fill(labels.shown, answer.shown, answer.many);
    more[0]?.querySelector("a").focus();
  } catch {
    said.textContent = labels.failed;
  }
});
addEventListener("popstate", open);
open();
