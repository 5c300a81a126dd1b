// Questions and answers: the same hits in the same order as the Reader of package
// search gives, whose comment says how they are ranked.

// The question. Words and phrases become groups, all of which an item has to have; each
// has several ways to be had, and each of these some stems.

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

// The ranking, in whole numbers.

// weigh is the weight of a group that is in some of all items.
const weigh = (all, items) => {
  const x = Math.max(16, Math.floor((16 * all) / Math.max(1, Math.min(items, all))));
  const bits = 32 - Math.clz32(x);
  return 16 * (bits - 4) + ((x >> (bits - 5)) & 15);
};
const days = (day) => Date.parse(day ?? "1900-01-01") / 864e5 + 25567;

// value puts into values what the items of a list count, where that is more.
const value = (values, { items, impacts }, strength, sizes, decisions) => {
  for (let i = 0; i < items.length; i++) {
    const size = sizes[items[i]], n = (impacts[i] & 3) + 1, title = impacts[i] & 4, decision = impacts[i] & 8;
    if (decisions && !decision && !(title && size & 8)) continue;
    const counts = Math.floor((128 * n) / (2 * n + 1 + (size & 7))) + 16 * title + 3 * decision;
    values[items[i]] = Math.max(values[items[i]], Math.floor((strength * counts) / 100));
  }
  return values;
};

// scored are the scores of a part's items that have all groups, or the most of them; of the
// others -1.
const scored = ({ here, groups, about }, weights, all, asked, manifest) => {
  const { of, sizes, anchors } = here;
  const scores = new Int32Array(of.length), had = new Int32Array(of.length);
  groups.forEach(({ ways }, g) => {
    const best = new Int32Array(of.length);
    for (const { factor, lists } of ways) {
      const of = (values, list) => value(values, list, factor * weights[g], sizes, asked.beslutninger);
      if (!lists[1]) {
        of(best, lists[0]);
        continue;
      }
      const all = lists.map((list) => of(new Int32Array(best.length), list));
      for (const item of lists[0].items) best[item] = Math.max(best[item], Math.min(...all.map((values) => values[item])));
    }
    for (let item = 0; item < best.length; item++) {
      scores[item] += best[item];
      if (best[item]) had[item] += weights[g];
    }
  });
  const total = weights.reduce((a, b) => a + b, 0);
  const first = days(manifest.first), span = days(manifest.last) - first;
  for (let item = 0; item < scores.length; item++) {
    const m = of[item];
    const hit =
      (all ? had[item] == total : had[item] && 2 * had[item] >= total) &&
      (!asked.udvalg || m.committee == asked.udvalg) && (!asked.aar || m.year == asked.aar) && (!about || about.has(item)) &&
      (!asked.beslutninger || sizes[item] & 8) && (groups[0] || anchors[item]);
    scores[item] = hit ? scores[item] + (span && Math.floor((scores[item] * Math.min(Math.max(0, m.day - first), span)) / (8 * span))) : -1;
  }
  return { here, scores, many: scores.reduce((n, score) => n + (score >= 0), 0) };
};

// following are the next hits in order, after one: by score, the newest first, by number.
const order = (a, b) => b.score - a.score || b.day - a.day || a.item - b.item;
const following = (parts, n, after) => {
  const next = [];
  for (const { here, scores } of parts) {
    for (let item = 0; item < scores.length; item++) {
      const score = scores[item];
      if (score < 0 || score < next[n - 1]?.score) continue;
      const hit = { score, day: here.of[item].day, item, here };
      if (after && order(after, hit) >= 0) continue;
      next.push(hit);
      for (let i = next.length - 1; i && order(next[i - 1], hit) > 0; i--) [next[i - 1], next[i]] = [hit, next[i - 1]];
      next.length = Math.min(next.length, n);
    }
  }
  return next;
};

// named are the pages whose names have all words.
const named = ({ words, phrases }, { subjects, committees, pages }) => {
  const all = [...words, ...phrases.flat()];
  const has = (name) => {
    const stems = wordsOf(name).map(stem);
    return all.every((w) =>
      stems.some((s) => loose(s) == loose(w.stem) || partOf(s, w.stem, 1, 0) || (w.open && fold(w.word)[1] && s.startsWith(fold(w.word)))),
    );
  };
  return all[0] ? [...subjects, ...committees, ...pages].filter(({ name, also = [] }) => [name, ...also].some(has)) : [];
};

// ranked are the hits of groups: how many, and the next of them at each call.
const ranked = async (groups, manifest, asked) => {
  const parts = manifest.parts.filter(({ first, last }) => !asked.aar || (first.slice(0, 4) <= asked.aar && asked.aar <= last.slice(0, 4)));
  const got = await Promise.all(parts.map((part) => partly(part, groups, asked.gruppe)));
  const weights = groups.map((_, g) => weigh(manifest.items, got.reduce((sum, part) => sum + part.groups[g].items, 0)));
  const having = (all) => got.map((part) => scored(part, weights, all, asked, manifest));
  const count = (parts) => parts.reduce((n, part) => n + part.many, 0);
  let hits = having(true);
  const some = weights.length > 1 && !count(hits);
  if (some) hits = having(false);
  const placed = ({ here: { of, anchors }, ...hit }) => ({ ...hit, page: manifest.minutes + of[hit.item].path + "/", anchor: anchors[hit.item] });
  const marks = new Map(groups.flatMap((group, g) => group.flatMap((way) => way.stems.map((name) => [name, g]))));
  return { many: count(hits), some: some && count(hits) > 0, marks, next: (n, after) => following(hits, n, after).map(placed) };
};

// instead is the question with a word that minutes have, for one that none has.
const instead = async ({ words }, known, manifest, asked) => {
  const missed = words.find((w) => w.missed);
  const [other] = missed ? near(missed, known, 2).sort((a, b) => a.slips - b.slips || better(a, b)) : [];
  if (!other) return;
  const [hit] = (await ranked([[{ stems: [other.name], factor: 100 }]], manifest, asked)).next(1);
  const { item, sections } = (hit && (await itemAt(hit))) ?? { item: {}, sections: [] };
  const written = [item.title, ...sections.map(({ text }) => text)].flatMap(wordsOf).find((word) => stem(word) == other.name);
  return written && asked.q.replace(missed.typed, written.toLowerCase());
};

const answerTo = async (asked, typing) => {
  const manifest = await json(labels.index + "indeks.json");
  if (manifest.format != 1) throw manifest;
  const common = new Set(manifest.common);
  const heard = listen(asked.q ?? "", typing, common);
  const known = heard.words[0] ? await vocabulary() : [];
  const groups = grouped(heard, manifest, common, known);
  const filtered = asked.udvalg || asked.aar || asked.gruppe || asked.beslutninger;
  if (!groups[0] && (heard.any || !filtered)) return { common: !!heard.any, many: 0, names: [], next: () => [] };
  const answer = await ranked(groups, manifest, asked);
  return { ...answer, names: named(heard, manifest), near: await instead(heard, known, manifest, asked) };
};

// find answers a question. When files do not fit each other, the site has changed in
// between: then they are all fetched again.
const find = async (asked, typing) => {
  try {
    return await answerTo(asked, typing);
  } catch {
    files.clear();
    cache = "reload";
    return await answerTo(asked, typing);
  } finally {
    cache = "no-cache";
  }
};
