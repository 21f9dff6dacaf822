import { chineseNumber } from '../../workbook';
import { ownSheets } from '../context';
import { anyCellPlace } from '../places';
import { shown } from '../precision';
import { defineRule, type LeansOn } from '../rule';
import { linesBeside, NEAR } from '../views/lines-beside';
import type { TableView } from '../views/table-view';

/** 表外文字: what titles and notes say of the table, and of the plan, in figures. */
export const saidBeside = defineRule({
  ids: ['S18', 'P17'],
  name: 'said-beside',
  level: 'warning',
  group: 'consistency',
  stage: 'note',
  tables: ['schools', 'funds'],
  title: '表外文字里的数与表不符',
  protects: '注里写的所数、大写的金额与表里对不上，两个数总有一个错。',
  fixable: 'none',
  source: '同一张表的行数和合计',
  whenToExplain: '注里的数另有口径的，写明。',
  messages: {
    count: (d: { found: string; expected: string }) => `这里写共 ${d.found} 所，表中列了 ${d.expected} 所。`,
    capitals: (d: { text: string; found: string; expected: string }) =>
      `大写“${d.text}”即 ${d.found} 万元，表中合计为 ${d.expected} 万元。`,
    years: (d: { found: string; expected: string }) => `方案名称的年份写作 ${d.found}，应为 ${d.expected}。`,
  },
  advice: { count: '核对所数。', capitals: '核对大写和合计。', years: '改正方案名称的年份。' },
  *check(context, report) {
    const { plan } = context;
    const years = `${plan.firstYear}-${plan.lastYear}`;
    for (const [position, sheet] of ownSheets(context)) {
      const views = context.tables.filter((view) => view.sheet === sheet);
      for (const { row, column, text } of linesBeside(views, sheet, (each) => each.includes('大写'))) {
        const place = (name: string) =>
          anyCellPlace(context, position, sheet, { sheet: sheet.name, row, column }, name);
        const [, first, last] = /行动方案[(（]?((?:19|20)\d\d)年?[-—–~至]+((?:19|20)\d\d)年?/u.exec(text) ?? [];
        if (first !== undefined && last !== undefined && `${first}-${last}` !== years)
          yield report('years', { found: `${first}-${last}`, expected: years }, place('said|years'), {
            id: 'P17',
            found: `${first}-${last}`,
            expected: years,
            source: '方案名称',
          });
        const view = views.find(({ table: { area } }) => row < area.top || row > area.bottom - NEAR);
        if (!view) continue;
        const count = countSaid(text);
        const rows = view.table.dataRows.filter((each) => view.name(each) !== '').length;
        if (view.kind === 'schools' && views.length === 1 && count !== null && count !== rows)
          yield report('count', { found: String(count), expected: String(rows) }, place('said|count'), {
            found: count,
            expected: rows,
          });
        const money = capitalsSaid(text);
        const total = totalOf(view);
        if (money && total !== null && Math.abs(money.amount - total) > 0.005)
          yield report(
            'capitals',
            { text: money.text, found: shown(money.amount), expected: shown(total) },
            place('said|capitals'),
            { found: shown(money.amount), expected: shown(total), leansOn: totalCell(view) },
          );
      }
    }
  },
});

/** `本表共列13所学校`, and not 其中, 新增 or what another list holds. */
function countSaid(text: string): number | null {
  const found = /(?:本表|上表|以上)[^,，。;；\d]{0,4}(?:共|合计|总共|列|有)[^,，。;；\d]{0,6}(\d{1,3})所/u.exec(text);
  return found?.[1] === undefined ? null : Number(found[1]);
}

const DIGITS: Readonly<Record<string, string>> = {
  壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七', 捌: '八', 玖: '九', 拾: '十', 佰: '百', 仟: '千',
}; // prettier-ignore

/** `大写：壹仟万元整` → 1000 (万元). */
function capitalsSaid(text: string): { readonly text: string; readonly amount: number } | null {
  const found = /大写[)）]?[:：]?(?:人民币)?([壹贰叁肆伍陆柒捌玖拾佰仟零万亿]+)(?:元|圆)/u.exec(text);
  const written = found?.[1];
  if (written === undefined) return null;
  const plain = [...written].map((digit) => DIGITS[digit] ?? digit).join('');
  const [wan = '', rest = ''] = plain.includes('万') ? plain.split('万') : ['', plain];
  const high = wan === '' ? 0 : chineseNumber(wan);
  const low = rest === '' ? 0 : chineseNumber(rest.replace(/^零/u, ''));
  return high === null || low === null ? null : { text: written, amount: high + low / 10_000 };
}

function totalCell(view: TableView): readonly LeansOn[] {
  const amount = view.column('amount');
  const { totalRow } = view.table;
  if (totalRow === null || !amount) return [];
  return [{ sheet: view.sheet.name, columns: [amount.column], rows: [totalRow], has: (row) => row === totalRow }];
}

/** The amount in the table's total row, in 万元. */
function totalOf(view: TableView): number | null {
  const numbers = view.kind === 'funds' ? view.numbers('amount') : null;
  const { totalRow } = view.table;
  const value = totalRow === null ? NaN : (numbers?.value(totalRow) ?? NaN);
  return Number.isNaN(value) ? null : value;
}
