'use strict';
// axe-core in each look at both widths.

const axe = require('axe-core');
const danish = require('axe-core/locales/da.json');
const { looks, widths } = require('../browser');

// The tags that GOV.UK uses, and the European standard: WCAG 2.2 with the
// contrast of AAA. The rule region is among the best practices.
const tags = ['best-practice', 'wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549'];

// On paper nothing is clicked.
const onPaper = { 'target-size': { enabled: false } };

module.exports = {
  name: 'axe',
  title: 'axe-core i lys, mørk, tvungne farver og udskrift ved 320 og 1280 pixel',
  criteria: [],
  tool: { name: 'axe-core', version: axe.version },
  async page(tab, page, notes) {
    const faults = [];
    await tab.visit(page.address);
    await tab.evaluate(axe.source);
    await tab.evaluate(locale => window.axe.configure({ locale }), danish);
    for (const look of Object.keys(looks)) {
      for (const width of widths) {
        await tab.show({ width, look });
        const found = await tab.evaluate(run, tags, looks[look].print ? onPaper : {});
        for (const rule of found.passed) notes.criterion(rule);
        for (const rule of found.unsure) notes.unsure(page, rule);
        faults.push(...found.faults.map(f => ({ ...f, page, mode: `${look}, ${width} px`, criteria: criteria(f.tags) })));
      }
    }
    return faults;
  },
  criteriaOf: criteria,
};

// criteria reads 1.4.3 out of wcag143.
function criteria(tags) {
  return tags.map(t => t.match(/^wcag(\d)(\d)(\d+)$/)).filter(Boolean).map(([, a, b, c]) => `${a}.${b}.${c}`);
}

async function run(tags, rules) {
  const result = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, rules, resultTypes: ['violations', 'incomplete'] });
  return {
    passed: [...result.passes, ...result.violations].flatMap(r => r.tags),
    unsure: result.incomplete.map(r => ({ rule: r.id, text: r.help, count: r.nodes.length })),
    faults: result.violations.flatMap(r => r.nodes.map(n => ({ rule: r.id, tags: r.tags, place: n.target.join(' '), text: `${r.help}. ${n.failureSummary ?? ''}`.replace(/\s+/g, ' ').trim() }))),
  };
}
