'use strict';
// Every page has a title, and no two the same.

module.exports = {
  name: 'titler',
  title: 'Hver side har sin egen titel',
  criteria: ['2.4.2'],
  site(folder) {
    const seen = new Map();
    const faults = [];
    for (const page of folder.pages) {
      const words = page.title;
      if (!words) faults.push({ page, rule: 'titel-mangler', text: 'siden har ingen titel' });
      else if (seen.has(words)) faults.push({ page, rule: 'titel-to-gange', text: `titlen »${words}« har også ${seen.get(words).address}` });
      else seen.set(words, page);
    }
    return faults;
  },
};
