'use strict';
// Nothing moves unless the reader has not asked for calm.

module.exports = {
  name: 'bevægelse',
  title: 'Intet bevæger sig for den, der har bedt om ro',
  criteria: ['2.2.2', '2.3.3'],
  site(folder) {
    return folder.names.filter(n => n.endsWith('.css')).flatMap(name => check(folder.root + name, folder.text(name)));
  },
};

// check walks the blocks of a stylesheet and keeps which ones it is inside.
function check(address, css) {
  const faults = [];
  const open = [];
  const source = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"]*"|'[^']*'/g, '""');
  for (const [, text, end] of source.matchAll(/([^{};]*)([{};])/g)) {
    const declares = end !== '{' && /^\s*(-webkit-)?(transition|animation)(-[a-z]+)?\s*:\s*(?!none|0s|inherit|unset)/i.test(text);
    const calm = open.some(block => /prefers-reduced-motion\s*:\s*no-preference/.test(block));
    if (declares && !calm) faults.push({ page: { address }, rule: 'bevægelse', text: `»${text.trim()}« gælder også for den, der har bedt om ro` });
    if (end === '{') open.push(text);
    if (end === '}') open.pop();
  }
  return faults;
}
