import { columnName } from '../../workbook';
import type { EngineChange } from './engine-changes';
import type { HostContext } from './context';
import { localAddress } from './addresses';

/** One event as the client receives it. */
export interface EventEntry {
  readonly messageCategory: 65536;
  readonly messageType: number;
  /** A sheet's id, or `Workbook` for the collections' events. */
  readonly targetId: string;
  /** JSON of the event's values. */
  readonly message: string;
}

const TYPE = { changed: 10, activated: 11, added: 13, selectionChanged: 14, deleted: 15 } as const;

/** The events that a change raises: each once for its sheet and once for the workbook. */
export function eventsFor(change: EngineChange, host: HostContext, ownBatch: boolean): readonly EventEntry[] {
  const worksheetId = `{${change.sheetId}}`;
  const triggerSource = ownBatch ? 'ThisLocalAddin' : 'Unknown';
  const both = (messageType: number, values: Readonly<Record<string, unknown>>): readonly EventEntry[] =>
    [worksheetId, 'Workbook'].map((targetId) => ({
      messageCategory: 65536,
      messageType,
      targetId,
      message: JSON.stringify({ worksheetId, source: 'Local', triggerSource, ...values }),
    }));
  switch (change.kind) {
    case 'edited':
      return both(TYPE.changed, { address: local(host, change), changeType: 'RangeEdited', shiftDirection: 'None' });
    case 'shifted':
      return both(TYPE.changed, shiftValues(change));
    case 'other':
      return both(TYPE.changed, { address: '', changeType: 'Others', shiftDirection: 'None' });
    case 'selected':
      return both(TYPE.selectionChanged, { address: local(host, { area: host.selection().area, ...change }) });
    case 'activated':
      return both(TYPE.activated, {});
    case 'added':
      return both(TYPE.added, {}).slice(1);
    case 'deleted':
      return both(TYPE.deleted, {}).slice(1);
  }
}

type Placed = Pick<Extract<EngineChange, { kind: 'edited' }>, 'sheetId' | 'area'>;

function local(host: HostContext, { sheetId, area }: Placed): string {
  return localAddress(host.sheetById(sheetId).range(area));
}

function shiftValues({ area, shift }: Extract<EngineChange, { kind: 'shifted' }>): Readonly<Record<string, string>> {
  const what = shift.axis === 'rows' ? 'Row' : 'Column';
  const [first, last] = shift.axis === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
  return {
    address: shift.axis === 'rows' ? `${first + 1}:${last + 1}` : `${columnName(first)}:${columnName(last)}`,
    changeType: `${what}${shift.by > 0 ? 'Inserted' : 'Deleted'}`,
    shiftDirection: 'None',
  };
}
