'use strict';
// Serves a folder on this machine with the headers of the real host.

const fs = require('fs');
const http = require('http');

const types = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml', json: 'application/json',
  csv: 'text/csv; charset=utf-8', xml: 'application/xml', txt: 'text/plain; charset=utf-8', pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg',
  woff2: 'font/woff2', ico: 'image/x-icon', webp: 'image/webp', ics: 'text/calendar; charset=utf-8', atom: 'application/atom+xml',
};

// readHeaders reads the form of _headers files: a pattern of addresses on a line,
// its headers indented under it.
function readHeaders(text) {
  const rules = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (!/^\s/.test(line)) {
      const pattern = line.trim().split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*');
      rules.push({ pattern: new RegExp('^' + pattern + '$'), headers: [] });
      continue;
    }
    const at = line.indexOf(':');
    rules.at(-1)?.headers.push([line.slice(0, at).trim(), overPlain(line.slice(at + 1).trim())]);
  }
  return rules;
}

// overPlain takes out what only holds behind TLS: here it would send the browser to a port
// that does not speak it.
function overPlain(value) {
  return value.replace(/;?\s*upgrade-insecure-requests\b/, '');
}

function headersOf(rules, address) {
  const headers = {};
  for (const rule of rules) {
    if (!rule.pattern.test(address)) continue;
    for (const [name, value] of rule.headers) {
      if (name.toLowerCase() !== 'strict-transport-security') headers[name] = value;
    }
  }
  return headers;
}

// findHeaders takes the folder's own _headers, else those of a file.
function findHeaders(folder, file) {
  if (folder.has('_headers')) return readHeaders(folder.text('_headers'));
  if (!file) throw new Error('the folder has no file _headers: say with --headers FILE which headers the host sends');
  return readHeaders(fs.readFileSync(file, 'utf8'));
}

async function serve(folder, rules) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const name = folder.find(pathname, folder.root);
    const found = name ?? (folder.has('404.html') ? '404.html' : null);
    const type = types[(found ?? '').split('.').pop()] ?? 'application/octet-stream';
    response.writeHead(name ? 200 : 404, { ...headersOf(rules, pathname), 'Content-Type': type });
    response.end(found ? folder.bytes(found) : '');
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return { name: 'programmets egen server', origin: `http://127.0.0.1:${server.address().port}`, close: () => new Promise(done => { server.close(done); server.closeAllConnections(); }) };
}

module.exports = { serve, readHeaders, headersOf, findHeaders };
