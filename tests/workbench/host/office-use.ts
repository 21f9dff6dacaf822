import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..', '..');

/** One use of a member of Office.js's classes for Excel: `Range.values`, what is done with it, and where. */
export interface Use {
  readonly type: string;
  readonly member: string;
  readonly kind: 'read' | 'set' | 'call' | 'event';
  readonly at: string;
}

/** What the product uses of Excel's classes, and the `load` calls whose names cannot be told from the code. */
export interface OfficeUse {
  readonly uses: readonly Use[];
  readonly untold: readonly string[];
}

/** Reads all code outside the workbench that names Excel's classes; types say what every expression is. */
export function officeUse(sources: readonly string[] = productFiles()): OfficeUse {
  const program = ts.createProgram(sources, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    skipLibCheck: true,
    types: ['office-js'],
    typeRoots: [join(ROOT, 'node_modules', '@types')],
    noEmit: true,
  });
  const reader = new Reader(program.getTypeChecker());
  for (const name of sources) {
    const file = program.getSourceFile(name);
    if (file) reader.read(file);
  }
  return reader;
}

/** The program's files that speak with Excel; the workbench is the host itself. */
function productFiles(): readonly string[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name) && !name.startsWith('workbench'))
    .map((name) => join(ROOT, 'src', name))
    .filter((path) => /excel[/\\]/u.test(path) || /\bExcel\./u.test(readFileSync(path, 'utf8')));
}

class Reader implements OfficeUse {
  readonly uses: Use[] = [];
  readonly untold: string[] = [];

  constructor(private readonly checker: ts.TypeChecker) {}

  read(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node)) this.readAccess(node);
    if (ts.isBindingElement(node)) this.readBinding(node);
    ts.forEachChild(node, (child) => this.read(child));
  }

  private readAccess(node: ts.PropertyAccessExpression): void {
    const { parent } = node;
    const isCall = ts.isCallExpression(parent) && parent.expression === node;
    if (isCall && node.name.text === 'load') this.readLoad(node.expression, parent);
    const symbol = this.checker.getSymbolAtLocation(node.name);
    const isSet =
      ts.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    if (symbol) this.note(symbol, isCall ? 'call' : isSet ? 'set' : 'read', node);
  }

  /** `const { values } = range`. */
  private readBinding(node: ts.BindingElement): void {
    const name = node.propertyName ?? node.name;
    if (!ts.isIdentifier(name) || !ts.isObjectBindingPattern(node.parent)) return;
    const symbol = this.checker.getTypeAtLocation(node.parent).getProperty(name.text);
    if (symbol) this.note(symbol, 'read', node);
  }

  private note(symbol: ts.Symbol, kind: Use['kind'], node: ts.Node): void {
    const declaration = symbol.declarations?.[0];
    const owner = declaration?.parent;
    if (!owner || !ts.isClassDeclaration(owner) || !owner.name || !isExcels(owner)) return;
    const isEvent = ts.isPropertyDeclaration(declaration) && /^on[A-Z]/u.test(symbol.name);
    this.uses.push({
      type: owner.name.text,
      member: symbol.name,
      kind: isEvent ? 'event' : kind,
      at: place(node),
    });
  }

  /** The names that `load` is given are uses too: it is there that a host fails over a missing one. */
  private readLoad(object: ts.Expression, call: ts.CallExpression): void {
    const type = this.checker.getTypeAtLocation(object);
    const [argument] = call.arguments;
    if (!argument || !type.getProperty('isNullObject') || !type.getProperty('load')) return;
    const paths = this.pathsOf(this.checker.getTypeAtLocation(argument), argument);
    if (paths === null) this.untold.push(place(call));
    else for (const path of paths) this.walk(type, path, call);
  }

  /** `'a, b/c'`, `['a', 'b/c']` or `{ a: true, b: { c: true } }` as paths; `null` where the type is only `string`. */
  private pathsOf(type: ts.Type, node: ts.Node): readonly string[] | null {
    if (type.isStringLiteral()) return type.value.split(',').map((path) => path.trim());
    if (type.isUnion()) return together(type.types.map((one) => this.pathsOf(one, node)));
    if (type.flags & ts.TypeFlags.String) return this.literalOf(node);
    if (this.checker.isTupleType(type))
      return together(this.checker.getTypeArguments(type as ts.TypeReference).map((one) => this.pathsOf(one, node)));
    if (this.checker.isArrayType(type)) return this.literalOf(node);
    return type.getProperties().flatMap((property) => {
      const inner = this.checker.getTypeOfSymbolAtLocation(property, node);
      if (inner.flags & ts.TypeFlags.BooleanLike) return [property.name];
      return (this.pathsOf(inner, node) ?? []).map((rest) => `${property.name}/${rest}`);
    });
  }

  /** Texts written out where the type has forgotten them. */
  private literalOf(node: ts.Node): readonly string[] | null {
    if (ts.isStringLiteralLike(node)) return node.text.split(',').map((path) => path.trim());
    if (ts.isArrayLiteralExpression(node)) return together(node.elements.map((one) => this.literalOf(one)));
    if (!ts.isIdentifier(node)) return null;
    const declaration = this.checker.getSymbolAtLocation(node)?.valueDeclaration;
    return declaration && ts.isVariableDeclaration(declaration) && declaration.initializer
      ? this.literalOf(declaration.initializer)
      : null;
  }

  private walk(from: ts.Type, path: string, node: ts.Node): void {
    let type = from;
    for (const name of path.split('/')) {
      if (name === '$none' || name === '') return;
      // What is selected of a collection is meant of its items.
      const items = type.getProperty('items');
      if (items && name !== 'items') type = this.itemOf(items, node);
      const symbol = type.getProperty(name);
      if (!symbol) return void this.untold.push(`${place(node)}: ${path}`);
      if (name === 'items') type = this.itemOf(symbol, node);
      else {
        this.note(symbol, 'read', node);
        type = this.checker.getTypeOfSymbolAtLocation(symbol, node);
      }
    }
  }

  private itemOf(items: ts.Symbol, node: ts.Node): ts.Type {
    const list = this.checker.getTypeOfSymbolAtLocation(items, node);
    return this.checker.getIndexTypeOfType(list, ts.IndexKind.Number) ?? list;
  }
}

function isExcels(owner: ts.ClassDeclaration): boolean {
  const block = owner.parent;
  return ts.isModuleBlock(block) && ts.isIdentifier(block.parent.name) && block.parent.name.text === 'Excel';
}

function together(parts: readonly (readonly string[] | null)[]): readonly string[] | null {
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}

function place(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${relative(ROOT, file.fileName)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
