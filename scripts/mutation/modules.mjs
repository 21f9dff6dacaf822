// Loads TypeScript of a sandbox as CommonJS, again and again: the text is compiled once, the modules are made anew for
// each test file, so that no cache inside a module outlives the mutant that filled it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Script } from 'node:vm';

const OWN = /\.tsx?$/u;
const ENDINGS = ['', '.ts', '.tsx', '.json', '.cjs', '/index.ts', '/index.tsx'];

/**
 * The loader of the sandbox at `root`, with the transformation and the names that its jest.config.cjs gives.
 * @param project the project that the sandbox is a copy of: what was made in its .cache is not copied
 * @param replaced packages that are given out in another form, by name
 */
export function moduleLoader(root, project, replaced) {
  const packages = createRequire(join(root, 'package.json'));
  const { transform, moduleNameMapper } = packages(join(root, 'jest.config.cjs'));
  const [, swcOptions] = transform['^.+\\.tsx?$'];
  const swc = packages('@swc/core');
  const names = Object.entries(moduleNameMapper).map(([from, to]) => [
    new RegExp(from, 'u'),
    to.replace('<rootDir>/.cache', join(project, '.cache')).replace('<rootDir>', root),
  ]);
  const compiled = new Map();
  const resolved = new Map();

  const compile = (file) => {
    const { code } = swc.transformSync(readFileSync(file, 'utf8'), {
      ...swcOptions,
      filename: file,
      module: { type: 'commonjs' },
      sourceMaps: false,
      configFile: false,
      swcrc: false,
    });
    const wrapped = `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
    return new Script(wrapped, { filename: file }).runInThisContext();
  };

  /** The file a name means, or null where Node finds it by itself. */
  const fileOf = (name, from) => {
    const mapped = names.find(([pattern]) => pattern.test(name));
    if (mapped) return mapped[1];
    if (!name.startsWith('.')) return null;
    const path = resolve(from, name);
    const found = ENDINGS.map((ending) => path + ending).find((one) => existsSync(one) && statSync(one).isFile());
    if (found === undefined) throw new Error(`${name} is not found from ${from}`);
    return found;
  };

  /** Loads a file with modules that nothing else has touched. */
  return function loadFresh(entry) {
    const modules = new Map();
    const load = (file) => {
      const known = modules.get(file);
      if (known) return known.exports;
      const module = { exports: {} };
      modules.set(file, module);
      const from = dirname(file);
      const require = (name) => {
        const key = `${from}\n${name}`;
        if (!resolved.has(key)) resolved.set(key, fileOf(name, from));
        const target = resolved.get(key);
        if (target === null) return replaced.get(name) ?? packages(name);
        if (OWN.test(target)) return load(target);
        // Data is given out anew as well: a mutant may have written into it.
        return target.endsWith('.json') ? JSON.parse(text(target)) : packages(target);
      };
      require.resolve = packages.resolve;
      if (!compiled.has(file)) compiled.set(file, compile(file));
      compiled.get(file)(module.exports, require, module, file, from);
      return module.exports;
    };
    return load(entry);
  };
}

const texts = new Map();
function text(file) {
  if (!texts.has(file)) texts.set(file, readFileSync(file, 'utf8'));
  return texts.get(file);
}
