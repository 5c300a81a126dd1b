'use strict';
// Ids stand once on a page, and what refers to one finds it.

const m = require('../markup');

const referring = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details', 'for', 'headers'];

module.exports = {
  name: 'id',
  title: 'Hvert id står én gang, og henvisninger til id’er passer',
  criteria: ['1.3.1', '4.1.2'],
  rules(page) {
    return [...check(page)];
  },
};

function* check(page) {
  const seen = new Set();
  for (const node of m.walk(page.tree)) {
    const id = m.attr(node, 'id');
    if (id !== undefined && seen.has(id)) yield { page, rule: 'id-to-gange', place: m.place(node), text: `id »${id}« står to gange` };
    if (id !== undefined) seen.add(id);
    for (const name of referring) {
      for (const ref of (m.attr(node, name) ?? '').split(/\s+/).filter(Boolean)) {
        if (!page.ids.has(ref)) yield { page, rule: 'id-mangler', place: m.place(node), text: `${name} henviser til »${ref}«, som ikke findes` };
      }
    }
  }
}
