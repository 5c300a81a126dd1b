'use strict';
// Links lead somewhere, say where alone, and name the type and size of a file.

const m = require('../markup');

module.exports = {
  name: 'links',
  title: 'Links fører til noget og siger hvorhen',
  criteria: ['2.4.4', '2.4.9'],
  rules(page, folder) {
    return [...targets(folder, page), ...texts(folder, page), ...files(folder, page)];
  },
  site(folder) {
    return [...lists(folder), ...styles(folder)];
  },
};

const references = { a: ['href'], area: ['href'], link: ['href'], img: ['src'], script: ['src'], source: ['src'], iframe: ['src'], form: ['action'], use: ['href'], image: ['href'] };

function* targets(folder, page) {
  for (const node of m.walk(page.tree)) {
    for (const name of references[node.tagName] ?? []) {
      const href = m.attr(node, name);
      if (href === undefined) continue;
      if (/^(mailto|tel):./i.test(href)) continue;
      const missing = lookup(folder, page, href);
      if (missing) yield { page, rule: 'link-uden-mål', place: m.place(node), text: missing };
    }
  }
}

function lookup(folder, page, href) {
  const file = folder.find(href, page.address);
  if (file === undefined) return `${href} findes ikke`;
  const anchor = decodeURIComponent(href.split('#')[1] ?? '');
  const target = file && folder.pageOf(file);
  if (anchor && target && !target.anchors.has(anchor)) return `stedet #${anchor} findes ikke på ${target.address}`;
}

function* texts(folder, page) {
  const targets = new Map();
  for (const link of m.all(m.first(page.tree, 'body'), n => n.tagName === 'a' && m.attr(n, 'href') !== undefined)) {
    const href = m.attr(link, 'href');
    const text = m.name(link, page.ids);
    if (!text) yield { page, rule: 'link-uden-tekst', place: m.place(link), text: `linket til ${href} har ingen tekst` };
    else if (/^((https?:\/\/|www\.)\S*|[a-z0-9-]+(\.[a-z0-9-]+)+\/\S*)$/i.test(text)) yield { page, rule: 'bar-adresse', place: m.place(link), text: `linkteksten er en adresse: ${text}` };
    const key = text.toLowerCase();
    const absolute = new URL(href, new URL(page.address, folder.base)).href;
    if (!targets.has(key)) targets.set(key, absolute);
    else if (targets.get(key) !== absolute) {
      yield { page, rule: 'samme-tekst', place: m.place(link), text: `»${text}« fører både til ${targets.get(key)} og ${absolute}` };
    }
  }
}

const documents = /\.(pdf|docx?|xlsx?|pptx?|odt|ods|odp|csv|zip|txt|rtf|png|jpe?g|tiff?)$/i; // a calendar is subscribed to, as a feed is

function* files(folder, page) {
  for (const link of m.all(page.tree, n => n.tagName === 'a' && documents.test((m.attr(n, 'href') ?? '').split(/[?#]/)[0]))) {
    const href = m.attr(link, 'href');
    const file = folder.find(href, page.address);
    if (!file) continue;
    const said = m.name(link, page.ids).match(/\(([a-z0-9]+), ([\d.,]+)[ \u00a0](bytes?|kB|MB|GB)\)/i);
    const type = file.split('.').pop().toLowerCase();
    if (!said || said[1].toLowerCase() !== type) {
      yield { page, rule: 'fil-uden-type', place: m.place(link), text: `linket til ${href} siger ikke type og størrelse, fx »(${type}, 240 kB)«` };
    } else if (!near(said[2], said[3], folder.bytes(file).length)) {
      yield { page, rule: 'fil-størrelse', place: m.place(link), text: `linket siger ${said[2]} ${said[3]}, men filen er ${folder.bytes(file).length} byte` };
    }
  }
}

// near allows what rounding does, and that a thousand may be 1024.
function near(number, unit, bytes) {
  const power = ['b', 'k', 'm', 'g'].indexOf(unit[0].toLowerCase());
  const value = Number(number.replace(',', '.'));
  const step = number.includes(',') ? 0.1 : 1;
  return [1000, 1024].some(thousand => Math.abs(bytes / thousand ** power - value) <= step);
}

// lists looks at the addresses of sitemap and feeds.
function* lists(folder) {
  for (const name of folder.names.filter(n => /\.(xml|atom)$/.test(n))) {
    const page = { address: folder.root + name };
    for (const [, address] of folder.text(name).matchAll(/(?:<loc>|<link[^>]* href=")([^<"]+)/g)) {
      const missing = lookup(folder, page, address.replace(/&amp;/g, '&'));
      if (missing) yield { page, rule: 'link-uden-mål', text: missing };
    }
  }
}

function* styles(folder) {
  for (const name of folder.names.filter(n => n.endsWith('.css'))) {
    const page = { address: folder.root + name };
    for (const [, address] of folder.text(name).matchAll(/url\(\s*["']?([^"')]+)/g)) {
      if (!address.startsWith('data:') && folder.find(address, page.address) === undefined) yield { page, rule: 'link-uden-mål', text: `${address} findes ikke` };
    }
  }
}
