'use strict';
// Serves a built site by nginx, with the very rules that its build has written: what a reader's
// browser gets is then what the host sends. Only what holds behind TLS alone is taken out.

const { spawn } = require('child_process');
const fs = require('fs');
const net = require('net');
const os = require('os');
const path = require('path');

const rules = '_server/nginx.conf';

// program is the path of nginx; undefined where there is none.
function program() {
  const places = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin'];
  return places.map(place => path.join(place, 'nginx')).find(file => fs.existsSync(file));
}

// canServe tells whether nginx can stand in for the host: it is there, the build has written rules
// for it, and the site stands at the root, as it does in its folder.
function canServe(folder) {
  return folder.root === '/' && folder.has(rules) && program() !== undefined;
}

// overPlain takes out what would send the browser to a port that does not speak TLS.
function overPlain(text) {
  return text.replace(/; upgrade-insecure-requests/g, '').replace(/^\s*add_header Strict-Transport-Security .*$/gm, '');
}

async function freePort() {
  const server = net.createServer();
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise(done => server.close(done));
  return port;
}

function answers(port) {
  return new Promise(done => {
    const socket = net.connect(port, '127.0.0.1', () => { socket.destroy(); done(true); });
    socket.on('error', () => done(false));
  });
}

async function serveByNginx(folder) {
  const own = fs.mkdtempSync(path.join(os.tmpdir(), 'referat-nginx-'));
  const port = await freePort();
  fs.writeFileSync(path.join(own, 'site.conf'), overPlain(folder.text(rules)));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${name};`).join(' ');
  fs.writeFileSync(path.join(own, 'nginx.conf'), `daemon off; master_process off; pid nginx.pid; error_log stderr notice; events {}
http {
  access_log off; ${temporary}
  server { listen 127.0.0.1:${port}; root "${path.resolve(folder.dir)}"; include "${own}/site.conf"; }
}
`);
  const server = spawn(program(), ['-p', own, '-e', 'stderr', '-c', path.join(own, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', text => { said += text; });
  const ended = new Promise(done => server.on('exit', done));
  let running = true;
  ended.then(() => { running = false; });
  while (!(await answers(port))) {
    if (!running) throw new Error(`nginx does not start: ${said}`);
    await new Promise(done => setTimeout(done, 20));
  }
  const close = async () => {
    server.kill('SIGTERM');
    await ended;
    fs.rmSync(own, { recursive: true, force: true });
  };
  return { name: 'nginx', origin: `http://127.0.0.1:${port}`, close };
}

module.exports = { canServe, serveByNginx, overPlain };
