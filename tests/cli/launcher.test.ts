import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, ROOT, start } from './run-plancheck';

jest.setTimeout(120_000);

describe('the launcher of a fresh checkout', () => {
  let checkout: string;
  beforeAll(() => {
    checkout = mkdtempSync(join(tmpdir(), 'checkout-'));
    for (const part of ['bin', 'src', 'package.json', 'package-lock.json']) {
      cpSync(join(ROOT, part), join(checkout, part), { recursive: true, preserveTimestamps: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
  });
  afterAll(() => rmSync(checkout, { recursive: true }));

  const version = () => ended(start(['--version'], checkout, join(checkout, 'bin', 'plancheck.mjs')));
  const bundles = () => readdirSync(join(checkout, 'dist', 'cli'));

  it('makes one whole bundle, however many start at once', async () => {
    const all = await Promise.all([version(), version(), version()]);
    expect(all).toEqual(Array(3).fill({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u), note: '' }));
    expect(bundles()).toHaveLength(1);
    expect(readdirSync(join(checkout, 'dist', 'cli', bundles()[0] ?? ''))).toEqual(
      expect.arrayContaining(['main.mjs', 'worker.mjs']),
    );
  });

  it('makes another when a source has changed, and only then', async () => {
    await version();
    const before = bundles();
    await version();
    expect(bundles()).toEqual(before);
    appendFileSync(join(checkout, 'src', 'cli', 'exit-code.ts'), '\n');
    expect((await version()).code).toBe(0);
    expect(bundles()).toHaveLength(before.length + 1);
  });

  it('says what to do where the sources do not build', async () => {
    appendFileSync(join(checkout, 'src', 'cli', 'exit-code.ts'), 'const;\n');
    const { code, note } = await version();
    expect(code).toBe(70);
    expect(note).toContain('npm ci');
  });
});
