import { builderSection, fieldOf, fieldsOf, isEntryTable, type FieldId, type TableKind } from '../../recognize';
import { SCHOOL_MEASURES } from '../../plan';
import { readNumber, valueAt } from '../../workbook';
import { openHeaders } from '../open-headers';
import { headerPlace } from '../places';
import type { AuditContext } from '../context';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

const CORE: readonly FieldId[] = ['plannedClasses', 'plannedSeats', 'amount', 'measure', 'target'];
/** Columns that other layouts leave out without harm. */
const OPTIONAL: readonly FieldId[] = ['fundContent', 'departments'];

/** 表头缺列: a column of the plan's own annex that the table lacks. Other words and another order are fine. */
export const missingColumn = defineRule({
  ids: ['S03'],
  name: 'missing-column',
  level: 'error',
  group: 'structure',
  stage: 'structure',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '表头缺列',
  protects: '缺一列，该项数就无从汇总。',
  fixable: 'none',
  source: '方案附件的表头',
  whenToExplain: '本期通知不要求报送该列的，写明。',
  messages: {
    missing: (d: { sheet: string; field: string }) => `“${d.sheet}”缺少列“${d.field}”。`,
    unknown: (d: { sheet: string; field: string; header: string }) =>
      `“${d.sheet}”没有认出列“${d.field}”，也许是“${d.header}”一列。`,
  },
  advice: { missing: '补上该列。', unknown: '把表头改为方案用语。' },
  *check(context, report) {
    const strict = context.profile.isSubmission ?? context.recognition.purpose === 'submission';
    for (const view of context.tables) {
      const { table } = view;
      if (!isEntryTable(table)) continue;
      const missing = fieldsOf(view.kind).filter(
        (field) =>
          field.required &&
          !table.byField.has(field.id) &&
          !OPTIONAL.includes(field.id) &&
          // Headings such as 二、袁州区 say what the column would say.
          !(field.id === 'builder' && table.dataRows.every((row) => builderSection(table, row) !== null)),
      );
      const present = fieldsOf(view.kind).filter((field) => field.required && table.byField.has(field.id));
      // A ledger of another kind lists the schools only; it is not the annex with a column gone.
      const isAnnex = view.kind !== 'schools' || (present.length >= 3 && !isLedger(view, missing));
      const open = openHeaders(view);
      for (const { id } of missing) {
        // The column may be there without its header, which another rule tells.
        if (open.some(({ column }) => fits(view, column, id))) continue;
        const other = table.unknownColumns.find(
          ({ header, column }) => !speaksOfElse(view.kind, header, id) && fits(view, column, id),
        );
        const isNeeded = isAnnex && !saysItself(context, view, id) && !standsElsewhere(context, view, id);
        const level = strict && isNeeded && CORE.includes(id) ? 'error' : isNeeded ? 'warning' : 'info';
        const field = fieldOf(id).title;
        const place = { ...headerPlace(view), key: `${view.key}|header|${id}` };
        const details = { level, expected: field } as const;
        // Two columns under the same words are told by another rule.
        if (other && table.columns.some(({ header }) => header === other.header)) continue;
        if (other) {
          const area = { ...view.headerArea(), left: other.column, right: other.column };
          yield report(
            'unknown',
            { sheet: view.sheet.name, field, header: other.header },
            { ...place, area },
            { ...details, found: other.header },
          );
        } else yield report('missing', { sheet: view.sheet.name, field }, place, details);
      }
    }
  },
});

/** Columns of names and numbers of people: never one of the plan's. */
const OF_A_PERSON = /人员?$|电话|手机|联系|姓名|邮箱/u;
/** Words of money, rates, days and remainders: a header with one of them names none of the annex's columns. */
const OF_SOMETHING_ELSE =
  /投资|资金|经费|金额|支付|付款|产值|[万亿]?元|率|比例|占比|百分|[%％]|完成|累计|剩余|结余|差额|缺口|尚[缺需差]|[未待]|时间|日期|年月|是否|教师|教职工|人均|班均|生均|建筑/u;
const OF_LAND = /[亩㎡]|平方米|公顷|供地|用地/u;
/** Columns of ledgers that follow the money or the building, not the annex. */
const OF_A_LEDGER: readonly FieldId[] = ['plannedInvestment', 'invested', 'investedBefore', 'floorArea'];

const OF_PROGRESS: readonly FieldId[] = ['formedSeats', 'status', 'startedOn', 'plannedCompletion', 'completedOn'];

/**
 * A list of another kind than the annex: it does without two of the three figures of every school, or has several
 * columns of money, of building and such as nobody knows.
 */
function isLedger(view: TableView, missing: readonly { readonly id: FieldId }[]): boolean {
  const lacking = missing.filter(({ id }) => SCHOOL_MEASURES.some((measure) => measure === id)).length;
  const foreign =
    [...OF_A_LEDGER, ...OF_PROGRESS].filter((field) => view.has(field)).length +
    view.table.unknownColumns.filter(({ header }) => header.trim() !== '').length;
  return view.kind === 'schools' && (lacking >= 2 || foreign >= 3);
}

/** The header plainly speaks of something else than the field: of a person, of money, of land where seats are meant. */
function speaksOfElse(kind: TableKind, header: string, id: FieldId): boolean {
  if (header.trim() === '' || OF_A_PERSON.test(header)) return true;
  return kind === 'schools' && (OF_SOMETHING_ELSE.test(header) || (id !== 'plannedLand' && OF_LAND.test(header)));
}

/** Another table of the workbook has the amounts; this one follows how they are spent. */
function standsElsewhere(context: AuditContext, view: TableView, id: FieldId): boolean {
  return id === 'amount' && context.tablesOf('funds').some((each) => each !== view && each.has('amount'));
}

/** The table does without the column: one unit's own schools all have that unit, and a ledger of money needs no land. */
function saysItself({ unit, isCityWide }: AuditContext, view: TableView, id: FieldId): boolean {
  if (id === 'builder') return unit !== null && !isCityWide;
  return id === 'plannedLand' && OF_A_LEDGER.some((field) => view.has(field));
}

/** What stands in a column could be values of the field: figures under a field of figures, words under one of words. */
function fits(view: TableView, column: number, id: FieldId): boolean {
  const wantsFigures = /number|percent/iu.test(fieldOf(id).type);
  let figures = 0;
  let words = 0;
  for (const row of view.table.dataRows.slice(0, 200)) {
    const { kind } = readNumber(valueAt(view.sheet, row, column));
    if (kind === 'number') figures++;
    else if (kind !== 'blank') words++;
  }
  return figures + words === 0 || (wantsFigures ? figures >= words : words > figures);
}
