'use strict';
// The Nu validator over all pages, stylesheets and drawings.

const path = require('path');
const { execFile, execFileSync } = require('child_process');

const jar = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

// What the validator does not know yet, with the reason why it is right.
const unknown = [];

module.exports = {
  name: 'nu',
  title: 'Nu-validatoren: html, css og svg',
  criteria: [],
  unknown,
  tool: { name: 'Nu Html Checker', version: require('vnu-jar/package.json').version },
  async folder(folder) {
    needJava();
    const messages = await run(folder.dir);
    return messages.filter(message => !unknown.some(u => u.message.test(message.message))).map(message => ({
      page: { address: folder.root + path.relative(folder.dir, new URL(message.url).pathname) },
      rule: message.type === 'error' ? 'nu' : 'nu-advarsel',
      place: `linje ${message.lastLine ?? '?'}, tegn ${message.lastColumn ?? '?'}`,
      text: `${message.message} ${(message.extract ?? '').replace(/\s+/g, ' ').trim()}`.trim(),
    }));
  },
};

function needJava() {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
  } catch {
    throw new Error('no Java, which the Nu validator needs: install it (Debian: apt-get install default-jre-headless)');
  }
}

function run(dir) {
  const options = ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', '--Werror', '--skip-non-html', '--also-check-css', '--also-check-svg', dir];
  return new Promise((done, fail) => {
    execFile('java', options, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error) return fail(new Error(`the Nu validator does not run: ${stderr || error.message}`));
      done(JSON.parse(stdout).messages);
    });
  });
}
