import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Runs a line of a module of `scripts/`, which Node loads and Jest does not. */
function evaluate(code: string): unknown {
  const source = `import * as t from './scripts/licences/third-party.mjs'; console.log(JSON.stringify(${code}))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('licences of what others wrote', () => {
  it('docs/third-party-licences.md lists exactly what package-lock.json installs, each licence permissive or argued', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/make-licences.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each([
    ['a licence that nobody argued for', 'GPL-3.0', 'x', false, 1],
    ['a package without a licence', '', 'x', false, 1],
    ['file-level copyleft in tests', 'MPL-2.0', 'axe-core', false, 0],
    ['the same among what is shipped', 'MPL-2.0', 'axe-core', true, 1],
    ['a permissive one that is shipped', 'MIT', 'x', true, 0],
  ])('%s', (_, license, name, isShipped, count) => {
    const one = JSON.stringify({ name, version: '1.0.0', license, isShipped });
    expect(evaluate(`t.licenceProblems([${one}])`)).toHaveLength(count);
  });

  it('a package for an office carries the texts that these licences ask for', () => {
    const texts = evaluate(`t.licenceTexts('.')`) as string;
    for (const name of ['react 1', '@fluentui/react-components 9', 'fflate 0', 'zod 4', 'saxes 6']) {
      expect(texts).toContain(`${name}`);
    }
    expect(texts.match(/Permission is hereby granted/gu)?.length).toBeGreaterThan(50);
    expect(texts).not.toContain('axe-core');
  });
});
