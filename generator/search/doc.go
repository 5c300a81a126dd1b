// Package search owns the readers' index: texts become files that a browser can
// fetch piece by piece, and Reader answers queries from these very files. It knows
// neither the site nor where the files lie; what is public is decided before.
//
// The script in the reader's browser follows this comment and Reader, so that both
// give the same hits in the same order. All reckoning is in whole numbers.
//
// # What is found
//
// Items of meetings. What stands outside the items of a meeting, its title
// included, is an item without anchor, the first of the meeting. Items are numbered
// from 0 in each part of the index: meetings by date, committee and name; their items in order.
// Of a meeting to come these are the items of its agenda.
//
// # Words and stems
//
// A word is a run of letters, marks and digits (Unicode L, M, N) of the text that a
// page shows; soft hyphens are left out, and so is a full stop between a digit and
// exactly three digits ("20.621" is 20621). An apostrophe (' or ’) and s, en, er, et, these with an s or not, or erne, ernes
// behind them that end a word belong to it, but are left out ("NGC's" is NGC). Words are in lower case. A sentence
// ends at a line break, at a tab, and at one of .!? with spaces and then a capital behind it.
// A stem of more than 60 bytes, or of none, counts as a common word. One of three or more of the letters b–z without vowels and
// an s behind them, folded, loses the s ("ngcs").
//
// The stem of a word is that of Snowball's Danish, folded: å becomes aa, æ and ä
// ae, ø and ö oe, ü u, ß ss; then accents go (NFD without its marks). Snowball, on a
// word with vowels aeiouyæåø, where R1 begins behind the first consonant that
// follows a vowel, but not before the third letter (a word without one has none):
//
//  1. the longest of these that lies in R1 goes: hed ethed ered e erede ende erende
//     ene erne ere en heden eren er heder erer heds es endes erendes enes ernes eres
//     ens hedens erens ers ets erets et eret; or else s, if one of
//     abcdfghjklmnoprtvyzå stands before it. If it is s that is longest and it may
//     not go, nothing goes.
//  2. of gd dt gt kt at the end, in R1, the last letter goes
//  3. a word that ends in igst loses the st. Then the longest of ig lig elig els
//     løst that lies in R1: the first four go, and step 2 is done again; of løst the t goes
//  4. of two like consonants at the end (any letters that are no vowels), the last in
//     R1, one goes
//
// The loose key of a stem has o for oe, a for aa, and e for ae: what somebody types
// who has no æøå.
//
// Common are the words that the manifest lists, by their stems. They are in no file but
// take up a place in their sentence.
//
// # Files
//
// All but the manifest are gzip streams. A number is an unsigned LEB128 of at most 32
// bits if nothing else is said; a text is a number of bytes and UTF-8.
//
//	indeks.json           the manifest: see type Manifest
//	ord.bin               the vocabulary: all stems of letters of the whole site
//	<part>/steder.bin     the places: what the items of a part are
//	<part>/<n>.bin        postings, n from 0: first the part's shards of words, then those of numbers
//	<part>/p<n>.bin       positions, wanted for phrases only
//
// A browser may have some of them from before a change of the site. The manifest is
// asked for anew each time; of the others one that does not fit says so itself:
// then it is fetched again, past the cache.
//
// Vocabulary: "RV" and a byte 1; the number of stems; for each, in order of bytes,
// one byte: bits 0–3 are how many bytes it shares with the stem before (at most 15),
// bits 4–7 its use: how many bits the number of its items has (at most 15); then for each
// the bytes that it does not share and a line feed. Stems with a digit, 0 to 9, are not in it.
//
// Places: "RT" and a byte 1; the number of committees and their ids (texts); the number of
// meetings; for each: days since the one before (since 1900-01-01 of the first),
// committee, what its name has behind the date (a text: "-2"), a byte (bit 0: a
// draft), number of items; then for each item of all meetings a byte (bits 0–2 its
// length, bit 3: it has a decision); then for each the anchor and a line feed.
// The length is how many bits the number of its words has, less 5, from 0 to 7; 7 of an item
// without anchor, which thus comes after the others.
//
// The chain of the first k meetings is FNV-1a of 32 bits over the bytes, for each,
// of committee/name, a line feed, and every anchor with a line feed.
//
// Postings: "RP" and a byte 1; the part's number of shards; the number k of
// meetings up to the last that it speaks of, and their chain (4 bytes, low first):
// when it is not that of the places, one of the two is old. The number of stems; for
// each, in order of bytes, two bytes: how many bytes it shares with the one before, how many others it has;
// the others of each; for each the number of its items, and of the bytes of its gaps; the gaps of each: from
// item to item, the first counted from -1; then for each a byte for each of its items: bits 0–1 how often it is there
// less one, at most 3; bit 2: in the title; bit 3: in a decision.
//
// A stem stands in the shard a + b modulo the number of shards, which is a power of two: a is
// FNV-1a of 32 bits over its first four bytes, b that over the others, modulo 8. A stem with a
// digit stands in one of those behind these, which are a sixteenth as many, or one: FNV-1a over all its bytes, modulo
// their number. So do terms that say
// which subjects an item is about, "=" and the id, without positions.
//
// Positions: "RO" and a byte 1; FNV-1a (4 bytes, low first) of the postings that it
// goes with, unpacked; for each stem there how many bytes it has in each of three columns; the columns. The first has, for each item
// where the stem is there more than three times, how often; the second for every
// occurrence the sentence, counted from the occurrence before in the item; the third for every one the place in its
// sentence. Sentence 0 is the title.
//
// # Queries
//
// A query has words and phrases in quotation marks ("…", also “…”, ”…”, »…« and
// without an end), in NFC. Common words outside phrases are left out; a query of nothing else
// finds nothing, and says so. Each word becomes a group of stems with a factor in per cent:
//
//	100  its stem s
//	 90  of synonyms, where it is one: each other way of saying it, all of whose stems are there
//	 70  stems that begin with the folded word, if it is the last word and is still being typed
//	 60  stems that begin or end in s or in the folded word, if that has four bytes or more; of s that ends in ing
//	     or ning the stem of what is left with an e, if it has five bytes or more ("indstil" of "indstilling")
//	 30  … that have it in their middle
//
// If s is not in the vocabulary, also, of the loose keys:
//
//	80  the same
//	40  of four bytes or more: begins or ends so; 20 in the middle
//	40  begins with the folded word, if that has three bytes
//
// If there is still nothing at all, something else stands in the place of the word, and the answer says so: 40 for the stem that
// is most likely meant. Its loose key differs by one slip, which is a byte put in, left out, changed, or two neighbours
// swapped; s has five bytes or more; and both begin with the same byte if s has less than eight. The one of most use is taken, as below. If
// there is none, 20 for the stems of the two parts of the word together, of four bytes or more each ("børne" and "kræft"): of the ways to cut it
// where both are in the vocabulary that with the shortest first, but never before "ing". If there is none either, two parts of two bytes or
// more, as a phrase ("setup" is "set-up"). A word with a digit has its own stem
// only, and synonyms. What has a stem without digits that is not in the vocabulary is nowhere, and
// not fetched. A stem has the greatest factor that it can have. Of those that come from the
// vocabulary the best are taken, in order of factor, use (the most first), length in bytes, bytes: at most 15, and
// of at most 5 shards besides that of s. A stem whose shard would make the load of all more than 196608 is left
// out: the load of a shard is the sum over the stems of the vocabulary there of 8 + 2 to the power of use. The first
// shard is always taken (shards as the part with most of them has them).
// Synonyms of several words are also seen in a query, the longest first; they are one group then.
//
// Before these, two things are seen that say where an item stands, if any item of the site does; else they are words like
// others. Such a group has with a factor of 100 all items that stand there: in a title those without anchor count, in a
// decision those with one. They are a date, of which the items of the meetings are meant: day, month and year in letters ("7. november 2023",
// also abbreviated) or digits ("7.11.2023"), year, month and day ("2023-11-07"), month in letters and year; days that exist,
// from 1901 on, and of the month's name at least three letters; and the number of an item: "pkt" or "punkt" and numbers of a digit, maybe with another or a letter behind it, that begin no
// date ("pkt. 2.1"), of which the items with the anchor "punkt-2-1" are meant.
//
// The words of a phrase stand in one sentence, one behind the other, by their stems; a common
// word within it stands for any word, and at its ends it is left out.
//
// # Ranking
//
// With N items in the site and df items that a group's stems are in, added up over parts and stems, from 1 to N
// (of a phrase, and of a synonym of several words, the least of its stems' in each part), the group's
// weight is 16 + lg(16·N/df). The division is rounded down; lg of a number with b bits is
// 16·(b−5) + the four bits behind the highest.
//
// A stem in an item counts factor·weight·(128·n/(2n+1+length) + 64 in a title + 24 in a
// decision)/100, each division rounded down, n being how often, at most 4. A group counts as its best
// stem does; what consists of several stems as the least of these (a phrase: n times the phrase, title and
// decision when all its stems are). The item has the sum of its groups, and of that again
// sum·days/(8·span): days since the first day of the manifest, span to its last.
//
// An item is a hit when it has all groups. If none has, those are that have all that are anywhere (whose df is not 0);
// if there are none either, those whose groups' weights are half of these or more. Hits stand by score, then the newest first, then in order of
// their numbers. Filters: committee, year, subject (the items of its term); only decisions: only postings
// with the bit, or in the title of an item that has a decision, count. With a year, parts without it are
// left out altogether. A query
// of filters alone finds all such items with an anchor, the newest first.
//
// # Names
//
// Pages are found by the names in the manifest, subjects first, then committees, then
// others: when every word of the query, phrases included, is in the name (or in one of its
// others): a word of it has the same stem or the same loose key, or begins or ends in the stem (of four bytes or more). Outside
// phrases the same goes for the folded word and for the stems of its synonyms, all of one entry; and a word of three bytes or one that is being
// typed may be the beginning. Of a subject the manifest's word for one ("patientgruppe") counts as in its name, but no query finds it by that
// alone. With a filter the other committees or subjects are left out.
package search
