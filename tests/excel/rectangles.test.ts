import fc from 'fast-check';
import { putCell, toRectangles } from '../../src/excel/rectangles';

const cellsArb = fc.array(fc.record({ row: fc.nat(12), column: fc.nat(8), value: fc.nat(3) }), { maxLength: 60 });

test('rectangles cover exactly the cells, each once, with its value', () => {
  fc.assert(
    fc.property(cellsArb, (list) => {
      const cells = new Map<number, Map<number, number>>();
      for (const { row, column, value } of list) putCell(cells, row, column, value);
      const covered = new Map<string, number>();
      for (const { area, rows } of toRectangles(cells)) {
        expect(rows).toHaveLength(area.bottom - area.top + 1);
        rows.forEach((line, r) => {
          expect(line).toHaveLength(area.right - area.left + 1);
          line.forEach((value, c) => {
            const key = `${area.top + r},${area.left + c}`;
            expect(covered.has(key)).toBe(false);
            covered.set(key, value);
          });
        });
      }
      const wanted = [...cells].flatMap(([row, line]) =>
        [...line].map(([column, value]) => [`${row},${column}`, value]),
      );
      expect(Object.fromEntries(covered)).toEqual(Object.fromEntries(wanted));
    }),
  );
});

test('where only the same joins, a rectangle holds one value', () => {
  fc.assert(
    fc.property(cellsArb, (list) => {
      const cells = new Map<number, Map<number, number>>();
      for (const { row, column, value } of list) putCell(cells, row, column, value);
      for (const { rows } of toRectangles(cells, (a, b) => a === b)) {
        expect(new Set(rows.flat()).size).toBe(1);
      }
    }),
  );
});

test('a filled block is one rectangle', () => {
  const cells = new Map<number, Map<number, string>>();
  for (let row = 2; row < 5; row++) for (let column = 1; column < 4; column++) putCell(cells, row, column, 'x');
  expect(toRectangles(cells).map(({ area }) => area)).toEqual([{ top: 2, left: 1, bottom: 4, right: 3 }]);
});
