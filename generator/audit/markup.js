'use strict';
// Reads HTML into trees and answers the few questions that the rules ask of them.

const parse5 = require('parse5');

const read = html => parse5.parse(html);

function* walk(node) {
  for (const child of node.childNodes ?? []) {
    if (!child.tagName) continue;
    yield child;
    yield* walk(child);
  }
}

const all = (node, wanted) => [...walk(node)].filter(typeof wanted === 'string' ? n => n.tagName === wanted : wanted);
const first = (node, wanted) => all(node, wanted)[0];

function attr(node, name) {
  return node.attrs?.find(a => a.name === name)?.value;
}

const classes = node => (attr(node, 'class') ?? '').split(/\s+/).filter(Boolean);

function closest(node, wanted) {
  for (let at = node; at; at = at.parentNode) {
    if (at.tagName && wanted(at)) return at;
  }
}

const inside = (node, tag) => Boolean(closest(node.parentNode, n => n.tagName === tag));
const plain = text => text.replace(/\u00ad/g, '').replace(/[\s\u00a0]+/g, ' ').trim();

// words is the text that a reader meets in the node, also in pictures.
function words(node) {
  return plain(collect(node));
}

function collect(node) {
  if (node.nodeName === '#text') return node.value;
  if (['script', 'style', 'template'].includes(node.tagName)) return ' ';
  if (node.tagName === 'img') return attr(node, 'alt') ?? '';
  const separated = /^(li|p|div|dt|dd|td|th|tr|h[1-6]|br|section|ul|ol|dl|caption)$/.test(node.tagName ?? '') ? ' ' : '';
  return separated + (node.childNodes ?? []).map(collect).join('') + separated;
}

// name is the accessible name of a link, a region or a table, as far as our
// pages need it.
function name(node, ids) {
  const refs = attr(node, 'aria-labelledby');
  if (refs) return plain(refs.split(/\s+/).map(id => ids.get(id) ? words(ids.get(id)) : '').join(' '));
  if (attr(node, 'aria-label')) return plain(attr(node, 'aria-label'));
  return plain(seen(node));
}

function seen(node) {
  if (node.tagName && attr(node, 'aria-hidden') === 'true') return '';
  if (!node.childNodes?.length) return collect(node);
  return node.childNodes.map(seen).join(/^(li|p|div|h[1-6])$/.test(node.tagName ?? '') ? ' ' : '');
}

function ids(tree) {
  const found = new Map();
  for (const node of walk(tree)) {
    const id = attr(node, 'id');
    if (id !== undefined && !found.has(id)) found.set(id, node);
  }
  return found;
}

// place says where a node stands, so that a person can find it.
function place(node) {
  const own = n => n.tagName + (attr(n, 'id') ? '#' + attr(n, 'id') : classes(n).map(c => '.' + c).join(''));
  const above = closest(node.parentNode, n => attr(n, 'id') !== undefined || n.tagName === 'body');
  const text = words(node).slice(0, 60);
  return (above && above !== node ? own(above) + ' ' : '') + own(node) + (text ? ` »${text}«` : '');
}

module.exports = { read, walk, all, first, attr, classes, closest, inside, plain, words, name, ids, place };
