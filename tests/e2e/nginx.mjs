// An nginx of its own for a test: one server on a free port of this machine, in the foreground, with all its files in a folder.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

const PROGRAM = ['/usr/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'].find((path) => existsSync(path));

export const hasNginx = PROGRAM !== undefined;

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Serves what the locations say; resolves with how to stop it once it answers. */
export async function startNginx(folder, port, locations) {
  const temporary = join(folder, 'nginx');
  mkdirSync(temporary, { recursive: true });
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const file = join(temporary, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; master_process off; pid ${temporary}/pid; error_log ${temporary}/error.log;
events {}
http {
  access_log off;
  types { text/html html; text/javascript js; text/css css; application/json json; image/png png; text/xml xml;
          application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx; }
${kinds.map((kind) => `  ${kind}_temp_path ${temporary}/${kind};`).join('\n')}
  server {
    listen 127.0.0.1:${port};
${locations}
  }
}
`,
  );
  const check = spawnSync(PROGRAM, ['-t', '-c', file, '-p', temporary], { encoding: 'utf8' });
  if (check.status !== 0) throw new Error(`nginx does not take the set-up: ${check.stderr}`);
  const nginx = spawn(PROGRAM, ['-c', file, '-p', temporary], { stdio: 'ignore' });
  for (let tries = 0; tries < 100; tries++) {
    const answers = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (answers) return () => nginx.kill();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  nginx.kill();
  throw new Error('nginx did not answer');
}
