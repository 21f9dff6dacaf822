import fs from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { COMMANDS } from '../../src/commands';
import { NEEDED_API } from '../../src/excel';

const ROOT = path.join(__dirname, '../..');

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads well-formed XML or throws with the line. */
function readXml(file: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text.trim();
  });
  parser.on('closetag', () => void open.pop());
  parser.write(fs.readFileSync(path.join(ROOT, file), 'utf8')).close();
  return top.children[0] as Element;
}

const manifest = readXml('manifest.xml');
const all = (from: Element): readonly Element[] => [from, ...from.children.flatMap(all)];
const named = (name: string, from = manifest): readonly Element[] => all(from).filter((one) => one.name === name);
const one = (name: string, from = manifest): Element => {
  const found = named(name, from);
  if (found.length !== 1) throw new Error(`${found.length} × ${name}`);
  return found[0] as Element;
};
/** The child of the root: elsewhere the same name may mean something else. */
const child = (name: string): Element => manifest.children.find((each) => each.name === name) as Element;
const names = ({ children }: Element): readonly string[] => children.map(({ name }) => name);

/** Width and height that a PNG states. */
function pngSize(file: string): readonly [number, number] {
  const bytes = fs.readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** `https://localhost:3000/assets/x.png` → where the build takes it from. */
const builtFrom: Readonly<Record<string, string>> = { 'taskpane.html': 'src/taskpane/page/taskpane.html' };
function fileOf(url: string): string {
  const { origin, pathname } = new URL(url);
  expect(origin).toBe('https://localhost:3000');
  const name = decodeURIComponent(pathname.slice(1));
  return path.join(ROOT, builtFrom[name] ?? name);
}

describe('manifest.xml', () => {
  it('has its elements in the order of the schema', () => {
    expect(names(manifest)).toEqual([
      'Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl',
      'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions',
      'VersionOverrides', 'ExtendedOverrides',
    ]); // prettier-ignore
    expect(names(one('VersionOverrides'))).toEqual(['Hosts', 'Resources']);
    expect(names(one('DesktopFormFactor'))).toEqual(['GetStarted', 'FunctionFile', 'ExtensionPoint', 'ExtensionPoint']);
    expect(names(one('Resources'))).toEqual(['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings']);
    for (const control of named('Control')) expect(names(control)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
  });

  it('is a task-pane add-in of its own for workbooks, and asks for no more than it needs', () => {
    expect(manifest.attributes['xsi:type']).toBe('TaskPaneApp');
    expect(one('Id').text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(one('Version').text).toMatch(/^\d+(\.\d+){3}$/);
    expect(one('Permissions').text).toBe('ReadWriteDocument');
    const sets = named('Set').map(({ attributes }) => [attributes['Name'], Number(attributes['MinVersion'])]);
    expect(sets).toContainEqual(['SharedRuntime', 1.1]);
    // What Excel 2021 has is 1.14; what the port asks for is what the manifest asks for.
    expect(sets).toContainEqual(['ExcelApi', Number(NEEDED_API)]);
    expect(Number(NEEDED_API)).toBeLessThanOrEqual(1.14);
  });

  it('resolves every resid, and defines none twice or in vain', () => {
    const defined = one('Resources').children.flatMap(({ children }) =>
      children.map(({ attributes }) => attributes['id']),
    );
    expect(new Set(defined).size).toBe(defined.length);
    const used = new Set(all(manifest).flatMap(({ attributes }) => attributes['resid'] ?? []));
    expect([...used].filter((id) => !defined.includes(id))).toEqual([]);
    expect(defined.filter((id) => !used.has(id ?? ''))).toEqual([]);
    for (const id of defined) expect(id?.length).toBeLessThanOrEqual(32);
  });

  it('says everything in Chinese and in English, within the lengths that Office allows', () => {
    expect(one('DefaultLocale').text).toBe('zh-CN');
    const spoken = [
      ...named('bt:String').map((element) => ({ element, override: 'bt:Override' })),
      ...['DisplayName', 'Description'].map((name) => ({ element: child(name), override: 'Override' })),
    ];
    for (const { element, override } of spoken) {
      expect(element.attributes['DefaultValue']).toMatch(/[\u4e00-\u9fff]/);
      const english = one(override, element).attributes;
      expect(english['Locale']).toBe('en-US');
      expect(english['Value']).toMatch(/^[\x20-\x7e]+$/);
    }
    const longest = (group: string): number =>
      Math.max(...named('bt:String', one(group)).map(({ attributes }) => attributes['DefaultValue']?.length ?? 0));
    expect(longest('bt:ShortStrings')).toBeLessThanOrEqual(125);
    expect(longest('bt:LongStrings')).toBeLessThanOrEqual(250);
  });

  it('shows icons that exist in the sizes they are given for', () => {
    const images = new Map(
      named('bt:Image', one('bt:Images')).map(({ attributes }) => [attributes['id'], attributes['DefaultValue'] ?? '']),
    );
    for (const icon of named('Icon')) {
      const sizes = icon.children.map(({ attributes }) => Number(attributes['size']));
      expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 80]);
      for (const { attributes } of icon.children) {
        const size = Number(attributes['size']);
        expect(pngSize(fileOf(images.get(attributes['resid']) ?? ''))).toEqual([size, size]);
      }
    }
    expect(pngSize(fileOf(one('IconUrl').attributes['DefaultValue'] ?? ''))).toEqual([32, 32]);
    expect(pngSize(fileOf(one('HighResolutionIconUrl').attributes['DefaultValue'] ?? ''))).toEqual([64, 64]);
  });

  it('points only to pages and files that the build makes, over https', () => {
    const urls = all(manifest).flatMap(({ name, attributes }) => {
      const url = name === 'ExtendedOverrides' ? attributes['Url'] : attributes['DefaultValue'];
      return url?.startsWith('http') ? [url] : [];
    });
    expect(urls.length).toBeGreaterThan(40);
    for (const url of urls) expect(fs.existsSync(fileOf(url))).toBe(true);
  });

  it('runs in one shared runtime, whose page is that of the pane', () => {
    expect(one('Runtime').attributes).toMatchObject({ lifetime: 'long', resid: 'page.url' });
    expect(one('FunctionFile').attributes['resid']).toBe('page.url');
  });

  it('names only commands that exist, for the ribbon, the context menu and the keys', () => {
    const wanted = named('FunctionName').map(({ text }) => text);
    expect(wanted).toEqual(
      expect.arrayContaining(['auditWorkbook', 'openFill', 'openReports', 'openHelp', 'auditSheet']),
    );
    const keys = JSON.parse(fs.readFileSync(path.join(ROOT, 'assets/shortcuts.json'), 'utf8')) as {
      actions: { id: string }[];
      shortcuts: { action: string; key: Record<string, string> }[];
    };
    const actions = keys.actions.map(({ id }) => id);
    expect(keys.shortcuts.map(({ action }) => action).filter((id) => !actions.includes(id))).toEqual([]);
    for (const id of [...wanted, ...actions]) expect(Object.keys(COMMANDS)).toContain(id);
  });

  it('gives every control an id of its own', () => {
    const ids = [...named('Control'), ...named('Group'), ...named('CustomTab')].map(
      ({ attributes }) => attributes['id'],
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
