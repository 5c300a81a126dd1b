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
const further = items.querySelector("button");

// The hits: minutes say themselves, in their own file, what stands at a place.

const itemAt = async ({ page, anchor }) => {
  const meeting = await json(page + "index.json").catch((fault) => {
    if (fault.status != 404) throw fault;
  });
  if (!meeting) return;
  const { preface, notes, record, items, agenda } = meeting;
  const numbers = [[labels.case, record.case], [labels.document, record.document]].filter(([, number]) => number);
  const outside = { ...meeting, sections: [preface, notes, ...numbers.map((number) => number.join(" "))].map((text) => ({ text })) };
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
const reveal = (found, ...words) => {
  results.hidden = !found;
  results.nextElementSibling.hidden = found;
  said.replaceChildren(...words);
};

// put fills the list of a section, which is not there without rows.
const put = (section, list, rows) => {
  section.hidden = !rows[0];
  list.replaceChildren(...rows);
  if (rows[0]) section.firstElementChild.after(list);
  else list.remove();
};

// summary says how much was found, and offers a word that is there for one that is not.
const summary = ({ many, some, near, heard }, asked) => {
  const parted = many && heard.words.find(({ parts }) => parts);
  const words = [some ? labels.some + " " : parted ? fill(labels.apart, parted.typed) + " " : "", many == 1 ? labels.single : fill(many ? labels.many : labels.none, many || asked.q)];
  if (near) words.push(" " + labels.near + " ", link("?" + new URLSearchParams({ ...asked, q: near }), near), "?");
  return words;
};

const ask = async (typing) => {
  clearTimeout(pause);
  const mine = ++round;
  const asked = Object.fromEntries(question());
  if (!Object.keys(asked)[0]) return reveal(false, typing ? "" : labels.nothing);
  const slow = setTimeout(() => mine == round && said.replaceChildren(labels.busy), 1000);
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
    reveal(true, ...summary(found, asked));
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
said.addEventListener("click", (event) => {
  if (!event.target.href) return;
  event.preventDefault();
  form.q.value = event.target.textContent;
  form.q.focus();
  send();
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
