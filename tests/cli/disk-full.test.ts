import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, LAUNCHER, plancheck, ROOT, type Ended } from './run-plancheck';

const SAMPLE = join(ROOT, 'samples', '合成数据-袁州区-2023年6月-无误.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'full-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** With the system's limit on what a process may write to one file (here 4 KB), which ends like a full disk. */
function withoutRoom(...args: readonly string[]): Promise<Ended> {
  const command = 'ulimit -f 8 && exec "$0" "$@"';
  return ended(
    spawn('sh', ['-c', command, process.execPath, LAUNCHER, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }),
  );
}

describe('a disk without room', () => {
  // The program itself is built where there is room.
  beforeAll(() => plancheck('--help'));

  it.each([
    ['consolidate', ['consolidate', SAMPLE, '-o']],
    ['audit with a report', ['audit', SAMPLE, '--report']],
  ])(
    '%s says so, ends with 2, and leaves what was there as it was',
    async (_, args) => {
      const out = join(folder, '结果.xlsx');
      writeFileSync(out, 'before');
      const { code, note } = await withoutRoom(...args, out);
      expect(note).toMatch(/结果\.xlsx：磁盘空间不足.*（noSpace）/u);
      expect(code).toBe(2);
      expect(readFileSync(out, 'utf8')).toBe('before');
      expect(readdirSync(folder)).toEqual(['结果.xlsx']);
      rmSync(out);
    },
    60_000,
  );

  it('report leaves no part of a file', async () => {
    const { code, note } = await withoutRoom('report', SAMPLE, '-o', join(folder, '报表.xlsx'));
    expect(note).toMatch(/报表\.xlsx：磁盘空间不足.*（noSpace）/u);
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  }, 60_000);
});
