import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface PackageFile {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface LockFile {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly resolved?: string;
        readonly integrity?: string;
        readonly hasInstallScript?: boolean;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

const root = join(__dirname, '../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const own = JSON.parse(text('package.json')) as PackageFile;
const lock = JSON.parse(text('package-lock.json')) as LockFile;
const page = text('docs/dependencies.md');

/** Cells of the rows below a heading: package, what for, licence, size, kept up by, without it. */
function rowsBelow(heading: string): readonly (readonly string[])[] {
  const section = page.split(/^## /mu).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| (`.+) \|$/gmu)].map(([, cells = '']) => cells.split(' | '));
}

const SECTIONS = [
  ['Needed by the product', own.dependencies ?? {}],
  ['Needed to develop and test', { ...own.devDependencies, ...own.optionalDependencies }],
] as const;

describe.each(SECTIONS)('%s', (heading, packages) => {
  const rows = rowsBelow(heading);

  test('every package of package.json is argued, and no other', () => {
    expect(rows.map(([name]) => name?.replaceAll('`', '')).sort()).toEqual(Object.keys(packages).sort());
  });

  test('every row says what for, licence, size, upkeep and what would be without it', () => {
    expect(rows.filter((cells) => cells.length !== 6 || cells.some((cell) => cell.trim() === ''))).toEqual([]);
  });

  test('licences are those of the installed packages', () => {
    for (const [name = '', , licence] of rows) {
      const file = `node_modules/${name.replaceAll('`', '')}/package.json`;
      const { license } = JSON.parse(text(file)) as PackageFile;
      if (name !== '`@microsoft/office-js`') expect([name, licence]).toEqual([name, license]);
    }
  });

  test('versions are pinned exactly', () => {
    const loose = Object.entries(packages).filter(([, version]) => !/^(?:\d+\.\d+\.\d+|file:bin)$/u.test(version));
    expect(loose).toEqual([]);
  });
});

test('packages that bring an install script are named, and all others come from the registry with a checksum', () => {
  const installed = Object.entries(lock.packages).filter(([path]) => path.startsWith('node_modules/'));
  const scripted = installed
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.split('node_modules/').at(-1) ?? '');
  expect(scripted.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  const foreign = installed.filter(
    ([path, { resolved, integrity }]) =>
      path !== 'node_modules/plancheck-cli' &&
      (integrity === undefined ||
        !(resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/')),
  );
  expect(foreign.map(([path]) => path)).toEqual([]);
});

test('the lock file names every package that another may bring along, so that `npm ci` takes it', () => {
  const missing = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) =>
      Object.keys(lock.packages).every((path) => !path.endsWith(`node_modules/${name}`)),
    ),
  );
  expect(missing).toEqual([]);
});
