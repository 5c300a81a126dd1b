// The question: the same groups as the Reader of package search makes, whose comment
// says what they are. An item has to have all of them; each has several ways to be had,
// and each of these some stems.

const shardOf = (stem, shards) =>
  /^=|\d/.test(stem)
    ? shards + (hash(stem) & (Math.max(1, shards / 16) - 1))
    : (hash(stem.slice(0, 4)) + (hash(stem.slice(4)) & 7)) & (shards - 1);

// listen takes the question apart: every other piece of it stands in quotation marks.
const listen = (text, typing, common) => {
  text = text.normalize();
  const pieces = text.split(/["“”„»«]/).map((piece) => wordsOf(piece).map((typed, at) => ({ typed, at, word: plain(typed), stem: stem(typed), folded: fold(plain(typed)) })));
  const known = (w) => w.stem && !common.has(w.stem);
  const last = pieces.length % 2 && pieces.at(-1).at(-1);
  if (last) last.open = typing && text.endsWith(last.typed);
  const [words, phrases] = [0, 1].map((side) => pieces.filter((_, i) => i % 2 == side).map((piece) => piece.filter(known)));
  return { words: words.flat(), phrases: phrases.filter((piece) => piece[0]), any: pieces.flat()[0] };
};

// partOf is how much a stem counts that has a part at an end, or in its middle.
const partOf = (name, part, atEnd, inside) => {
  if (!part[3] || part == name || !name.includes(part)) return 0;
  return name.startsWith(part) || name.endsWith(part) ? atEnd : inside;
};

// begins tells that a word is the beginning of a stem: one that is being typed, or too short to be sought in others.
const begins = ({ open, folded }, name) => (folded.length == 3 || (open && folded[1])) && name.startsWith(folded);

// slip tells that two stems differ by a letter that is put in, left out or another, or by two
// neighbours that are swapped.
const slip = (a, b) => {
  let at = 0;
  while (at < a.length && a[at] == b[at]) at++;
  const same = (m, n) => a.slice(at + m) == b.slice(at + n);
  return same(1, 1) || same(1, 0) || same(0, 1) || (same(2, 2) && a[at] == b[at + 1] && a[at + 1] == b[at]);
};

// What a word may have meant that no minutes have: the verb of a noun in -ing, the two
// words that it is made of, one that is written nearly like it.

const verbsOf = (name) => ["ing", "ning"].filter((end) => name.endsWith(end)).map((end) => stem(name.slice(0, -end.length) + "e")).filter((verb) => verb[4]);
const apart = ({ word }, has, least) => {
  for (let at = 1; at < word.length; at++) {
    const pair = [word.slice(0, at), word.slice(at)].map(stem);
    if (pair[1] != "ing" && pair.every((part) => part.length >= least && has(part))) return pair;
  }
};
const near = ({ stem }, known) => {
  const asked = loose(stem);
  return asked[4] && known.filter((v) => (asked[7] || v.loose[0] == asked[0]) && slip(v.loose, asked)).sort(better)[0]?.name;
};
const instead = (w, { known, has }) => {
  w.meant = near(w, known);
  if (w.meant) return [{ stems: [w.meant], factor: 40 }];
  const long = apart(w, has, 4), stems = (w.parts = long ?? apart(w, has, 2));
  return stems ? [{ stems, at: [0, !long], factor: long ? 20 : 100 }] : [];
};

// candidates are the stems of the vocabulary for a word, the best first.
const candidates = (w, known, exact) => {
  const verbs = verbsOf(w.stem), asked = loose(w.stem);
  const found = [];
  for (const v of known) {
    const part = (part) => partOf(v.name, part, 60, 30);
    const factor = Math.max(
      part(w.stem),
      part(w.folded),
      verbs.includes(v.name) && 60,
      begins(w, v.name) ? (w.open ? 70 : !exact && 40) : 0,
      !exact && (v.loose == asked ? 80 : partOf(v.loose, asked, 40, 20)),
    );
    if (factor && v.name != w.stem) found.push({ ...v, factor });
  }
  return found.sort(better);
};
const better = (a, b) => b.factor - a.factor || b.use - a.use || a.name.length - b.name.length || (a.name < b.name ? -1 : 1);

// wordGroup are the ways of a word: those that are said, and some stems of the vocabulary
// in few shards, which are not too heavy together.
const wordGroup = (w, said, index) => {
  const { known, has, shards } = index;
  if (/\d/.test(w.word)) return said;
  const group = [...said];
  const loads = Array(shards).fill(0);
  for (const { name, use } of known) loads[shardOf(name, shards)] += 8 + 2 ** use;
  const wanted = new Set();
  let load = 0, most = 5;
  const want = (name) => {
    const n = shardOf(name, shards);
    if (wanted.has(n)) return true;
    if (wanted.size == most || (wanted.size && load + loads[n] > 3 << 16)) return false;
    load += loads[n];
    return wanted.add(n);
  };
  const exact = has(w.stem);
  if (exact) {
    most++;
    want(w.stem);
  }
  for (const { name, factor } of candidates(w, known, exact)) {
    if (want(name) && group.push({ stems: [name], factor }) == said.length + 15) break;
  }
  return group[0] ? group : instead(w, index);
};

// Where an item stands: the days of its meeting, or its number.

const months = "januar februar marts april maj juni juli august september oktober november december".split(" ");
const dayOf = (time) => time / 864e5 + 25567;
const dateIn = (words) => {
  const number = (i, digits) => (/^\d+$/.test(words[i]) && words[i].length <= digits ? +words[i] : 0);
  const named = (i) => (words[i]?.[2] ? months.findIndex((name) => name.startsWith(words[i])) + 1 : 0);
  const day = (y, m, d) => y > 1900 && d && new Date(Date.UTC(y, m - 1, d)).getUTCMonth() == m - 1 && dayOf(Date.UTC(y, m - 1, d));
  const on = day(number(2, 4), named(1) || number(1, 2), number(0, 2)) || day(number(0, 4), number(1, 2), number(2, 2));
  if (on) return { first: on, last: on, many: 3 };
  const first = day(number(1, 4), named(0), 1);
  return first && { first, last: dayOf(Date.UTC(number(1, 4), named(0), 0)), many: 2 };
};
const itemIn = (words) => {
  let anchor = "punkt", many = 1;
  if (!/^(?:pkt|punkt)$/.test(words[0])) return;
  while (/^\d[\da-z]?$/.test(words[many]) && !dateIn(words.slice(many))) anchor += "-" + words[many++];
  return many > 1 && { anchor, many };
};

// entriesOf are the lists of what says the same, by stems; othersOf are the other ways of saying something.
const entriesOf = ({ synonyms }, common) =>
  synonyms.map((list) => list.map((entry) => stemsOf(entry).filter((s) => s && !common.has(s))).filter((entry) => entry[0]));
const same = (a) => (b) => a + "" == b;
const othersOf = (stems, entries) => entries.filter((list) => list.some(same(stems))).flat().filter((entry) => !same(stems)(entry));

// grouped makes groups of what was heard. Some words together may say what others say.
const grouped = async ({ words, phrases }, manifest, entries, known) => {
  const ways = (stems) => [{ stems, factor: 100 }, ...othersOf(stems, entries).map((stems) => ({ stems, factor: 90 }))];
  const has = (name) => known.some((v) => v.name == name);
  const existing = ({ stems }) => stems.every((s) => /\d/.test(s) || has(s));
  const shards = Math.max(1, ...manifest.parts.map((part) => part.shards));
  const groups = [];
  for (let i = 0; i < words.length; ) {
    const rest = words.slice(i);
    const plain = rest.map(({ word }) => word);
    const place = dateIn(plain) || itemIn(plain);
    if (place && (await Promise.all(manifest.parts.map(places))).some((here) => standing(here, place).items[0] >= 0)) {
      groups.push([{ stems: [], place, factor: 100 }]);
      i += place.many;
      continue;
    }
    const said = entries.flat().filter((entry) => same(entry)(rest.slice(0, entry.length).map((w) => w.stem)));
    const longest = said.reduce((a, b) => (b.length > a.length ? b : a), [words[i].stem]);
    const own = ways(longest).filter(existing);
    groups.push(longest[1] ? own : wordGroup(words[i], own, { known, has, shards }));
    i += longest.length;
  }
  return [...groups, ...phrases.map((phrase) => [{ stems: phrase.map((w) => w.stem), at: phrase.map((w) => w.at - phrase[0].at), factor: 100 }])];
};
