import type { CellValue } from '../../../src/workbook';
import type { HeldOutFault } from './fault';

/** A fault in one cell whose name fits; `spoil` gives its new value. */
function marked(id: string, pattern: RegExp, spoil: (value: CellValue) => CellValue | undefined): HeldOutFault {
  return {
    id,
    seed: ({ book, random }) => {
      const keys = book.keys(pattern).filter((key) => {
        const spot = book.spot(key);
        return spot !== null && spoil(book.value(spot)) !== undefined && spoil(book.value(spot)) !== book.value(spot);
      });
      if (keys.length === 0) return null;
      const spot = book.spot(random.pick(keys));
      if (!spot) return null;
      const value = spoil(book.value(spot));
      book.set(spot, value ?? null);
      return [spot];
    },
  };
}
const times =
  (factor: number) =>
  (value: CellValue): CellValue | undefined =>
    typeof value === 'number' ? value * factor : undefined;

/** Faults of headers, forms, funds, indicators and responsibilities. */
export const OTHER_FAULTS: readonly HeldOutFault[] = [
  marked('header: land in another unit', /^header\/land$/, (value) =>
    String(value).includes('亩') ? String(value).replace('亩', '㎡') : undefined,
  ),
  marked('header: seats in 万', /^header\/seats$/, (value) =>
    /个|人/.test(String(value)) ? String(value).replace(/个|人/, '万个') : undefined,
  ),
  marked('header: money in 元', /^header\/amount$/, (value) =>
    String(value).includes('万元') ? String(value).replace('万元', '元') : undefined,
  ),
  marked('form: nobody prepared it', /^form\/preparedBy$/, (value) => `${String(value).split('：')[0] ?? ''}：`),
  marked('form: nobody reviewed it', /^form\/reviewedBy$/, (value) => `${String(value).split('：')[0] ?? ''}：`),
  marked('form: no date', /^form\/date$/, (value) => `${String(value).split('：')[0] ?? ''}：`),
  marked('fund: another amount', /^fund\/(F01|F06)\/amount$/, (value) => Number(value) * 1.1),
  marked('fund: in 元', /^fund\/(F01|F06)\/amount$/, times(10000)),
  marked('fund: as text', /^fund\/.*\/amount$/, (value) => String(value)),
  {
    id: 'fund: with unit',
    seed: ({ book, random }) => {
      const keys = book.keys(/^fund\/.*\/amount$/);
      const spot = keys.length > 0 ? book.spot(random.pick(keys)) : null;
      const header = book.spot('header/amount');
      if (!spot || !header) return null;
      const unit = String(book.value(header)).includes('千元') ? '千元' : '万元';
      book.set(spot, `${String(book.value(spot))}${unit}`);
      return [spot];
    },
  },
  marked('fund: negative', /^fund\/.*\/amount$/, times(-1)),
  marked('fund: blank', /^fund\/(F01|F06)\/amount$/, () => null),
  marked('fund: unknown name', /^fund\/.*\/name$/, () => '校园绿化专项'),
  marked('fund: mistyped name', /^fund\/.*\/name$/, (value) =>
    String(value).includes('专项') ? String(value).replace('专项', '转项') : undefined,
  ),
  {
    id: 'fund: more spent than allotted',
    seed: ({ book, random }) => {
      const keys = book.keys(/^fund\/.*\/spent$/);
      if (keys.length === 0) return null;
      const key = random.pick(keys);
      const spot = book.spot(key);
      const amount = book.spot(key.replace('spent', 'amount'));
      if (!spot || !amount) return null;
      book.set(spot, Number(book.value(amount)) * 1.05);
      return [spot];
    },
  },
  marked('indicator: target changed', /^indicator\/(T01|T02|T03)\/target$/, (value) =>
    typeof value === 'number' ? (value > 1 ? value - 2 : value - 0.02) : undefined,
  ),
  marked('indicator: count changed', /^indicator\/(T06|T10|T11|T14|T20)\/target$/, (value) => Number(value) + 1),
  marked('indicator: percent as share', /^indicator\/(T01|T02|T03)\/actual$/, (value) =>
    Number(value) > 1 ? Number(value) / 100 : undefined,
  ),
  marked('indicator: rate over 100', /^indicator\/T02\/actual$/, (value) => (Number(value) > 1 ? 970 : 9.7)),
  marked('indicator: seats as a count', /^indicator\/(T14|T17)\/actual$/, times(10000)),
  marked('indicator: as text', /^indicator\/(T01|T06)\/actual$/, (value) =>
    Number(value) > 1 ? String(value) : undefined,
  ),
  marked(
    'indicator: with words',
    /^indicator\/(T01|T02)\/actual$/,
    (value) => `已达${Number(value) > 1 ? Number(value) : Number(value) * 100}%`,
  ),
  marked('indicator: unit changed', /^indicator\/(T14|T15|T17)\/unit$/, () => '个'),
  marked('indicator: text target changed', /^indicator\/T04\/target$/, () => '1:1'),
  marked('indicator: negative', /^indicator\/T07\/actual$/, () => -1),
  marked('indicator: blank', /^indicator\/(T01|T06)\/actual$/, () => null),
  marked('measure: department left out', /^measure\/.*\/departments$/, (value) => {
    const parts = String(value).split(/[、\n]/);
    return parts.length > 1 ? String(value).slice(0, -(parts.at(-1)?.length ?? 0) - 1) : undefined;
  }),
  marked('measure: departments blank', /^measure\/.*\/departments$/, () => null),
  marked('measure: text of another', /^measure\/R0[5-9]\/text$/, () => '加强校园绿化美化工作。'),
  marked('measure: progress blank', /^measure\/.*\/progress$/, () => null),
  {
    id: 'rows: hidden',
    seed: ({ book, random }) => {
      const spot = book.spot(random.pick(book.keys(/^school\/.*\/name$/)));
      if (!spot) return null;
      spot.page.hiddenRows.add(spot.row);
      return [spot];
    },
  },
  {
    id: 'cells: merged down in the seats',
    seed: ({ book, figures }) => {
      for (let i = 1; i < figures.schools.length; i++) {
        const [a, b] = [figures.schools[i - 1], figures.schools[i]].map((school) =>
          book.spot(`school/${school?.id ?? ''}/seats`),
        );
        if (!a || !b || a.page !== b.page || b.row !== a.row + 1) continue;
        b.page.cells.delete(`${b.row},${b.column}`);
        a.page.merge(a.row, a.column, b.row, b.column);
        return [a, b];
      }
      return null;
    },
  },
  {
    id: 'cells: builder merged down',
    seed: ({ book, figures }) => {
      for (let i = 1; i < figures.schools.length; i++) {
        const [a, b] = [figures.schools[i - 1], figures.schools[i]].map((school) =>
          book.spot(`school/${school?.id ?? ''}/builder`),
        );
        if (!a || !b || a.page !== b.page || b.row !== a.row + 1) continue;
        b.page.cells.delete(`${b.row},${b.column}`);
        a.page.merge(a.row, a.column, b.row, b.column);
        return [a, b];
      }
      return null;
    },
  },
];
