'use strict';
// QualWeb, the tool of the Danish monitoring: its ACT rules and WCAG techniques.

const { QualwebPage, EvaluationManager, PluginManager } = require('@qualweb/core/lib');
const { ACTRules } = require('@qualweb/act-rules');
const { WCAGTechniques } = require('@qualweb/wcag-techniques');

// Techniques that advise and do not decide a criterion, with the reason why a
// site may fail them.
const advisory = {
  'QW-WCAG-T28': 'fails every font size in pixels; text grows with the page all the same, which the check »tekst« measures',
};

const versions = ['core', 'act-rules', 'wcag-techniques'].map(name => `${name} ${version(name)}`).join(', ');

// Page waits until QualWeb's scripts are in the page, which QualWeb itself does not, and
// gives it the source without a second request.
class Page extends QualwebPage {
  constructor(page, url, source) {
    super(new PluginManager(), page, url);
    this.source = source;
  }

  addNecessaryScripts() {
    this.ready = super.addNecessaryScripts();
    return this.ready;
  }

  async addEvaluationScript(module) {
    await this.ready;
    return super.addEvaluationScript(module);
  }

  async getSourceHtml() {
    return this.source;
  }
}

module.exports = {
  name: 'qualweb',
  title: 'QualWeb: ACT-regler og WCAG-teknikker',
  criteria: [],
  advisory,
  tool: { name: 'QualWeb', version: versions },
  async page(tab, page, notes, folder) {
    const own = await tab.page.browser().newPage(); // it lifts the content security policy of its page
    try {
      const manager = new EvaluationManager(new Page(own, tab.origin + page.address, folder.text(page.name).trim()));
      const report = await manager.evaluate({ modules: [new ACTRules({}), new WCAGTechniques({})], translate: 'en' });
      return Object.values(report.modules).flatMap(module => Object.values(module.assertions).flatMap(a => faults(page, a, module.type === 'act-rules', notes)));
    } finally {
      await own.close();
    }
  },
};

// faults are those of one rule. Only ACT rules count as tests of a criterion.
function faults(page, assertion, act, notes) {
  const criteria = (assertion.metadata['success-criteria'] ?? []).map(c => c.name);
  const { outcome } = assertion.metadata;
  if (act && (outcome === 'passed' || outcome === 'failed')) criteria.forEach(notes.tested);
  if (outcome === 'warning') notes.unsure(page, { rule: assertion.code, text: assertion.name, count: assertion.metadata.warning });
  if (outcome !== 'failed' || advisory[assertion.code]) return [];
  return assertion.results.filter(r => r.verdict === 'failed').map(r => ({
    page, criteria, rule: assertion.code, place: r.elements?.[0]?.pointer ?? '', text: `${assertion.name}: ${r.description}`, mode: 'lys, 1280 px',
  }));
}

function version(name) {
  return require('../package-lock.json').packages[`node_modules/@qualweb/${name}`].version;
}
