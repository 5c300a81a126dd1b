// The files of the index, as the comment of package search has them. Each is fetched
// once; of very many the oldest are forgotten.

const files = new Map();
let cache = "no-cache"; // the browser asks whether a file is new; with "reload" it fetches it

const keep = (name, fetched) => {
  const file = files.get(name) ?? fetched();
  files.delete(name);
  files.set(name, file);
  if (files.size > 400) files.delete(files.keys().next().value);
  file.catch(() => files.delete(name));
  return file;
};
const get = async (address) => {
  const got = await fetch(address, { cache });
  if (!got.ok) throw got;
  return got;
};
const json = (address) => keep(address, async () => (await get(address)).json());
const packed = (name, kind, read) =>
  keep(name, async () => {
    const stream = (await get(labels.index + name)).body.pipeThrough(new DecompressionStream("gzip"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    if (chars(bytes.subarray(0, 3)) != kind + "\x01") throw name;
    return read(scan(bytes, 3), bytes);
  });
const chars = (bytes) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};
const hash = (text, from = 0x811c9dc5) => {
  for (let i = 0; i < text.length; i++) from = Math.imul(from ^ text.charCodeAt(i), 0x01000193);
  return from >>> 0;
};

// scan reads the bytes of a file one after the other.
const scan = (bytes, at) => {
  const s = {
    number() {
      let n = 0, scale = 1, b;
      do {
        b = bytes[at++];
        n += (b & 127) * scale;
        scale *= 128;
      } while (b > 127);
      return n;
    },
    list: (n, read) => Array.from({ length: n }, read),
    bytes: (n) => bytes.subarray(at, (at += n)),
    text: () => chars(s.bytes(s.number())),
    sum: () => s.bytes(4).reduceRight((n, b) => n * 256 + b),
    lines: () => chars(bytes.subarray(at)).split("\n"),
    rest: () => bytes.subarray(at),
  };
  return s;
};

const vocabulary = () =>
  packed("ord.bin", "RV", (s) => {
    const heads = s.bytes(s.number());
    const rests = s.lines();
    let name = "";
    return Array.from(heads, (b, i) => {
      name = name.slice(0, b & 63) + rests[i];
      return { name, loose: loose(name), use: b >> 6 };
    });
  });

const places = (part) =>
  packed(part.name + "/steder.bin", "RT", (s) => {
    const committees = s.list(s.number(), s.text);
    const of = [];
    let day = 0;
    const meetings = s.list(s.number(), () => {
      day += s.number();
      const committee = committees[s.number()];
      const date = new Date(Date.UTC(1900, 0, 1 + day)).toISOString().slice(0, 10);
      const m = { day, committee, year: date.slice(0, 4), path: `${committee}/${date}${s.text()}`, first: of.length };
      s.bytes(1); // a draft says so itself
      of.push(...Array(s.number()).fill(m));
      return m;
    });
    const sizes = s.bytes(of.length);
    const anchors = s.lines();
    const chains = [hash("")];
    meetings.forEach((m, i) => {
      const own = anchors.slice(m.first, meetings[i + 1]?.first ?? of.length);
      chains.push(hash([m.path, ...own, ""].join("\n"), chains[i]));
    });
    return { of, sizes, anchors, chains };
  });

const postings = (part, n, here) =>
  packed(`${part.name}/${n}.bin`, "RP", (s, bytes) => {
    const told = [s.number(), s.number(), s.sum()];
    let name = "";
    const stems = s.list(s.number(), () => [(name = name.slice(0, s.number()) + s.text()), { items: s.number(), size: s.number() }]);
    for (const [, block] of stems) block.bytes = s.bytes(block.size);
    return { told, stems: new Map(stems), sum: hash(chars(bytes)) };
  });
const positions = (part, n) =>
  packed(`${part.name}/p${n}.bin`, "RO", (s) => ({ sum: s.sum(), rest: s.rest() }));

// What a part has for the groups: for every way the lists of items, and how many there are.

const listed = (shard, name) => {
  const block = shard.stems.get(name);
  if (!block) return { items: [], impacts: [] };
  const s = scan(block.bytes, 0);
  let item = -1;
  return { items: s.list(block.items, () => (item += s.number())), impacts: s.bytes(block.items) };
};

const partly = async (part, groups, subject) => {
  const here = await places(part);
  const lists = new Map();
  const needed = groups.flat().flatMap((way) => way.stems);
  if (subject) needed.push("=" + subject);
  await Promise.all(
    needed.map(async (name) => {
      const shard = await postings(part, shardOf(name, part.shards));
      const [shards, known, chain] = shard.told;
      if (shards != part.shards || here.chains[known] != chain) throw part;
      lists.set(name, listed(shard, name));
    }),
  );
  const had = ({ stems, at, factor }) => {
    const all = stems.map((name) => lists.get(name));
    const least = Math.min(...all.map((list) => list.items.length));
    return { factor, least, lists: at?.[1] && least ? phrase(part, stems, at, all) : all };
  };
  const found = groups.map(async (group) => {
    const ways = await Promise.all(group.map(had).map(async (way) => ({ ...way, lists: await way.lists })));
    return { ways, items: ways.reduce((sum, way) => sum + way.least, 0) };
  });
  return { here, groups: await Promise.all(found), about: subject && new Set(lists.get("=" + subject).items) };
};

// phrase is the list of the items where stems stand at their places in a sentence.
const phrase = async (part, stems, at, lists) => {
  const spots = await Promise.all(stems.map((name, i) => spotsOf(part, name, lists[i])));
  const found = { items: [], impacts: [] };
  lists[0].items.forEach((item) => {
    if (spots.some((of) => !of.has(item))) return;
    const n = spots[0].get(item).spots.filter((spot) => at.every((far, i) => spots[i].get(item).spots.includes(spot + far))).length;
    if (!n) return;
    found.items.push(item);
    found.impacts.push(spots.reduce((both, of) => both & of.get(item).impact, 12) | Math.min(n - 1, 3));
  });
  return [found];
};

// spotsOf are the places of a stem in its items: numbers of sentence and word in one.
const spotsOf = async (part, name, { items, impacts }) => {
  const n = shardOf(name, part.shards);
  const [shard, { sum, rest }] = await Promise.all([postings(part, n), positions(part, n)]);
  if (sum != shard.sum) throw part;
  const names = [...shard.stems.keys()];
  const s = scan(rest, 0);
  const sizes = s.list(names.length, s.number);
  s.bytes(sizes.slice(0, names.indexOf(name)).reduce((a, b) => a + b, 0));
  const counts = Array.from(impacts, (impact) => ((impact & 3) == 3 ? s.number() : (impact & 3) + 1));
  const sentences = counts.map((count) => {
    let at = 0;
    return s.list(count, () => (at += s.number()));
  });
  return new Map(items.map((item, i) => [item, { impact: impacts[i], spots: sentences[i].map((at) => at * 2 ** 20 + s.number()) }]));
};
