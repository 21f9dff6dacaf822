import { parseArguments } from '../../src/cli/arguments';
import type { Command } from '../../src/cli/command';

const command: Command = {
  files: { min: 1, max: 2 },
  operands: 'FILE…',
  options: {
    format: { kind: 'value', value: 'text|ndjson', allowed: ['text', 'ndjson'], help: '' },
    out: { kind: 'value', short: 'o', value: 'OUT.xlsx', isRequired: true, help: '' },
    'dry-run': { kind: 'flag', help: '' },
  },
  run: () => Promise.resolve(0),
};
const parse = (line: string) => parseArguments(command, line === '' ? [] : line.split(' '));
const message = (line: string) => {
  const parsed = parse(line);
  return parsed.kind === 'wrong' ? parsed.message : parsed.kind;
};

describe('arguments of a command', () => {
  it.each([
    ['a.xlsx -o b.xlsx --format ndjson', { out: 'b.xlsx', format: 'ndjson' }],
    ['--format=text a.xlsx --out=b.xlsx', { out: 'b.xlsx', format: 'text' }],
    ['-ob.xlsx a.xlsx', { out: 'b.xlsx' }],
  ])('reads %s', (line, values) => {
    expect(parse(line)).toMatchObject({ kind: 'run', given: { files: ['a.xlsx'], values } });
  });

  it('takes what follows -- as files', () => {
    expect(parse('-o b.xlsx -- --odd.xlsx')).toMatchObject({ kind: 'run', given: { files: ['--odd.xlsx'] } });
  });

  it('reads flags', () => {
    expect(parse('a.xlsx -o b.xlsx --dry-run')).toMatchObject({ given: { flags: new Set(['dry-run']) } });
  });

  it('shows help before anything else is complained of', () => expect(parse('--help')).toEqual({ kind: 'help' }));

  it.each([
    ['a.xlsx -o b.xlsx --fromat text', '不认识的选项 --fromat。是不是想写 --format？'],
    ['a.xlsx -o b.xlsx --xyz', '不认识的选项 --xyz。'],
    ['a.xlsx -o b.xlsx --toString 1', '不认识的选项 --toString。'],
    ['a.xlsx -o', '选项 -o 后面缺少 OUT.xlsx。'],
    ['a.xlsx --out --format text', '选项 --out 后面缺少 OUT.xlsx。'],
    ['a.xlsx -o b.xlsx --dry-run=yes', '选项 --dry-run 后面不带值。'],
    ['a.xlsx -o b.xlsx --format xml', '选项 --format 的值“xml”不对，可以是：text、ndjson。'],
    ['a.xlsx -o b.xlsx -o c.xlsx', '选项 -o 写了两次。'],
    ['a.xlsx', '缺少 -o, --out OUT.xlsx。'],
    ['-o b.xlsx', '没有指定文件。'],
    ['a b c d -o b.xlsx', '多出的参数：c d'],
  ])('refuses %s: %s', (line, expected) => {
    expect(message(line)).toBe(expected);
  });
});
