// What Stryker is given: a runner that runs the core's tests in one process, for all mutants or those of a sample.
// Jest sets itself up anew for each mutant, which takes seconds; here a mutant costs only the tests that reach it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { moduleLoader } from './modules.mjs';
import { mutantKey, NOT_DRAWN, wanted } from './sample.mjs';
import { runTree, testWords } from './test-tree.mjs';

/** Left by the first run for the processes that follow it, in the sandbox. */
const TIMES = 'test-times.json';
const RUNS = 50;

class InProcessRunner {
  static inject = ['options'];

  constructor(options) {
    this.files = options.inProcess.testFiles;
    this.isWanted = wanted(options.inProcess);
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    this.root = process.cwd();
    const packages = createRequire(join(this.root, 'package.json'));
    const fc = packages('fast-check');
    packages(join(this.root, 'tests', 'property-seed.cjs'));
    // A mutant is told by the first counterexample; a smaller one is of no use.
    fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
    const { words, collect } = testWords({
      expect: packages('expect').expect,
      bindEach: packages('jest-each').bind,
    });
    Object.assign(globalThis, words);
    const replaced = new Map([['fast-check', withFewerRuns(fc)]]);
    const loadFresh = moduleLoader(this.root, join(import.meta.dirname, '..', '..'), replaced);
    this.collect = (file) => collect(() => loadFresh(join(this.root, file)));
    this.stryker = globalThis.__stryker__ ??= {};
  }

  async dryRun() {
    const { stryker } = this;
    stryker.activeMutant = undefined;
    const coverage = (stryker.mutantCoverage = { static: {}, perTest: {} });
    const tests = [];
    for (const file of this.files) {
      coverage.static = {};
      const ids = [];
      await runTree(
        this.collect(file),
        () => true,
        async (number, title, run) => {
          const id = `${file}#${number}`;
          ids.push(id);
          stryker.currentTestId = id;
          const begin = performance.now();
          const failureMessage = await failureOf(run);
          stryker.currentTestId = undefined;
          const timeSpentMs = performance.now() - begin;
          const result = { id, name: `${relative('tests', file)}: ${title}`, fileName: file, timeSpentMs };
          tests.push(failureMessage === null ? { ...result, status: 0 } : { ...result, status: 1, failureMessage });
          return true;
        },
      );
      // What runs while a file is loaded, and in hooks, is part of each of its tests.
      for (const id of ids) {
        const own = (coverage.perTest[id] ??= {});
        for (const [mutant, hits] of Object.entries(coverage.static)) own[mutant] = (own[mutant] ?? 0) + hits;
      }
    }
    coverage.static = {};
    const times = {};
    for (const { fileName, timeSpentMs } of tests) times[fileName] = (times[fileName] ?? 0) + timeSpentMs;
    writeFileSync(TIMES, JSON.stringify(times));
    return { status: 'complete', tests, mutantCoverage: { static: {}, perTest: coverage.perTest } };
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit }) {
    const { stryker } = this;
    // Stryker knows no way to leave single mutants out, so they are given back as they come.
    if (!this.isWanted(mutantKey({ ...activeMutant, fileName: relative(this.root, sandboxFileName) })))
      return { status: 'error', errorMessage: NOT_DRAWN };
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.currentTestId = undefined;
    let nrOfTests = 0;
    let killed = null;
    for (const [file, numbers] of this.inOrder(testFilter)) {
      stryker.activeMutant = activeMutant.id;
      const failure = await failureOf(async () => {
        await runTree(
          this.collect(file),
          (number) => numbers.has(number),
          async (number, _, run) => {
            nrOfTests++;
            const message = await failureOf(run);
            if (message !== null) killed = { killedBy: [`${file}#${number}`], failureMessage: message };
            return killed === null;
          },
        );
      });
      if (failure !== null) killed ??= { killedBy: [`${file}#${[...numbers][0]}`], failureMessage: failure };
      if (killed) break;
    }
    stryker.activeMutant = undefined;
    if (hitLimit !== undefined && stryker.hitCount > hitLimit)
      return { status: 'timeout', reason: `more than ${hitLimit} times` };
    return killed ? { status: 'killed', nrOfTests, ...killed } : { status: 'survived', nrOfTests };
  }

  /** The wanted tests by file, quick files first. */
  inOrder(testFilter) {
    if (!this.sorted && existsSync(TIMES)) {
      const times = JSON.parse(readFileSync(TIMES, 'utf8'));
      this.files = [...this.files].sort((a, b) => times[a] - times[b]);
      this.sorted = true;
    }
    const byFile = new Map(this.files.map((file) => [file, new Set()]));
    for (const id of testFilter) {
      const cut = id.lastIndexOf('#');
      byFile.get(id.slice(0, cut)).add(Number(id.slice(cut + 1)));
    }
    return [...byFile].filter(([, numbers]) => numbers.size > 0);
  }
}

async function failureOf(run) {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error?.message ?? error) || 'failed';
  }
}

/** fast-check with fewer cases for each property: a mutant that only the last ones tell counts as not found. */
function withFewerRuns(fc) {
  const assert = (property, parameters = {}) =>
    fc.assert(property, { ...parameters, numRuns: Math.min(parameters.numRuns ?? RUNS, RUNS) });
  const fewer = Object.create(fc, { assert: { value: assert } });
  return Object.defineProperty(fewer, 'default', { value: fewer });
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
