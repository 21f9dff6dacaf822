/** @jest-environment jsdom */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';

const PAGE = path.join(__dirname, '../../src/taskpane/page');
const read = (name: string): string => fs.readFileSync(path.join(PAGE, name), 'utf8');

/** The page's body as it stands before the pane starts, with the boot script run on it. */
function open(): void {
  const body = /<body>([\s\S]*)<\/body>/.exec(read('taskpane.html'))?.[1] ?? '';
  document.body.innerHTML = body;
  new Function(read('boot.js'))();
}

const failed = (): HTMLElement | null => document.getElementById('not-loaded');

describe('the page before the pane', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('says after ten seconds what to do when the rest does not load', () => {
    open();
    jest.advanceTimersByTime(9_900);
    expect(failed()?.hidden).toBe(true);
    jest.advanceTimersByTime(200);
    expect(failed()?.hidden).toBe(false);
    expect(failed()?.textContent).toContain('检查网络');
  });

  it('says nothing once the pane has started', () => {
    open();
    const pane = document.getElementById('pane');
    if (pane) pane.innerHTML = '<button>一键审核</button>';
    jest.advanceTimersByTime(11_000);
    expect(document.body.textContent).not.toContain('没有载入完成');
  });

  it('is written so that Trident can run it, and sends Trident to a page that needs no script', () => {
    expect(() => parse(read('boot.js'), { ecmaVersion: 5, sourceType: 'script' })).not.toThrow();
    expect(() => parse('const a = 1', { ecmaVersion: 5 })).toThrow();
    expect(read('boot.js')).toContain("replace('old-host.html')");
    expect(read('old-host.html')).not.toContain('<script');
    expect(read('old-host.html')).toContain('plancheck audit');
  });
});
