// Browser tests: the workbench, the unchanged pane in it, a real Chromium. Prints one line a test and a closing count.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWorkbench } from '../../scripts/build-workbench.mjs';
import { serve } from '../../scripts/serve.mjs';
import { launchBrowser } from './browser.mjs';
import { openWorkbench } from './workbench.mjs';

const only = process.argv[2];
const folder = await buildWorkbench();
const pictures = join(import.meta.dirname, '..', '..', '.cache', 'screenshots');
mkdirSync(pictures, { recursive: true });
const { address, stop } = await serve(folder);
let browser = await launchBrowser();
let passed = 0;
let failed = 0;
let skipped = 0;

/** A frame that the grid's library had asked for before its workbook was closed; on a slow machine it comes too late. */
const OF_A_CLOSED_GRID = /^\[LocaleService\]: Locale not initialized$/u;

for (const file of readdirSync(join(import.meta.dirname, 'cases')).sort()) {
  const { cases } = await import(`./cases/${file}`);
  for (const [name, run] of Object.entries(cases)) {
    if (only && !name.includes(only) && !file.includes(only)) continue;
    const started = Date.now();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
    const page = await context.newPage();
    const errors = [];
    const origins = new Set();
    page.on('pageerror', (error) => {
      if (!OF_A_CLOSED_GRID.test(error.message)) errors.push(error.message);
    });
    page.on('request', (request) =>
      origins.add(new URL(request.url()).protocol === 'blob:' ? 'blob:' : new URL(request.url()).origin),
    );
    try {
      const why = await run({
        page,
        address,
        pictures,
        errors,
        origins,
        open: (sample) => openWorkbench(page, address, sample),
      });
      if (errors.length > 0) throw new Error(`the page reported: ${errors.join('; ')}`);
      if (typeof why === 'string') {
        skipped += 1;
        console.log(`- ${name} (not tried: ${why})`);
        await context.close();
        continue;
      }
      passed += 1;
      console.log(`✓ ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      failed += 1;
      console.log(
        `✗ ${name} (${Date.now() - started} ms)\n  ${String(error?.stack ?? error)
          .split('\n')
          .slice(0, 8)
          .join('\n  ')}`,
      );
      await page
        .screenshot({ path: join(pictures, `failed-${name.replace(/\W+/gu, '-')}.png`) })
        .catch(() => undefined);
    }
    await context.close();
  }
}
await browser.close();
await stop();
const counts = [failed > 0 ? `${failed} failed` : '', skipped > 0 ? `${skipped} skipped` : '', `${passed} passed`];
console.log(`Tests: ${counts.filter(Boolean).join(', ')}, ${passed + failed + skipped} total`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
