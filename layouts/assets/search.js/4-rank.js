// The answer: the same hits in the same order as the Reader of package search gives,
// whose comment says how they are ranked, in whole numbers.

// weigh is the weight of a group that is in some of all items.
const weigh = (all, items) => {
  const x = Math.max(16, Math.floor((16 * all) / Math.max(1, Math.min(items, all))));
  const bits = 32 - Math.clz32(x);
  return 16 * (bits - 4) + ((x >> (bits - 5)) & 15);
};

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

// scored are the scores of a part's items that have groups of some weight or more together; of
// the others -1.
const scored = ({ here, groups, about }, weights, least, asked, manifest) => {
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
  let meetings = 0, many = 0;
  const first = dayOf(Date.parse(manifest.first)), span = dayOf(Date.parse(manifest.last)) - first;
  for (let item = 0; item < scores.length; item++) {
    const m = of[item];
    const hit =
      had[item] >= least &&
      (!asked.udvalg || m.committee == asked.udvalg) && (!asked.aar || m.year == asked.aar) && (!about || about.has(item)) &&
      (!asked.beslutninger || sizes[item] & 8) && (groups[0] || anchors[item]);
    scores[item] = hit ? scores[item] + (span && Math.floor((scores[item] * Math.min(Math.max(0, m.day - first), span)) / (8 * span))) : -1;
    many += !!hit;
    meetings += !!hit && !anchors[item];
  }
  return { here, scores, many, meetings };
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

// named are the pages whose names have all words, or other ways of saying them; one word may say what kind of page it is.
const named = ({ words, phrases }, { subjects, subject, committees, pages }, entries, asked) => {
  const heard = [...words, ...phrases.flat()].map((w) => {
    const ways = [[w.stem], [w.folded], ...othersOf([w.stem], entries)];
    const within = (stems) => (wanted) => stems.some((s) => loose(s) == loose(wanted) || partOf(s, wanted, 1, 0));
    return (stems) => ways.some((way) => way.every(within(stems))) || stems.some((s) => begins(w, s));
  });
  const from = (list, only, kind) =>
    list.filter(({ id, name, also = [] }) =>
      (!only || id == only) && [name, ...also].map(stemsOf).some((own) => heard.some((has) => has(own)) && heard.every((has) => has([...own, ...stemsOf(kind)]))),
    );
  return [...from(subjects, asked.gruppe, subject), ...from(committees, asked.udvalg), ...from(pages)];
};

// ranked are the hits of groups: how many, and the next of them at each call.
const ranked = async (groups, manifest, asked) => {
  const parts = manifest.parts.filter(({ first, last }) => !asked.aar || (first < asked.aar + "~" && asked.aar < last));
  const got = await Promise.all(parts.map((part) => partly(part, groups, asked.gruppe)));
  const had = groups.map((_, g) => sum(got.map((part) => part.groups[g].items)));
  const weights = had.map((items) => weigh(manifest.items, items));
  const total = sum(weights), somewhere = sum(weights.filter((_, g) => had[g]));
  let hits, many, least;
  for (least of [total, somewhere, Math.ceil(somewhere / 2)]) {
    hits = groups[0] && !least ? [] : got.map((part) => scored(part, weights, least, asked, manifest));
    many = sum(hits.map((part) => part.many));
    if (many) break;
  }
  const placed = ({ here: { of, anchors }, ...hit }) => ({ ...hit, page: manifest.minutes + of[hit.item].path + "/", anchor: anchors[hit.item] });
  const marks = new Map(groups.flatMap((group, g) => group.flatMap((way) => way.stems.map((name) => [name, g]))));
  return { many, meetings: sum(hits.map((part) => part.meetings)), some: many && least < total, marks, next: (n, after) => following(hits, n, after).map(placed) };
};

const answerTo = async (asked, typing) => {
  const manifest = await json(labels.index + "indeks.json");
  if (manifest.format != 1) throw manifest;
  const common = new Set(manifest.common);
  const heard = listen(asked.q ?? "", typing, common);
  const known = heard.words[0] ? await vocabulary() : [];
  const entries = entriesOf(manifest, common);
  const groups = await grouped(heard, manifest, entries, known);
  const filtered = asked.udvalg || asked.aar || asked.gruppe || asked.beslutninger;
  if (!groups[0] && (heard.any || !filtered)) return { common: !!heard.any, many: 0, names: [], next: () => [] };
  const answer = await ranked(groups, manifest, asked);
  return { ...answer, heard, names: named(heard, manifest, entries, asked) };
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
