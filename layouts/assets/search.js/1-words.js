// Words of Danish as the search compares them: as package search does, whose comment is
// the specification. A stem is a text of one character for each byte.

const word = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}\u00ad]|(?<=\d)\.(?=\d{3}(?!\d)))*(?:['’](?:s|ernes?|e[nrt]s?)(?![\p{L}\p{M}\p{N}]))?/gu;
const sentence = /[\n\t]|(?<=[.!?])\s+(?=\p{Lu})/u;
const inner = /[aeiouyæøå][^aeiouyæøå]/;
const endings = /(?:et|)hed$|hed(?:ens?|er|s)$|erede?$|(?:er|)(?:endes?|ens?|ets?|es?|er)$|enes?$|ernes?$|ers$|s$/;
const spelled = { å: "aa", æ: "ae", ä: "ae", ø: "oe", ö: "oe", ß: "ss" };

// snowball takes the endings off a Danish word in lower case.
const snowball = (word) => {
  const start = word.search(inner);
  if (start < 0 || word.length < 3) return word;
  const from = Math.max(start + 2, 3);
  const ends = (ending) => word.slice(from).match(ending)?.[0].length ?? 0;
  const cut = (n) => {
    if (n) word = word.slice(0, -n);
    return n;
  };
  const unpair = () => cut(ends(/gd$|[gdk]t$/) / 2);
  const end = ends(endings);
  if (end > 1 || /[abcdfghjklmnoprtvyzå]s$|[^s]$/.test(word)) cut(end);
  unpair();
  word = word.replace(/igst$/, "ig");
  if (cut(ends(/(?:e?l|)ig$|els$/))) unpair();
  else if (ends(/løst$/)) cut(1);
  if (ends(/[^aeiouyæøå]$/) && word.at(-1) == word.at(-2)) cut(1);
  return word;
};

// fold writes a word without the letters that not everybody can type.
const fold = (word) => {
  if (/^[\0-\x7f]*$/.test(word)) return word;
  word = word.normalize().replace(/[åæäøöß]/g, (letter) => spelled[letter]).normalize("NFD").replace(/\p{M}/gu, "");
  return chars(new TextEncoder().encode(word));
};

// loose is what somebody types who has no æøå.
const loose = (stem) => stem.replace(/oe|aa|ae/g, (pair) => (pair == "oe" ? "o" : pair == "aa" ? "a" : "e"));

const plain = (word) => word.replace(/['’].*|[\u00ad.]/g, "").toLowerCase();
const stems = new Map();
const stem = (word) => {
  let known = stems.get(word);
  if (known === undefined) {
    known = fold(snowball(plain(word))).replace(/^([b-df-hj-np-tv-xz]{3,})s$/, "$1");
    if (known.length > 60) known = "";
    stems.set(word, known);
  }
  return known;
};
const wordsOf = (text = "") => text.match(word) ?? [];
const stemsOf = (text) => wordsOf(text).map(stem);
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
