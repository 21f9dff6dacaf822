import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileAtomically } from '../../src/files/node';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writing a file whole or not at all', () => {
  it('replaces the content and leaves nothing else behind', async () => {
    const path = join(folder, '汇总.xlsx');
    writeFileSync(path, 'before', { mode: 0o640 });
    chmodSync(path, 0o640);
    expect(await writeFileAtomically(path, new TextEncoder().encode('after'))).toEqual({ ok: true });
    expect(readFileSync(path, 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['汇总.xlsx']);
  });

  it('writes through a link to the file it leads to', async () => {
    writeFileSync(join(folder, 'real'), 'before');
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    await writeFileAtomically(join(folder, 'link'), 'after');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('after');
  });

  it('says what is wrong where it cannot write, and leaves no temporary file', async () => {
    mkdirSync(join(folder, 'taken'));
    expect(await writeFileAtomically(join(folder, 'taken'), 'x')).toMatchObject({ ok: false, code: 'isFolder' });
    expect(await writeFileAtomically(join(folder, 'absent', 'x.xlsx'), 'x')).toMatchObject({ code: 'noFolder' });
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
