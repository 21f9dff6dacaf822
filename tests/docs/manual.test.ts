import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { HELP } from '../../src/taskpane/settings-place/help-words';

const ROOT = join(__dirname, '..', '..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const MANUAL = read('docs/manual.md');
const DOCUMENTS = [
  'docs/manual.md',
  'docs/deploy.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'README.md',
  'README.zh-CN.md',
];

/** All that the pane and the ribbon can show: the string literals of the pane's sources, and the manifest. */
function shownWords(): string {
  const folder = join(ROOT, 'src/taskpane');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/u.test(name));
  const sources = files
    .filter((name) => !name.endsWith('help-words.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, ''));
  return [...sources, read('manifest.xml'), read('src/audit/profiles.ts')].join('\n');
}

describe('the manual', () => {
  const words = shownWords();

  it('quotes only names that are on the screen', () => {
    // Bold is a name; the questions at the end are bold as well and are sentences.
    const names = [...MANUAL.matchAll(/\*\*([^*]+)\*\*/gu)]
      .map(([, name]) => name ?? '')
      .filter((name) => !name.endsWith('。'));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !words.includes(name))).toEqual([]);
  });

  it('has a page for each of the five places of the pane, and the questions', () => {
    const headings = [...MANUAL.matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading ?? '');
    for (const place of ['审核', '填报', '报表', '汇总', '设置', '常见问题']) {
      expect(headings.some((heading) => heading.includes(place))).toBe(true);
    }
  });

  it('shows pictures that the script makes, small enough to send round', () => {
    const shown = [...MANUAL.matchAll(/!\[[^\]]+\]\(manual\/([\w-]+)\.png\)/gu)].map(([, name]) => name ?? '');
    const script = read('scripts/make-manual.mjs');
    expect(shown.length).toBeGreaterThanOrEqual(5);
    for (const name of shown) expect(script).toContain(`'${name}'`);
    const kept = readdirSync(join(ROOT, 'docs/manual'));
    expect(kept.sort()).toEqual([...new Set(shown)].map((name) => `${name}.png`).sort());
    const bytes = kept.reduce((sum, name) => sum + statSync(join(ROOT, 'docs/manual', name)).size, 0);
    expect(bytes).toBeLessThan(2_500_000);
  });

  it('the help in the pane quotes only names that are on the screen, or heads of columns', () => {
    const texts = [...HELP.topics.flatMap(({ steps }) => steps), ...HELP.answers.flat()];
    const names = texts.flatMap((text) => [...text.matchAll(/“([^”]+)”/gu)].map(([, name]) => name ?? ''));
    const heads = ['学校名称', '规划学位'];
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !heads.includes(name) && !words.includes(name))).toEqual([]);
  });
});

describe.each(DOCUMENTS)('%s', (name) => {
  const text = read(name);

  it('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/gu)].map(([, to]) => to ?? '');
    expect(links.filter((to) => !existsSync(join(ROOT, dirname(name), to)))).toEqual([]);
  });

  it('names only npm scripts and commands of plancheck that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const run = [...text.matchAll(/npm run ([\w:-]+)/gu)].map(([, script]) => script ?? '');
    expect(run.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
    const commands = [...text.matchAll(/`(?:npx )?plancheck ([a-z]+)/gu)].map(([, command]) => command ?? '');
    expect(commands.filter((command) => !Object.hasOwn(COMMANDS, command))).toEqual([]);
  });
});
