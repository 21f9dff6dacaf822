import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFile, snapshotToXlsx } from '../../src/files';
import { ended, lines, start } from '../cli/run-plancheck';
import { workbook, type MadeUpFile } from './made-up';

jest.setTimeout(120_000);

const UNITS = ['市本级', '袁州区', '宜阳新区', '经开区', '明月山区'];

/** A submission of several thousand rows, so that there is time for something to happen. */
const large = (unit: string): MadeUpFile => ({
  unit,
  period: '2023年6月',
  reportedOn: '2023年6月30日',
  rows: Array.from({ length: 3_000 }, (_, row) => [row + 1, `合成${unit}第${row + 1}小学`, 24, 1080, 20, unit, null]),
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'calamities-'));
  mkdirSync(join(folder, 'in'));
  mkdirSync(join(folder, 'out'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => UNITS.forEach((unit) => writeFileSync(inFile(unit), snapshotToXlsx(workbook(large(unit))))));

const inFile = (unit: string): string => join(folder, 'in', `合成数据-${unit}.xlsx`);
const outFile = (): string => join(folder, 'out', '汇总.xlsx');

/** Processes that the process started, as the system tells; the workers are started one after another. */
async function workersOf(pid: number): Promise<readonly number[]> {
  for (let tries = 0; tries < 400; tries++) {
    const children = childrenOf(pid).flatMap((child) => [child, ...childrenOf(child)]);
    const workers = children.filter((child) => /worker/u.test(commandOf(child)));
    if (workers.length > 0) return workers;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('no worker was started');
}

function childrenOf(pid: number): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function begin(...args: readonly string[]) {
  const files = UNITS.map(inFile);
  const child = start(['consolidate', ...files, '-o', outFile(), '--format', 'ndjson', ...args]);
  return { child, done: ended(child), pid: child.pid ?? 0 };
}

const unreadable = (out: string) => lines(out).filter(({ type }) => type === 'unreadable');

describe('consolidate when something goes wrong in the middle', () => {
  it('loses one file to a worker that is killed, and finishes the others', async () => {
    const { done, pid } = begin('--jobs', '1');
    const [worker = 0] = await workersOf(pid);
    process.kill(worker, 'SIGKILL');
    const { code, out } = await done;
    expect(code).toBe(2);
    expect(unreadable(out)).toMatchObject([{ code: 'crashed' }]);
    const opened = openFile(readFileSync(outFile()), '汇总.xlsx');
    expect(opened.ok).toBe(true);
    expect(readdirSync(join(folder, 'out'))).toEqual(['汇总.xlsx']);
  });

  it('says of a file that is gone before its turn that it is gone, and finishes the others', async () => {
    const { done, pid } = begin('--jobs', '1');
    await workersOf(pid);
    rmSync(inFile('明月山区'));
    const { code, out } = await done;
    expect(code).toBe(2);
    expect(unreadable(out)).toMatchObject([{ code: 'notFound' }]);
    expect(existsSync(outFile())).toBe(true);
  });

  it('leaves the earlier output as it was, and nothing half-written, when it is interrupted', async () => {
    writeFileSync(outFile(), '上一次的汇总簿');
    const { child, done, pid } = begin('--jobs', '1');
    const [worker = 0] = await workersOf(pid);
    child.kill('SIGINT');
    const { code } = await done;
    expect(code).not.toBe(0);
    expect(readFileSync(outFile(), 'utf8')).toBe('上一次的汇总簿');
    expect(readdirSync(join(folder, 'out'))).toEqual(['汇总.xlsx']);
    expect(commandOf(worker)).not.toMatch(/worker/u);
  });

  // A small disk of its own takes root to mount; elsewhere this one case is not there.
  const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
  if (!mayMount) return;
  it('leaves nothing behind on a disk that is full (needs root to mount one)', async () => {
    const disk = mkdtempSync(join(tmpdir(), 'full-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    try {
      const child = start(['consolidate', inFile('袁州区'), '-o', join(disk, '汇总.xlsx')]);
      const { code, note } = await ended(child);
      expect(code).toBe(2);
      expect(note).toContain('磁盘空间不足，文件没有写入');
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      execFileSync('umount', [disk]);
      rmSync(disk, { recursive: true });
    }
  });
});
