import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { yichunPlan } from '../../src/plan';

const SOURCE = join(__dirname, '..', '..', 'src');

/** Texts that stand in a source file as data: literals, templates and the text between tags, but no comments. */
function texts(file: string): readonly string[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

it('no source file names the city, its districts or its schools', () => {
  const city = yichunPlan.cityName.replace(/市$/u, '');
  const builders = yichunPlan.builders.filter(({ isCity }) => !isCity).map(({ name }) => name);
  const schools = yichunPlan.schools.flatMap(({ name }) => (name === null ? [] : [name.replace(/（.*$/u, '')]));
  const names = [city, ...builders, ...schools];
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/u.test(name));
  expect(files.length).toBeGreaterThan(100);
  const named = files.flatMap((file) =>
    texts(join(SOURCE, file)).flatMap((text) =>
      names.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`),
    ),
  );
  expect(named).toEqual([]);
});
