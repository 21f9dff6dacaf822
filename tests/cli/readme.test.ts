import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { ROOT } from './run-plancheck';

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  const text = read(name);

  it('gives the test command that the gate runs, word for word', () => {
    expect(text).toMatch(/^npm ci && npm test$/mu);
    expect(read('.ci/run')).toContain("bash -c 'npm ci && npm test'");
  });

  it('names only commands that exist', () => {
    const named = [...text.matchAll(/`(?:npx )?plancheck (\w+)/gu)].map((match) => match[1]);
    expect(named.length).toBeGreaterThanOrEqual(5);
    expect(named.filter((command) => !Object.hasOwn(COMMANDS, command ?? ''))).toEqual([]);
  });

  it('names only files and folders that exist', () => {
    const paths = [
      ...text.matchAll(
        /(?:`|\]\(|audit )((?:[\w.\-\u4e00-\u9fff]+\/)*[\w.\-\u4e00-\u9fff]+(?:\/|\.md|\.xlsx|\/run))(?=`|\)|$)/gmu,
      ),
    ];
    expect(paths.length).toBeGreaterThan(5);
    expect(
      paths
        .flatMap((match) => match[1] ?? [])
        .filter(
          (path) => !/REPORT|OUT|审核报告|报表\.xlsx|汇总\.xlsx|新文件/u.test(path) && !existsSync(join(ROOT, path)),
        ),
    ).toEqual([]);
  });
});
