// The files of the index, as the comment of package search has them. Each is fetched
// once.

const files = new Map();
let cache = "no-cache"; // the browser asks whether a file is new; with "reload" it fetches it

const keep = (name, fetched) => {
  if (!files.has(name)) {
    files.set(name, fetched());
    files.get(name).catch(() => files.delete(name));
  }
  return files.get(name);
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
      name = name.slice(0, b & 15) + rests[i];
      return { name, loose: loose(name), use: b >> 4 };
    });
  });

// places are what the items of a part are; the chain of the first meetings is what was so
// when there were no more.
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

// postings are the lists of a shard's stems, and what it was told of the part.
const postings = (part, n) =>
  packed(`${part.name}/${n}.bin`, "RP", (s, bytes) => {
    const told = [s.number(), s.number(), s.sum()];
    const heads = s.list(s.number(), () => s.bytes(2));
    let name = "";
    const names = heads.map(([shared, others]) => (name = name.slice(0, shared) + chars(s.bytes(others))));
    const sizes = names.map(() => [s.number(), s.number()]);
    const gaps = sizes.map(([, size]) => s.bytes(size));
    const blocks = sizes.map(([items], i) => [names[i], { gaps: gaps[i], impacts: s.bytes(items) }]);
    return { told, stems: new Map(blocks), sum: () => hash(chars(bytes)) };
  });
const positions = (part, n) =>
  packed(`${part.name}/p${n}.bin`, "RO", (s) => ({ sum: s.sum(), rest: s.rest() }));

// What a part has for the groups: for every way the lists of items, and how many there are.

const listed = (shard, name) => {
  const list = shard.stems.get(name) ?? { impacts: [], items: [] };
  if (list.items) return list;
  const s = scan(list.gaps, 0);
  list.items = new Int32Array(list.impacts.length);
  let item = -1;
  for (let i = 0; i < list.items.length; i++) list.items[i] = item += s.number();
  return list;
};

// partly fetches what a part has, all at once, and sees that its files fit each other.
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
  const had = ({ stems, place, at, factor }) => {
    const all = place ? [standing(here, place)] : stems.map((name) => lists.get(name));
    const least = Math.min(...all.map((list) => list.items.length));
    return { factor, least, lists: at?.[1] && least ? phrase(part, stems, at, all) : all };
  };
  const found = groups.map(async (group) => {
    const ways = await Promise.all(group.map(had).map(async (way) => ({ ...way, lists: await way.lists })));
    return { ways, items: sum(ways.map((way) => way.least)) };
  });
  return { here, groups: await Promise.all(found), about: subject && new Set(lists.get("=" + subject).items) };
};

// standing are the items of some days, or of a number; the meeting's own stands for its title.
const standing = ({ of, sizes, anchors }, { first, last, anchor }) => {
  const list = { items: [], impacts: [] };
  of.forEach((m, item) => {
    if (anchor ? anchors[item] != anchor : m.day < first || m.day > last) return;
    list.items.push(item);
    list.impacts.push(anchors[item] ? sizes[item] & 8 : 4);
  });
  return list;
};

// phrase is the list of the items where stems stand at their places in a sentence.
const phrase = async (part, stems, at, lists) => {
  const shared = lists.map((list) => new Set(list.items)).reduce((both, items) => new Set([...both].filter((item) => items.has(item))));
  const spots = await Promise.all(stems.map((name, i) => spotsOf(part, name, lists[i], shared)));
  const found = { items: [], impacts: [] };
  for (const item of shared) {
    const own = spots.map((of) => of.get(item));
    const n = own[0].spots.filter((spot) => at.every((far, i) => own[i].spots.includes(spot + far))).length;
    if (!n) continue;
    found.items.push(item);
    found.impacts.push(own.reduce((both, { impact }) => both & impact, 12) | Math.min(n - 1, 3));
  }
  return [found];
};

// spotsOf are the places of a stem in some items: numbers of sentence and word in one.
const spotsOf = async (part, name, { items, impacts }, wanted) => {
  const n = shardOf(name, part.shards);
  const [shard, { sum, rest }] = await Promise.all([postings(part, n), positions(part, n)]);
  if (sum != shard.sum()) throw part;
  const names = [...shard.stems.keys()];
  const s = scan(rest, 0);
  const sizes = s.list(3 * names.length, s.number);
  const column = (k) => scan(names.map((_, i) => s.bytes(sizes[3 * i + k]))[names.indexOf(name)], 0);
  const [counts, sentences, words] = [0, 1, 2].map(column);
  const found = new Map();
  items.forEach((item, i) => {
    const spots = wanted.has(item) && [];
    let sentence = 0;
    for (let n = (impacts[i] & 3) == 3 ? counts.number() : (impacts[i] & 3) + 1; n; n--) {
      const spot = (sentence += sentences.number()) * 2 ** 20 + words.number();
      if (spots) spots.push(spot);
    }
    if (spots) found.set(item, { impact: impacts[i], spots });
  });
  return found;
};
