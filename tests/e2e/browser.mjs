// A Chromium for tests: the system's where there is one, else the one that comes with `npm ci`.
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser() {
  const installed = process.env.CHROMIUM ?? INSTALLED.find((path) => existsSync(path));
  if (installed) return chromium.launch({ headless: true, executablePath: installed, args: QUIET });
  // On a bare machine the package brings its own libraries only when it believes to run in Lambda.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'plancheck-browser-'));
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({
    headless: true,
    executablePath: await packed.executablePath(),
    args: [...packed.args, ...QUIET],
  });
}
