'use strict';
// A built site as it lies in its folder: its files, its pages, and the few pages
// that together show everything the site is made of.

const fs = require('fs');
const path = require('path');
const m = require('./markup');

// kept is how many parsed pages stay in memory: a site may have thousands.
const kept = 50;

// Page is one page. What other pages ask of it is kept; its tree is parsed again when it has been
// forgotten.
class Page {
  constructor(folder, name) {
    this.folder = folder;
    this.name = name;
    this.address = folder.root + name.replace(/(^|\/)index\.html$/, '$1');
    const json = m.first(this.tree, n => n.tagName === 'link' && m.attr(n, 'type') === 'application/json');
    this.json = json && folder.find(m.attr(json, 'href'), this.address);
    this.kind = this.data?.schema?.replace(/\/.*/, '') ?? '';
    this.date = this.data?.date;
    this.size = folder.bytes(name).length;
    const title = m.first(m.first(this.tree, 'head'), 'title');
    this.title = title ? m.words(title) : '';
    this.anchors = new Set(this.ids.keys());
    this.leadsOn = m.first(this.tree, n => n.tagName === 'meta' && m.attr(n, 'http-equiv') === 'refresh') !== undefined;
    this.structure = structure(this);
  }

  get tree() {
    return this.folder.parsed(this).tree;
  }

  // ids are the elements of the tree by their ids.
  get ids() {
    return this.folder.parsed(this).ids;
  }

  // data is what the page says of itself to programs.
  get data() {
    return this.json ? JSON.parse(this.folder.text(this.json)) : undefined;
  }
}

class Folder {
  constructor(dir) {
    this.dir = dir;
    this.names = list(dir);
    this.memory = new Map();
    const home = this.names.includes('index.html') ? m.read(this.text('index.html')) : null;
    const canonical = home && m.first(home, n => n.tagName === 'link' && m.attr(n, 'rel') === 'canonical');
    this.base = canonical ? new URL(m.attr(canonical, 'href')).href : 'http://site.invalid/';
    this.root = new URL(this.base).pathname;
    this.pages = this.names.filter(n => n.endsWith('.html')).map(n => new Page(this, n));
  }

  parsed(page) {
    let found = this.memory.get(page);
    if (!found) {
      const tree = m.read(this.text(page.name));
      found = { tree, ids: m.ids(tree) };
      if (this.memory.size >= kept) this.memory.delete(this.memory.keys().next().value);
      this.memory.set(page, found);
    }
    return found;
  }

  text(name) {
    return fs.readFileSync(path.join(this.dir, name), 'utf8');
  }

  bytes(name) {
    return fs.readFileSync(path.join(this.dir, name));
  }

  // find returns the file that an address leads to, as seen from a page; null
  // if it is somewhere else in the world, undefined if there is none.
  find(href, from) {
    let url;
    try {
      url = new URL(href, new URL(from, this.base));
    } catch {
      return undefined;
    }
    if (url.origin !== new URL(this.base).origin) return null;
    if (!url.pathname.startsWith(this.root)) return undefined;
    const name = decodeURIComponent(url.pathname.slice(this.root.length));
    return [name, name + 'index.html', name + '/index.html'].map(n => n.replace(/^\//, '')).find(n => this.has(n));
  }

  has(name) {
    this.known ??= new Set(this.names);
    return this.known.has(name);
  }

  pageOf(name) {
    this.byName ??= new Map(this.pages.map(p => [p.name, p]));
    return this.byName.get(name);
  }

  // staying are the pages that a browser stays on.
  get staying() {
    return this.pages.filter(p => !p.leadsOn);
  }

  // sample returns few pages that together show every kind of page, every state of minutes, every language, and every
  // element within each parent that it has anywhere.
  sample() {
    const missing = new Set(), pages = this.staying;
    for (const page of pages) for (const feature of page.structure) missing.add(feature);
    const chosen = [];
    while (missing.size > 0) {
      let best, most = 0;
      for (const page of pages) {
        let gain = 0;
        for (const feature of page.structure) if (missing.has(feature)) gain++;
        if (gain > most || (gain === most && best && page.size > best.size)) [best, most] = [page, gain];
      }
      chosen.push(best);
      for (const feature of best.structure) missing.delete(feature);
    }
    return pages.filter(p => chosen.includes(p));
  }
}

function structure(page) {
  const own = n => n.tagName + m.classes(n).map(c => '.' + c).join('') + (m.attr(n, 'role') ? '@' + m.attr(n, 'role') : '');
  const robots = m.first(page.tree, n => n.tagName === 'meta' && m.attr(n, 'name') === 'robots');
  const features = new Set([['kind', page.kind, page.data?.state, robots && m.attr(robots, 'content')].join(' '), 'lang ' + m.attr(m.first(page.tree, 'html'), 'lang')]);
  for (const node of m.walk(page.tree)) {
    if (node.tagName === 'body') continue;
    if (m.closest(node, n => n.tagName === 'body')) features.add(own(node.parentNode) + '>' + own(node));
  }
  return features;
}

function list(dir, under = '') {
  const entries = fs.readdirSync(path.join(dir, under), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap(e => (e.isDirectory() ? list(dir, under + e.name + '/') : [under + e.name]));
}

module.exports = { Folder };
