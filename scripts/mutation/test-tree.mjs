// The words of Jest that the core's tests use (describe, test, each, hooks, expect), as a tree that can be run in parts.

/** Gives the global words and a function that collects what one load of a test file declares. */
export function testWords({ expect, bindEach }) {
  let suite = null;
  const nested = (title, body) => {
    const outer = suite;
    suite = newSuite(title, outer);
    outer.children.push(suite);
    body();
    suite = outer;
  };
  const declared = (title, run) => suite.children.push({ kind: 'test', title, run });
  const hook = (name) => (run) => suite[name].push(run);
  nested.each = bindEach(nested, false);
  declared.each = bindEach(declared, false);
  // Time is limited by whoever runs the tree.
  const jest = { setTimeout: () => jest };
  const words = { expect, jest, describe: nested, test: declared, it: declared };
  for (const name of ['beforeAll', 'afterAll', 'beforeEach', 'afterEach']) words[name] = hook(name);

  const collect = (load) => {
    const root = newSuite('', null);
    suite = root;
    try {
      load();
    } finally {
      suite = null;
    }
    return root;
  };
  return { words, collect };
}

function newSuite(title, parent) {
  return { kind: 'suite', title, parent, children: [], beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
}

/**
 * Runs the tests of a tree in order.
 * @param wanted asked with the test's number within the file; hooks of a suite without wanted tests do not run
 * @param around called with the number, the full title and a function that runs the test; false ends the run
 * @returns false where the run was ended
 */
export async function runTree(root, wanted, around) {
  let number = 0;
  const count = (node) => (node.kind === 'test' ? 1 : node.children.reduce((sum, child) => sum + count(child), 0));
  const runSuite = async (suite, titles) => {
    const first = number;
    const size = count(suite);
    if (!Array.from({ length: size }, (_, i) => first + i).some(wanted)) {
      number += size;
      return true;
    }
    for (const run of suite.beforeAll) await run();
    let going = true;
    for (const child of suite.children) {
      if (child.kind === 'suite') going = await runSuite(child, [...titles, child.title]);
      else {
        const own = number++;
        if (!wanted(own)) continue;
        going = await around(own, [...titles, child.title].join(' › '), () => runTest(suite, child));
      }
      if (!going) break;
    }
    for (const run of suite.afterAll) await run();
    return going;
  };
  return runSuite(root, []);
}

async function runTest(suite, test) {
  const suites = [];
  for (let one = suite; one; one = one.parent) suites.unshift(one);
  for (const { beforeEach } of suites) for (const run of beforeEach) await run();
  try {
    await test.run();
  } finally {
    for (const { afterEach } of [...suites].reverse()) for (const run of afterEach) await run();
  }
}
