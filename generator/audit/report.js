'use strict';
// Writes what was found: as JSON for programs, as Danish text for people, with the facts that the
// accessibility statement asks for.

const fs = require('fs');
const path = require('path');
const names = require('./criteria');
const qualweb = require('./checks/qualweb');
const nu = require('./checks/nu');

const byNumber = (a, b) => a.localeCompare(b, 'en', { numeric: true });

// What no program can judge, in any case.
const notByProgram = [
  'Brug med skærmlæser, forstørrelse, stemmestyring og andre hjælpemidler',
  'Om tekster, overskrifter, links og beskrivelser er forståelige for læserne',
  'Om tegningernes beskrivelser siger det samme som tegningerne',
  'Bilag i pdf og andre filformater',
];

function facts({ folder, pages, checks, faults, notes, browserVersion }) {
  const failed = {};
  for (const fault of faults) for (const c of fault.criteria.filter(c => names[c])) failed[c] = (failed[c] ?? 0) + 1;
  const tested = [...notes.criteria].filter(c => names[c]).sort(byNumber);
  return {
    date: new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' }),
    address: folder.base,
    standard: 'WCAG 2.2 A og AA (heri EN 301 549 v3.2.1, kapitel 9)',
    tools: [...checks.filter(c => c.tool).map(c => c.tool), ...(browserVersion ? [{ name: 'Chromium', version: browserVersion.replace(/^\w+\//, '') }] : [])],
    pages: { total: folder.pages.length, inBrowser: pages.map(p => p.address) },
    checks: checks.map(c => ({ name: c.name, title: c.title, faults: faults.filter(f => f.check === c.name).length })),
    criteria: { tested, failed: Object.fromEntries(Object.entries(failed).sort(([a], [b]) => byNumber(a, b))), notTested: Object.keys(names).filter(c => !tested.includes(c)) },
    notByProgram,
    leftOut: [...Object.entries(qualweb.advisory).map(([rule, reason]) => ({ rule, reason })), ...nu.unknown.map(u => ({ rule: `nu: ${u.message.source}`, reason: u.reason }))],
    unsure: [...notes.doubts.values()].map(d => ({ rule: d.rule, text: d.text, pages: [...d.pages] })),
    faults,
  };
}

const criterion = c => `${c} ${names[c]}`;
const list = lines => (lines.length ? lines.map(line => `  - ${line}`).join('\n') : '  - ingen');

function text(f) {
  const [year, month, day] = f.date.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day)).toLocaleDateString('da-DK', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const whole = f.pages.inBrowser.length === f.pages.total;
  const failed = Object.entries(f.criteria.failed);
  return `Afprøvning af webstedets tilgængelighed

Websted: ${f.address}
Dato for afprøvningen: ${date}
Metode: automatisk afprøvning; ingen mennesker har vurderet siderne
Standard: ${f.standard}
Resultat: ${f.faults.length === 0 ? 'ingen fejl' : `${f.faults.length} fejl`}

Værktøjer
${list(f.tools.map(t => `${t.name} ${t.version}`))}

Sider
  Alle ${f.pages.total} sider er læst af programmet. ${whole ? 'Alle er også' : `${f.pages.inBrowser.length} er også`} afprøvet i en browser${whole ? '' : ', mindst én af hver slags og opbygning'}:
${list(f.pages.inBrowser)}

Prøver
${list(f.checks.map(c => `${c.title}: ${c.faults === 0 ? 'ingen fejl' : `${c.faults} fejl`}`))}

Kriterier med fejl
${list(failed.map(([c, n]) => `${criterion(c)}: ${n} fejl`))}

Kriterier, som er afprøvet helt eller delvis
${list(f.criteria.tested.map(criterion))}

Ikke afprøvet
${list([...f.criteria.notTested.map(criterion), ...f.notByProgram])}

Regler, som ikke tæller med
${list(f.leftOut.map(l => `${l.rule}: ${l.reason}`))}

Bør ses efter af et menneske
${list(f.unsure.map(u => `${u.rule}: ${u.text} (${pageCount(u.pages.length)})`))}

Fejl
${list(grouped(f.faults))}
`;
}

const pageCount = n => (n === 1 ? '1 side' : `${n} sider`);

// grouped says each fault once, with the first pages that have it.
function grouped(faults) {
  const groups = new Map();
  for (const fault of faults) {
    const key = `${fault.check} ${fault.rule}`;
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()].map(group => {
    const shown = group.slice(0, 5).map(f => `      ${f.page}${f.mode ? ` (${f.mode})` : ''}${f.place ? ` ${f.place}` : ''}: ${f.text}`);
    const more = group.length > 5 ? [`      og ${group.length - 5} til; se rapport.json`] : [];
    const criteria = group[0].criteria.filter(c => names[c]);
    return [`${group[0].check}, ${group[0].rule}: ${group.length} fejl${criteria.length ? ` (kriterium ${criteria.join(', ')})` : ''}`, ...shown, ...more].join('\n');
  });
}

function write(result, out) {
  const f = facts(result);
  fs.mkdirSync(out, { recursive: true });
  fs.writeFileSync(path.join(out, 'rapport.json'), JSON.stringify(f, null, 1) + '\n');
  fs.writeFileSync(path.join(out, 'rapport.txt'), text(f));
  return f;
}

module.exports = { facts, text, grouped, write };
