'use strict';
// A built site as it lies in its folder: its files, its pages, and the few pages
// that together show everything the site is made of.

const fs = require('fs');
const path = require('path');
const m = require('./markup');

class Folder {
  constructor(dir) {
    this.dir = dir;
    this.names = list(dir);
    const home = this.names.includes('index.html') ? m.read(this.text('index.html')) : null;
    const canonical = home && m.first(home, n => n.tagName === 'link' && m.attr(n, 'rel') === 'canonical');
    this.base = canonical ? new URL(m.attr(canonical, 'href')).href : 'http://site.invalid/';
    this.root = new URL(this.base).pathname;
    this.pages = this.names.filter(n => n.endsWith('.html')).map(n => this.page(n));
  }

  text(name) {
    return fs.readFileSync(path.join(this.dir, name), 'utf8');
  }

  bytes(name) {
    return fs.readFileSync(path.join(this.dir, name));
  }

  page(name) {
    const html = this.text(name);
    const tree = m.read(html);
    const page = { name, address: this.root + name.replace(/(^|\/)index\.html$/, '$1'), html, tree, ids: m.ids(tree) };
    const json = m.first(tree, n => n.tagName === 'link' && m.attr(n, 'type') === 'application/json');
    if (json) {
      const file = this.find(m.attr(json, 'href'), page.address);
      if (file) page.data = JSON.parse(this.text(file));
    }
    page.kind = page.data?.schema?.replace(/\/.*/, '') ?? '';
    return page;
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

  // sample returns few pages that together show every kind of page, every state of minutes, every language, and every
  // element within each parent that it has anywhere.
  sample() {
    const features = new Map(this.pages.map(p => [p, structure(p)]));
    const missing = new Set([...features.values()].flatMap(f => [...f]));
    const chosen = [];
    while (missing.size > 0) {
      let best, most = 0;
      for (const [page, own] of features) {
        const gain = [...own].filter(f => missing.has(f)).length;
        if (gain > most || (gain === most && best && page.html.length > best.html.length)) [best, most] = [page, gain];
      }
      chosen.push(best);
      for (const f of features.get(best)) missing.delete(f);
    }
    return this.pages.filter(p => chosen.includes(p));
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
