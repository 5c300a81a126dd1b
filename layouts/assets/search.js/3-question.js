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

// near are the stems that are no more than some slips away from a word.
const near = (w, known, most) =>
  known
    .filter(({ loose }) => Math.abs(loose.length - w.loose.length) <= most && (loose[0] == w.loose[0] || loose.at(-1) == w.loose.at(-1)))
    .map((v) => ({ ...v, factor: 40, slips: slips(v.loose, w.loose, most) }))
    .filter((v) => v.slips <= most);

// candidates are the stems of the vocabulary for a word, the best first.
const candidates = (w, known) => {
  const exact = known.some((v) => v.name == w.stem);
  const folded = fold(w.word);
  w.loose = loose(w.stem);
  let found = [];
  for (const v of known) {
    let factor = Math.max(partOf(v.name, w.stem, 60, 30), partOf(v.name, folded, 60, 30));
    if (w.open && folded[1] && v.name.startsWith(folded)) factor = Math.max(factor, 70);
    if (!exact) factor = Math.max(factor, v.loose == w.loose ? 80 : partOf(v.loose, w.loose, 40, 20));
    if (factor && v.name != w.stem) found.push({ ...v, factor });
  }
  if (!found[0] && !exact && w.stem.length > 4) {
    w.missed = true;
    found = near(w, known, 1);
  }
  return found.sort(better);
};
const better = (a, b) => b.factor - a.factor || b.use - a.use || a.name.length - b.name.length || (a.name < b.name ? -1 : 1);

// wordGroup are the ways of a word that come from the vocabulary: some stems in few shards,
// which are not too heavy together.
const wordGroup = (w, known, shards) => {
  const group = [];
  if (/\d/.test(w.word)) return group;
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
  const found = candidates(w, known);
  if (known.some((v) => v.name == w.stem)) {
    most++;
    want(w.stem);
  }
  for (const { name, factor } of found) {
    if (want(name) && group.push({ stems: [name], factor }) == 15) break;
  }
  return group;
};

// grouped makes groups of what was heard. Some words together may say what others say.
const grouped = ({ words, phrases }, manifest, common, known) => {
  const entries = manifest.synonyms.map((list) => list.map((entry) => wordsOf(entry).map(stem).filter((s) => s && !common.has(s))).filter((entry) => entry[0]));
  const same = (a) => (b) => a + "" == b;
  const ways = (stems) => [
    { stems, factor: 100 },
    ...entries.filter((list) => list.some(same(stems))).flat().filter((entry) => !same(stems)(entry)).map((stems) => ({ stems, factor: 90 })),
  ];
  const existing = ({ stems }) => stems.every((s) => /\d/.test(s) || known.some((v) => v.name == s));
  const shards = Math.max(1, ...manifest.parts.map((part) => part.shards));
  const groups = [];
  for (let i = 0; i < words.length; ) {
    const said = entries.flat().filter((entry) => same(entry)(words.slice(i, i + entry.length).map((w) => w.stem)));
    const longest = said.reduce((a, b) => (b.length > a.length ? b : a), [words[i].stem]);
    groups.push([...ways(longest).filter(existing), ...(longest[1] ? [] : wordGroup(words[i], known, shards))]);
    i += longest.length;
  }
  return [...groups, ...phrases.map((phrase) => [{ stems: phrase.map((w) => w.stem), at: phrase.map((w) => w.at - phrase[0].at), factor: 100 }])];
};
