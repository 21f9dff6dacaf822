/** @jest-environment jsdom */
import { act, screen } from '@testing-library/react';
import { answerWith, finding, TEXT_NUMBER, QUESTIONED } from './made-up-findings';
import { giveSizes, settle, showPane, violations } from './drawing';

beforeAll(giveSizes);

type Pane = ReturnType<typeof showPane>;
const idOf = ({ rule, message, identity }: typeof TEXT_NUMBER): string => `${rule}/${message}/${identity}`;

const STATES: Readonly<
  Record<
    string,
    { audit?: Parameters<typeof showPane>[0]; reach?: (pane: Pane) => unknown; after?: (pane: Pane) => Promise<void> }
  >
> = {
  empty: {},
  running: {
    audit: { audit: () => new Promise(() => undefined) },
    reach: ({ session }) => void session.audit(),
  },
  'with findings': { reach: ({ session }) => session.audit() },
  'a finding unfolded': {
    reach: async ({ session }) => {
      await session.audit();
      session.open(idOf(TEXT_NUMBER));
    },
  },
  explaining: {
    reach: async ({ session }) => {
      await session.audit();
      session.open(idOf(QUESTIONED));
      session.startExplaining(QUESTIONED);
    },
  },
  preview: {
    reach: async ({ session }) => {
      await session.audit();
      session.previewFix(TEXT_NUMBER);
    },
  },
  'nothing wrong': { audit: { audit: () => Promise.resolve(answerWith([])) }, reach: ({ session }) => session.audit() },
  'no table found': {
    audit: { audit: () => Promise.resolve(answerWith([], { verdict: 'nothingFound', tables: [] })) },
    reach: ({ session }) => session.audit(),
  },
  stale: {
    reach: async ({ session, port }) => {
      await session.audit();
      port.change(port.workbook);
    },
  },
  'host problem': {
    reach: ({ session, port }) => {
      port.nextProblem = { code: 'cellEditing' };
      return session.audit();
    },
  },
  'ten thousand findings': {
    audit: {
      audit: () =>
        Promise.resolve(answerWith(Array.from({ length: 10_000 }, (_, index) => finding({ identity: String(index) })))),
    },
    reach: ({ session }) => session.audit(),
  },
  fill: {
    reach: async ({ session }) => {
      session.go('fill');
      await session.planFill();
    },
  },
  reports: {
    reach: async ({ session }) => {
      session.go('reports');
      await session.makeReports(['ledger']);
    },
  },
  consolidation: {
    reach: async ({ session }) => {
      session.go('consolidation');
      await session.readSubmissions([new File([''], '袁州区.xlsx'), new File([''], '坏.xlsx')]);
    },
  },
  settings: {
    reach: ({ session }) => session.go('settings'),
    after: ({ user }) => user.click(screen.getByRole('button', { name: /查看方案自身的差异与缺项/ })),
  },
};

describe('WCAG 2.2 AA in every state', () => {
  it.each(Object.entries(STATES))('%s', async (_, { audit, reach, after }) => {
    const pane = showPane(audit);
    await act(async () => void (await reach?.(pane)));
    await settle();
    await after?.(pane);
    await settle();
    expect(screen.getByRole('tablist')).toBeTruthy();
    expect(await violations(pane.view.container)).toEqual([]);
  });
});
