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
  const pieces = text.split(/["“”„»«]/).map((piece) => wordsOf(piece).map((typed, at) => ({ typed, at, word: plain(typed), stem: stem(typed) })));
  const known = (w) => w.stem && !common.has(w.stem);
  const last = pieces.length % 2 && pieces.at(-1).at(-1);
  if (last) last.open = typing && text.endsWith(last.typed);
  const [words, phrases] = [0, 1].map((side) => pieces.filter((_, i) => i % 2 == side).map((piece) => piece.filter(known)));
  return { words: words.flat(), phrases: phrases.filter((piece) => piece[0]), any: pieces.flat()[0] };
};

// partOf is how much a stem counts that has a part at an end, or in its middle.
const partOf = (name, part, atEnd, inside) => {
  if (part.length < 4 || part.length >= name.length || !name.includes(part)) return 0;
  return name.startsWith(part) || name.endsWith(part) ? atEnd : inside;
};

// slips counts the letters that are put in, left out or others, or swapped with their
// neighbours; of more than some it gives up.
const slips = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before, row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] != b[j - 1]));
      if (before && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length];
};

// What a word may have meant that no minutes have: the verb of a noun in -ing, the two
// words that it is made of, one that is written nearly like it.

const verbsOf = (name) => ["ing", "ning"].filter((end) => name.endsWith(end)).map((end) => stem(name.slice(0, -end.length) + "e")).filter((verb) => verb[4]);
const apart = ({ word }, has) => {
  for (let at = 1; at < word.length; at++) {
    const pair = [word.slice(0, at), word.slice(at)].map(stem);
    if (pair.every((part) => part[3] && has(part))) return pair;
  }
};
const offered = ({ loose, near }, known) => {
  const far = loose.length > 7;
  const begins = (v) => v.loose[0] == loose[0];
  const found = near.filter((v) => far || begins(v));
  if (far && !found[0]) found.push(...known.filter((v) => v.use > 1 && begins(v) && slips(v.loose, loose, 2) == 2));
  return found.sort(better)[0]?.name;
};

// candidates are the stems of the vocabulary for a word, the best first.
const candidates = (w, known, exact) => {
  const folded = fold(w.word), verbs = verbsOf(w.stem);
  w.loose = loose(w.stem);
  const found = [];
  for (const v of known) {
    let factor = Math.max(partOf(v.name, w.stem, 60, 30), partOf(v.name, folded, 60, 30), verbs.includes(v.name) && 60);
    if (w.open && folded[1] && v.name.startsWith(folded)) factor = Math.max(factor, 70);
    if (!exact) factor = Math.max(factor, v.loose == w.loose ? 80 : partOf(v.loose, w.loose, 40, 20));
    if (factor && v.name != w.stem) found.push({ ...v, factor });
  }
  if (!found[0] && !exact && w.stem.length > 4) {
    w.near = known.filter((v) => (v.loose[0] == w.loose[0] || v.loose.at(-1) == w.loose.at(-1)) && slips(v.loose, w.loose, 1) == 1).map((v) => ({ ...v, factor: 40 }));
    found.push(...w.near);
  }
  return found.sort(better);
};
const better = (a, b) => b.factor - a.factor || b.use - a.use || a.name.length - b.name.length || (a.name < b.name ? -1 : 1);

// wordGroup are the ways of a word: those that are said, and some stems of the vocabulary
// in few shards, which are not too heavy together.
const wordGroup = (w, said, { known, has, shards }) => {
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
  w.parts = group[0] ? undefined : apart(w, has);
  if (w.parts) return [{ stems: w.parts, factor: 20 }];
  if (w.near && !said[0]) w.meant = offered(w, known);
  return group;
};

// Where an item stands: the days of its meeting, or its number.

const month = /^(?:jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const dateIn = (words) => {
  const number = (i, digits) => (/^\d+$/.test(words[i]?.word) && words[i].word.length <= digits ? +words[i].word : 0);
  const named = (i) => (month.test(words[i]?.word) ? "janfebmaraprmajjunjulaugsepoktnovdec".indexOf(words[i].word.slice(0, 3)) / 3 + 1 : 0);
  const day = (y, m, d) => y > 1900 && d && new Date(Date.UTC(y, m - 1, d)).getUTCMonth() == m - 1 && Date.UTC(y, m - 1, d) / 864e5 + 25567;
  const on = day(number(2, 4), named(1) || number(1, 2), number(0, 2)) || day(number(0, 4), number(1, 2), number(2, 2));
  if (on) return { first: on, last: on, many: 3 };
  const first = day(number(1, 4), named(0), 1);
  return first && { first, last: first + new Date(Date.UTC(number(1, 4), named(0), 0)).getUTCDate() - 1, many: 2 };
};
const itemIn = (words) => {
  let anchor = "punkt", many = 1;
  if (!/^(?:pkt|punkt)$/.test(words[0].word)) return;
  while (/^\d[\da-z]?$/.test(words[many]?.word) && !dateIn(words.slice(many))) anchor += "-" + words[many++].word;
  return many > 1 && { anchor, many };
};

// grouped makes groups of what was heard. Some words together may say what others say.
const grouped = async ({ words, phrases }, manifest, common, known) => {
  const entries = manifest.synonyms.map((list) => list.map((entry) => wordsOf(entry).map(stem).filter((s) => s && !common.has(s))).filter((entry) => entry[0]));
  const same = (a) => (b) => a + "" == b;
  const ways = (stems) => [
    { stems, factor: 100 },
    ...entries.filter((list) => list.some(same(stems))).flat().filter((entry) => !same(stems)(entry)).map((stems) => ({ stems, factor: 90 })),
  ];
  const has = (name) => known.some((v) => v.name == name);
  const existing = ({ stems }) => stems.every((s) => /\d/.test(s) || has(s));
  const shards = Math.max(1, ...manifest.parts.map((part) => part.shards));
  const groups = [];
  for (let i = 0; i < words.length; ) {
    const rest = words.slice(i);
    const place = dateIn(rest) || itemIn(rest);
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
