import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { Pane } from '../../src/taskpane/app/pane';
import { fixedLook } from '../../src/taskpane/app/theme';
import { createSession } from '../../src/taskpane/session';
import type { Work } from '../../src/taskpane/work/work';
import { madeUpAudit, MADE_UP } from './made-up-findings';
import { madeUpPort } from './made-up-port';
import { madeUpWork } from './made-up-work';

/** Drawing the whole pane again and again takes long on a busy machine. */
jest.setTimeout(60_000);

/** jsdom lays nothing out: the virtual list needs a size to draw rows, Fluent an observer to ask. */
export function giveSizes(): void {
  const sizes = { clientHeight: 600, clientWidth: 320, offsetHeight: 40, offsetWidth: 320 };
  for (const [name, size] of Object.entries(sizes)) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size });
  }
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
}

export const withMadeUpAudit: Work['audit'] = (snapshot) => Promise.resolve(madeUpAudit(snapshot));

/** The whole pane over the made-up workbook. */
export function showPane(options: { audit?: Work['audit']; work?: Work } = {}) {
  const port = madeUpPort(MADE_UP);
  const work = options.work ?? madeUpWork(options.audit ?? withMadeUpAudit);
  const session = createSession(port, work);
  const view = render(<Pane session={session} look={fixedLook('light')} />);
  return { port, session, view, user: userEvent.setup() };
}

/** Lets what was promised come true and be drawn, also parts that are still being loaded. */
export async function settle(): Promise<void> {
  const moment = () => act(() => new Promise((resolve) => setTimeout(resolve, 30)));
  const until = Date.now() + 20_000;
  await moment();
  // Each wait is inside `act`: what React holds back while a part is being loaded is drawn only there.
  while (screen.queryByText('正在载入…') && Date.now() < until) await moment();
  expect(screen.queryByText('正在载入…')).toBeNull();
}

/** Ids of the WCAG 2.2 A and AA rules that the page breaks. Colours need a layout and are looked at in a browser. */
export async function violations(element: Element): Promise<readonly string[]> {
  const { violations: found } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      'color-contrast': { enabled: false },
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
    },
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
