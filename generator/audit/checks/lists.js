'use strict';
// In lists every entry is a heading, a list item or a cell, dates can be read
// by programs too, and the status of subjects stands in words.

const m = require('../markup');

module.exports = {
  name: 'lister',
  title: 'Lister: hvert punkt er et listepunkt eller en overskrift, datoer og status står i ord',
  criteria: ['1.3.1', '1.4.1'],
  rules(page, folder) {
    if (['minutes', 'subject'].includes(page.kind)) return [];
    return [...entries(folder, page), ...status(folder, page), ...filters(page)];
  },
};

const holders = ['li', 'td', 'th', 'dd', 'dt', 'h1', 'h2', 'h3', 'h4', 'p', 'caption'];

function* entries(folder, page) {
  for (const link of m.all(m.first(page.tree, 'main'), n => n.tagName === 'a' && m.attr(n, 'href'))) {
    if (!m.closest(link, n => holders.includes(n.tagName))) yield { page, rule: 'liste-punkt', place: m.place(link), text: 'linket er hverken et listepunkt, en overskrift eller en celle' };
    const target = folder.find(m.attr(link, 'href'), page.address);
    const minutes = target && !m.attr(link, 'href').includes('#') && folder.pageOf(target);
    const entry = m.closest(link, n => ['h2', 'h3', 'h4'].includes(n.tagName));
    if (!entry || minutes?.kind !== 'minutes') continue;
    if (!m.first(entry, n => n.tagName === 'time' && m.attr(n, 'datetime') === minutes.date)) {
      yield { page, rule: 'liste-dato', place: m.place(link), text: `datoen ${minutes.date} står ikke i <time datetime>` };
    }
  }
}

// status looks at tables whose rows are subjects. Tables of counts of persons are of something else.
function* status(folder, page) {
  if (page.kind === 'table') return;
  for (const row of m.all(page.tree, 'tr')) {
    const head = m.first(row, n => n.tagName === 'th' && m.attr(n, 'scope') === 'row');
    const link = head && m.first(head, 'a');
    const file = link && folder.find(m.attr(link, 'href'), page.address);
    const subject = file && folder.pageOf(file);
    if (subject?.kind !== 'subject') continue;
    const { title, done, date } = subject.data.status ?? {};
    if ((done || date?.words) && !m.words(row).toLowerCase().includes(m.plain(title).toLowerCase())) yield { page, rule: 'status-i-ord', place: m.place(row), text: `status »${title}« står ikke i ord` };
    for (const sign of m.all(row, n => m.classes(n).includes('sign') || n.tagName === 'svg')) {
      if (m.attr(sign, 'aria-hidden') !== 'true') yield { page, rule: 'status-tegn', place: m.place(row), text: 'tegnet er ikke skjult for skærmlæsere' };
    }
  }
}

// filters must work without scripts: a form has an address, and no control
// stands alone.
function* filters(page) {
  for (const control of m.all(m.first(page.tree, 'main'), n => ['select', 'input'].includes(n.tagName) && m.attr(n, 'type') !== 'hidden')) {
    const form = m.closest(control, n => n.tagName === 'form');
    if (!form || m.attr(form, 'action') === undefined) yield { page, rule: 'filter-uden-formular', place: m.place(control), text: 'feltet virker ikke uden JavaScript' };
  }
}
