import type { FieldId, TableKind } from '../../recognize';
import { isBlank, shownValueAt, valueAt } from '../../workbook';
import { SCHOOL_MEASURES } from '../../plan';
import type { AuditContext } from '../context';
import { cellPlace, headerPlace } from '../places';
import { shown } from '../precision';
import { isFinished, progressOf } from '../progress';
import { chooseValue } from '../repairs';
import { defineRule } from '../rule';
import { mergeIndexOf } from '../views/merge-index';
import { CELL } from '../views/number-column';
import type { TableView } from '../views/table-view';
import { shortened } from '../wording';

const TEXTS: Readonly<Record<TableKind, readonly FieldId[]>> = {
  schools: ['builder', 'status', 'stage'],
  funds: [],
  responsibilities: ['departments', 'progressNote', 'state'],
  indicators: ['unit'],
  summary: [],
};
const NUMBERS: Readonly<Record<TableKind, readonly FieldId[]>> = {
  schools: SCHOOL_MEASURES,
  funds: ['amount'],
  responsibilities: [],
  indicators: ['target', 'actual'],
  summary: ['schoolCount', ...SCHOOL_MEASURES],
};

/** Days that are set for every school and every task, so that a blank among them was forgotten. */
const DATES: Readonly<Partial<Record<TableKind, FieldId>>> = {
  schools: 'plannedCompletion',
  responsibilities: 'deadline',
};
/** Rows that show that such a column is filled. */
const LEAST_DATED = 5;

/** Groups of a summary that show that a column is filled. */
const LEAST_GROUPS = 4;

/** Columns in which a few blanks were forgotten, while many are a habit. */
const UNLESS_MOSTLY: readonly FieldId[] = ['stage', 'state', 'unit'];

/** 必填项为空: a cell left open in a column that is otherwise filled, or a row without a name. */
export const requiredBlank = defineRule({
  ids: ['V15'],
  name: 'required-blank',
  level: 'error',
  group: 'value',
  stage: 'value',
  tables: ['schools', 'funds', 'responsibilities', 'indicators', 'summary'],
  title: '必填项为空',
  protects: '空着的格汇总时按 0 计，或使整行无法归类。',
  fixable: 'choice',
  source: '同列其余各行均已填写',
  whenToExplain: '尚未确定的，写明何时能定。',
  messages: {
    name: (d: { row: string }) => `${d.row}没有填名称。`,
    emptied: (d: { row: string }) => `${d.row}只有序号，其余各格都空着。`,
    totalLabel: (d: { row: string }) => `${d.row}是合计，却没有写“合计”。`,
    blank: (d: { name: string; field: string }) => `${shortened(d.name)}的${d.field}未填。`,
    derivable: (d: { name: string; field: string; value: string }) =>
      `${shortened(d.name)}的${d.field}未填；按小计减其余各行应为 ${d.value}。`,
    column: (d: { field: string }) => `“${d.field}”整列都没有填。`,
    mostlyBlank: (d: { field: string }) => `${d.field}未填。`,
  },
  advice: {
    name: '补填名称；多余的行删去。',
    emptied: '补填该行；多余的行删去。',
    totalLabel: '补写“合计”。',
    blank: '补填。',
    derivable: '核对后补填。',
    column: '补填；本期不报的列可以删去。',
    mostlyBlank: '能补填的补填；方案文本未显示的可留空。',
  },
  *check(context, report) {
    const isPlan = context.recognition.purpose === 'plan';
    for (const view of context.tables) {
      const rows = view.table.dataRows;
      const numbered = new Set(rows.filter((row) => isNumberOnly(view, row)));
      const { totalRow } = view.table;
      if (totalRow !== null && hasNoLabel(view, totalRow)) {
        const place = cellPlace(view, totalRow, view.nameField);
        const { left } = view.table.area;
        const column = view.column('sequence')?.column ?? view.column(view.nameField)?.column ?? left;
        yield report(
          'totalLabel',
          { row: view.lineNames([totalRow]) },
          {
            ...place,
            area: { top: totalRow, bottom: totalRow, left, right: Math.max(column, place.area?.right ?? left) },
          },
          {
            level: 'warning',
            expected: '合计',
            repair: () => chooseValue(view, totalRow, column, ['合计'], '补写合计'),
          },
        );
      }
      for (const row of rows) {
        if (numbered.has(row) && (isFollowed(view, row) || (numbered.size === 1 && rows.length > FEW_ROWS))) {
          yield report('emptied', { row: view.lineNames([row]) }, cellPlace(view, row, view.nameField), {
            // A section of its own with one spare line may be a unit that has no such school.
            level: isFollowed(view, row) ? 'warning' : 'info',
            causes: { blocks: true },
          });
          continue;
        }
        if (view.name(row) !== '' || !(hasFigures(view, row) || hasWords(view, row))) continue;
        const lost =
          view.kind === 'schools' &&
          context.plan.schools.some((school) => school.name === null && school.stage === view.sectionOf(row)?.stage);
        yield report('name', { row: view.lineNames([row]) }, cellPlace(view, row, view.nameField), {
          level: isPlan || lost ? 'warning' : 'error',
          causes: { blocks: true },
        });
      }
      for (const field of TEXTS[view.kind]) {
        if (!view.has(field)) continue;
        const blank = rows.filter(
          (row) => view.text(row, field) === '' && view.name(row) !== '' && !needsNone(context, view, row, field),
        );
        const mostly = blank.length * 4 > rows.length;
        // Where a stage is written once for the rows below it, or a state only where there is news, blanks say enough.
        const isRare =
          blank.length * 8 <= rows.length ||
          (!mostly && field === 'stage' && blank.length === 1 && repeats(view, field));
        if (UNLESS_MOSTLY.includes(field) && !isRare) continue;
        const usual = mostly ? 'info' : field === 'progressNote' || UNLESS_MOSTLY.includes(field) ? 'warning' : 'error';
        for (const row of blank) {
          const level = isPlan && blank.length > 1 && !isShown(context, view, row, field) ? 'info' : usual;
          if (view.kind === 'responsibilities' && field === 'departments' && level !== 'info') {
            const measure = context.index.measure(view.name(row), null)?.measure;
            if (measure && !measure.departmentsShown && isPlan) continue;
          }
          const data = { name: view.name(row), field: view.title(field) };
          yield report(mostly ? 'mostlyBlank' : 'blank', data, cellPlace(view, row, field), {
            level,
            merges: level === 'info',
            causes: { blocks: true },
          });
        }
      }
      const dated = DATES[view.kind];
      for (const row of dated ? forgottenDates(view, dated) : [])
        yield report(
          'blank',
          { name: view.name(row), field: view.title(dated ?? 'deadline') },
          cellPlace(view, row, dated ?? 'deadline'),
          { level: 'warning' },
        );
      for (const field of emptyColumns(view)) {
        const { first } = view.table.headerRows;
        const column = view.column(field)?.column ?? 0;
        const area = { top: first, bottom: rows.at(-1) ?? first, left: column, right: column };
        yield report(
          'column',
          { field: view.title(field) },
          { ...headerPlace(view), key: `${view.key}|column|${field}`, field, area },
          { level: 'info' },
        );
      }
      for (const field of NUMBERS[view.kind]) {
        const numbers = view.numbers(field);
        if (!numbers) continue;
        const blank = rows.filter((row) => numbers.status(row) === CELL.blank && view.name(row) !== '');
        // A form or a list of one school has no other rows; there the plan tells what is missing.
        if (blank.length === rows.length && !rows.some((row) => isAskedAlone(context, view, row, field))) continue;
        // Nothing to sum up may be left open, where it is so more than once.
        if (view.kind === 'summary' && (blank.length > 1 || rows.length < LEAST_GROUPS)) continue;
        const mostly = blank.length * 4 > rows.length && !view.sheet.gathered;
        // Blank where the plan is silent, and only there: a copy of the plan, not a forgotten cell.
        const silent = isPlan ? rows.filter((row) => view.name(row) !== '' && !isShown(context, view, row, field)) : [];
        const isCopy = blank.length > 1 || silent.length === blank.length;
        for (const row of blank) {
          if (view.kind === 'indicators' && context.index.indicator(view.name(row), null)?.comparison === 'text')
            continue;
          const place = cellPlace(view, row, field);
          const value = derived(
            context
              .figures(view)
              .find((each) => each.column === numbers.column && each.section === view.sectionOf(row)),
            row,
          );
          const isLost = isPlan && isCopy && !isShown(context, view, row, field);
          const level = mostly || isLost ? 'info' : value !== null ? 'error' : 'warning';
          const name = view.name(row);
          const causes = { blocks: true };
          if (value !== null && !isLost) {
            const typed = shown(value / numbers.column.factor);
            yield report('derivable', { name, field: numbers.title, value: typed }, place, {
              level,
              expected: typed,
              causes,
              repair: () => chooseValue(view, row, numbers.column.column, [Number(typed)], '按小计推算补填'),
            });
          } else
            yield report(mostly ? 'mostlyBlank' : 'blank', { name, field: numbers.title }, place, {
              level,
              causes,
              merges: level === 'info',
            });
        }
      }
    }
  },
});

/** The one row without a day, or very few of many; where a school is built, others that are built show that it is asked for. */
function forgottenDates(view: TableView, field: FieldId): readonly number[] {
  const dates = view.dates(field);
  if (!dates) return [];
  const rows = view.table.dataRows.filter((row) => view.name(row) !== '');
  const blank = rows.filter((row) => dates.reading(row).kind === 'blank');
  if (blank.length === 0 || rows.length < LEAST_DATED || (blank.length > 1 && blank.length * 12 > rows.length))
    return [];
  const isBuilt = (row: number): boolean => isFinished(progressOf(view.text(row, 'status')));
  const isAsked = (row: number): boolean =>
    rows.some((other) => !blank.includes(other) && isBuilt(other) === isBuilt(row));
  return blank.filter(isAsked);
}

function isAskedAlone(context: AuditContext, view: TableView, row: number, field: FieldId): boolean {
  return (view.sheet.gathered !== undefined || view.table.dataRows.length === 1) && isShown(context, view, row, field);
}

const ALWAYS_FILLED: Readonly<Record<TableKind, readonly FieldId[]>> = {
  schools: [...SCHOOL_MEASURES, 'plannedInvestment', 'invested'],
  funds: ['amount', 'allocated', 'spent', 'balance', 'rate'],
  responsibilities: [],
  indicators: ['target', 'actual', 'rate'],
  summary: [],
};

/** Columns of figures that no row fills, beside as many that are filled: three rows at least show it. */
function emptyColumns(view: TableView): readonly FieldId[] {
  const rows = view.table.dataRows;
  const isEmpty = (field: FieldId): boolean => rows.every((row) => view.numbers(field)?.status(row) === CELL.blank);
  const asked = ALWAYS_FILLED[view.kind].filter((field) => view.has(field));
  const empty = asked.filter(isEmpty);
  return rows.length >= 3 && empty.length * 2 <= asked.length ? empty : [];
}

/** Does the plan's text show a value here? Its own blanks are no fault of a copy. */
function isShown(context: AuditContext, view: TableView, row: number, field: FieldId): boolean {
  if (view.kind === 'funds') return context.index.fund(view.name(row))?.fund.amount.value != null;
  if (view.kind !== 'schools') return false;
  const school = context.schoolAt(view, row);
  if (field === 'plannedClasses' || field === 'plannedSeats' || field === 'plannedLand' || field === 'builder')
    return school?.[field].value != null;
  return false;
}

/** The value that the subtotal leaves for the only blank row. */
function derived(
  figures:
    | {
        readonly statedRow: number | null;
        readonly stated: number;
        readonly sum: number;
        readonly blanks: readonly number[];
      }
    | undefined,
  row: number,
): number | null {
  if (!figures || figures.statedRow === null || figures.blanks.length !== 1 || figures.blanks[0] !== row) return null;
  const rest = figures.stated - figures.sum;
  return rest > 0.005 ? rest : null;
}

function hasFigures(view: TableView, row: number): boolean {
  return view.numericColumns().some(({ field }) => view.numbers(field)?.isNumber(row) ?? false);
}

/** No word in the whole row: neither 合计 nor anything else. */
function hasNoLabel({ sheet, table }: TableView, row: number): boolean {
  for (let column = table.area.left; column <= table.area.right; column++) {
    const value = shownValueAt(sheet, row, column);
    if (typeof value === 'string' && value.trim() !== '') return false;
  }
  return true;
}

/** Who is responsible and how far it is, of a task that nobody named; the target of an indicator, in words. */
function hasWords(view: TableView, row: number): boolean {
  if (view.kind === 'indicators') return view.text(row, 'target') !== '';
  return view.text(row, 'departments') !== '';
}

/** Rows one below the other say the same: it is not written once for all of them. */
function repeats(view: TableView, field: FieldId): boolean {
  const rows = view.table.dataRows.filter((row) => view.name(row) !== '');
  const filled = rows.filter((row) => !isBlank(view.raw(row, field)));
  const isFirstBlank = rows[0] !== undefined && rows[0] !== filled[0];
  return (
    isFirstBlank || filled.some((row, at) => at > 0 && view.raw(row, field) === view.raw(filled[at - 1] ?? row, field))
  );
}

/** In longer tables a single line with nothing but its number is told, wherever it stands. */
const FEW_ROWS = 4;

/** A number and nothing else. */
function isNumberOnly(view: TableView, row: number): boolean {
  const sequence = view.column('sequence')?.column;
  if (sequence === undefined || view.name(row) !== '' || view.text(row, 'sequence') === '') return false;
  const { columns, unknownColumns } = view.table;
  const rest = [...columns, ...unknownColumns].filter(({ column }) => column !== sequence);
  const merges = mergeIndexOf(view.sheet);
  // A cell merged over further rows says something of all of them.
  return rest.every(
    ({ column }) => isBlank(valueAt(view.sheet, row, column)) || (merges.at(row, column)?.bottom ?? row) > row,
  );
}

/** A filled row stands below, under the same heading where there are headings: spare lines stand behind the last. */
function isFollowed(view: TableView, row: number): boolean {
  const { sectionStyle, dataRows } = view.table;
  const rows = sectionStyle === 'headingRows' ? view.sectionOf(row)?.rows : dataRows;
  const last = rows?.findLast((other) => other <= row || view.name(other) !== '');
  return last !== undefined && last > row;
}

/** A target in words has no unit. */
function needsNone({ index }: AuditContext, view: TableView, row: number, field: FieldId): boolean {
  return field === 'unit' && index.indicator(view.name(row), null)?.comparison === 'text';
}
