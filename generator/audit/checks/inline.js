'use strict';
// No style and no script stands in a page or a drawing, so that the content security policy can forbid both. What a
// page says of itself to search engines is data, which can be read.

const m = require('../markup');

module.exports = {
  name: 'inline',
  title: 'Ingen stil og intet script i selve siderne og tegningerne',
  criteria: [],
  rules(page) {
    return [...check(page)];
  },
  site(folder) {
    const drawings = folder.names.filter(n => n.endsWith('.svg')).map(n => ({ address: folder.root + n, tree: m.read(folder.text(n)) }));
    return drawings.flatMap(drawing => [...check(drawing)]);
  },
};

// isJSON tells of data for search engines, which nothing runs.
function isJSON(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function* check(page) {
  for (const node of m.walk(page.tree)) {
    for (const { name, value } of node.attrs) {
      if (name === 'style' || /^on[a-z]/.test(name)) yield { page, rule: 'inline-attribut', place: m.place(node), text: `attributten ${name} må ikke bruges` };
      if (/^\s*javascript:/i.test(value)) yield { page, rule: 'inline-attribut', place: m.place(node), text: `${name} er et script` };
    }
    if (node.tagName === 'style') yield { page, rule: 'inline-stil', place: m.place(node), text: 'stil står i siden' };
    if (node.tagName !== 'script' || m.attr(node, 'src') !== undefined) continue;
    if (m.attr(node, 'type') !== 'application/ld+json') yield { page, rule: 'inline-script', place: m.place(node), text: 'script står i siden' };
    else if (!isJSON(node.childNodes.map(n => n.value).join(''))) yield { page, rule: 'data-ulæselig', place: m.place(node), text: 'det, der er skrevet til søgemaskiner, er ikke JSON' };
  }
}
