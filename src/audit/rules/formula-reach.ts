import { standingName, type CellRef, type SheetSnapshot } from '../../workbook';
import { isExternal, referencesOf } from '../formula';
import { anyCellPlace, workbookPlace } from '../places';
import { defineRule } from '../rule';

const MOST_FORMULAS = 20_000;

/** 外部链接与循环引用: formulas that rest on another file, or on themselves. */
export const formulaReach = defineRule({
  ids: ['F05', 'F06', 'F04'],
  name: 'formula-reach',
  level: 'warning',
  group: 'formula',
  stage: 'structure',
  tables: [],
  title: '外部链接、循环引用、写死的算式',
  protects: '别的文件不在手边时，数就更新不了；循环引用算不出数。',
  fixable: 'none',
  source: '单元格的公式',
  whenToExplain: '外部数据源长期固定的，写明文件名和存放处。',
  messages: {
    external: (d: { formula: string }) => `公式引用了别的工作簿：${d.formula}。`,
    linked: (d: { files: string }) => `工作簿带有外部链接：${d.files}。`,
    circular: (d: { cells: string; formula: string }) => `循环引用：${d.cells}（${d.formula}）。`,
    literal: (d: { formula: string }) => `公式 ${d.formula} 只有写死的数字，构成看不出来。`,
  },
  advice: {
    external: '改为数值，或把数据放进本工作簿。',
    linked: '断开链接，保留数值。',
    circular: '改正公式，使其不引用自己。',
    literal: '填得数，构成写入备注。',
  },
  *check(context, report) {
    let linkedCells = 0;
    for (const [position, sheet] of context.workbook.sheets.entries()) {
      if (
        sheet.formulas.size === 0 ||
        context.recognition.unrecognized.some((each) => each.sheet === sheet.name && each.reason === 'generated')
      )
        continue;
      let seen = 0;
      for (const [index, formula] of sheet.formulas) {
        if (++seen > MOST_FORMULAS) break;
        const at = refOf(sheet, index);
        if (isExternal(formula)) {
          linkedCells++;
          yield report('external', { formula }, anyCellPlace(context, position, sheet, at, 'formula'), {
            id: 'F05',
            found: formula,
            merges: true,
          });
        } else if (/^=[\d\s.+*()-]+$/u.test(formula) && /[+*-]/u.test(formula.slice(2))) {
          yield report('literal', { formula }, anyCellPlace(context, position, sheet, at, 'formula'), {
            id: 'F04',
            level: 'info',
            found: formula,
            merges: true,
          });
        }
      }
      // A ring within a ring is one fault: the smallest is the one to open.
      const ringed = new Set<number>();
      for (const cycle of [...cyclesOf(sheet)].sort((a, b) => a.length - b.length)) {
        const [first] = cycle;
        if (first === undefined || cycle.some((index) => ringed.has(index))) continue;
        for (const index of cycle) ringed.add(index);
        const at = refOf(sheet, first);
        const formula = sheet.formulas.get(first) ?? '';
        const cells = cycle
          .map((index) => refOf(sheet, index))
          .map((ref) => standingName(sheet, ref.row, ref.column))
          .join(' → ');
        yield report('circular', { cells, formula }, anyCellPlace(context, position, sheet, at, 'formula'), {
          id: 'F06',
          level: 'error',
          found: formula,
          causes: { blocks: true },
        });
      }
    }
    const files = context.workbook.externalLinks;
    if (linkedCells === 0 && files.length > 0)
      yield report('linked', { files: files.join('、') }, workbookPlace('externalLinks'), {
        id: 'F05',
        found: files.join('、'),
      });
  },
});

function refOf(sheet: SheetSnapshot, index: number): CellRef {
  return {
    sheet: sheet.name,
    row: sheet.top + Math.floor(index / sheet.columnCount),
    column: sheet.left + (index % sheet.columnCount),
  };
}

/** Sums over thousands of rows in thousands of rows: so many cells are looked at, and so many rings kept. */
const MOST_LOOKS = 20_000_000;
const MOST_RINGS = 100;

/** Rings of formulas on one sheet, each once, as positions in `values`. */
function cyclesOf(sheet: SheetSnapshot): readonly (readonly number[])[] {
  if (sheet.formulas.size > MOST_FORMULAS) return [];
  const cycles: number[][] = [];
  const done = new Set<number>();
  let looks = 0;
  // One after the other, never as a list: 5,000 running sums need 12 million cells together.
  function* needs(index: number): Generator<number, void> {
    for (const reference of referencesOf(sheet.formulas.get(index) ?? '')) {
      if (reference.sheet !== null && reference.sheet !== sheet.name) continue;
      const { area } = reference;
      const bottom = Math.min(area.bottom, sheet.top + sheet.rowCount - 1);
      const right = Math.min(area.right, sheet.left + sheet.columnCount - 1);
      for (let row = Math.max(area.top, sheet.top); row <= bottom; row++) {
        for (let column = Math.max(area.left, sheet.left); column <= right; column++) {
          if (++looks > MOST_LOOKS) return;
          const next = (row - sheet.top) * sheet.columnCount + column - sheet.left;
          if (sheet.formulas.has(next)) yield next;
        }
      }
    }
  }
  for (const start of sheet.formulas.keys()) {
    if (done.has(start)) continue;
    const path = [{ index: start, rest: needs(start) }];
    const depthOf = new Map([[start, 0]]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { value: next, done: isLast } = top.rest.next();
      if (isLast || next === undefined) {
        done.add(top.index);
        depthOf.delete(top.index);
        path.pop();
        continue;
      }
      const depth = depthOf.get(next);
      if (depth !== undefined) {
        cycles.push(path.slice(depth).map(({ index }) => index));
        if (cycles.length >= MOST_RINGS) return cycles;
      } else if (!done.has(next)) {
        depthOf.set(next, path.length);
        path.push({ index: next, rest: needs(next) });
      }
    }
  }
  return cycles;
}
