import { similarity, type PlanIndicator } from '../../plan';
import { squeezed } from '../../workbook';
import { isSameUnit, percentValue, SCALE } from '../indicator-values';
import { cellsInRow } from '../leaning';
import { cellPlace, headerPlace } from '../places';
import { agree, clean, shown } from '../precision';
import { putValue, chooseValue } from '../repairs';
import { defineRule } from '../rule';
import { slipBetween, slipWords } from '../slips';
import type { TableView } from '../views/table-view';

/** 指标: targets as the plan sets them, percentages on the right scale, units that fit, targets reached in time. */
export const indicators = defineRule({
  ids: ['P10', 'V14', 'P11', 'S05', 'D05', 'P15', 'P16'],
  name: 'indicators',
  level: 'error',
  group: 'plan',
  stage: 'plan',
  tables: ['indicators'],
  title: '目标值、单位或百分数口径不符',
  protects: '目标值是考核标准，改了目标等于改了方案。',
  fixable: 'choice',
  source: '正文一、（三）目标任务',
  whenToExplain: '指标口径经批准调整的，写明文号。',
  messages: {
    target: (d: { name: string; found: string; expected: string; unit: string; hint: string }) =>
      `“${d.name}”目标值 ${d.found}，方案为 ${d.expected}${d.unit}${d.hint === '' ? '' : `，${d.hint}`}。`,
    targetText: (d: { name: string; found: string; expected: string }) =>
      `“${d.name}”目标为“${d.found}”，方案为“${d.expected}”。`,
    scale: (d: { name: string; field: string; found: string; expected: string }) =>
      `“${d.name}”${d.field}为 ${d.found}，计量单位是百分数，疑应为 ${d.expected}。`,
    above: (d: { name: string; field: string; found: string }) =>
      `“${d.name}”${d.field}为 ${d.found}%，超过 100%，请核实。`,
    wan: (d: { name: string; field: string; found: string; expected: string; unit: string }) =>
      `“${d.name}”${d.field}为 ${d.found}，计量单位是“${d.unit}”，疑把个数当万个填，应为 ${d.expected}。`,
    unit: (d: { name: string; found: string; expected: string }) =>
      `“${d.name}”计量单位为“${d.found}”，方案为“${d.expected}”。`,
    twice: (d: { name: string; first: string }) => `“${d.name}”与${d.first}重复。`,
    unreached: (d: { name: string; found: string; expected: string }) =>
      `“${d.name}”完成 ${d.found}，低于目标 ${d.expected}。`,
    reachedWrong: (d: { name: string; found: string; expected: string }) =>
      `“${d.name}”是否达到填“${d.found}”，按完成数与目标应为“${d.expected}”。`,
    misspelt: (d: { name: string; near: string }) => `“${d.name}”不在方案的指标中，疑为“${d.near}”。`,
    unknown: (d: { name: string; lacking: string }) =>
      `“${d.name}”不在方案的目标中${d.lacking === '' ? '' : `，目标值与没有列出的“${d.lacking}”相同`}。`,
    year: (d: { found: string; expected: string }) =>
      `目标值表头写的是 ${d.found} 年，方案的目标年是 ${d.expected} 年。`,
    missing: (d: { name: string }) => `方案的目标“${d.name}”没有列出。`,
  },
  advice: {
    target: '按方案改正目标值。',
    targetText: '按方案改正。',
    scale: '核对后按百分数填写。',
    above: '毛入学率可以超过 100%；其他比率请核对。',
    wan: '按计量单位换算后填写。',
    unit: '改为方案的计量单位，或同时换算数值。',
    twice: '删去重复的一行。',
    unreached: '核实；未达到的写明原因和措施。',
    reachedWrong: '核对后改正。',
    misspelt: '改为方案的指标名称。',
    unknown: '核对指标名称；本单位自加的可保留。',
    year: '核对年份；另定的年度目标在表头写明。',
    missing: '补列该指标。',
  },
  *check(context, report) {
    for (const view of context.tablesOf('indicators')) {
      yield* targetYear(view);
      const seen = new Map<PlanIndicator, number>();
      const strangers: number[] = [];
      let planned = 0;
      for (const row of view.table.dataRows) {
        const name = view.name(row);
        const unit = view.text(row, 'unit');
        const indicator =
          context.index.indicator(name, unit === '' ? null : unit) ?? context.index.indicator(name, null);
        if (!indicator) {
          strangers.push(row);
          continue;
        }
        planned++;
        const first = seen.get(indicator);
        if (first !== undefined) {
          if (squeezed(view.name(first)) === squeezed(name))
            yield report('twice', { name, first: view.lineNames([first]) }, cellPlace(view, row, 'indicatorName'), {
              id: 'D05',
              found: name,
              source: '一项一行',
            });
          continue;
        }
        seen.set(indicator, row);
        const ownUnit = unit === '' ? indicator.unit : squeezed(unit);
        const factor = (SCALE[ownUnit] ?? 1) / (SCALE[indicator.unit] ?? 1);
        if (unit !== '' && indicator.comparison !== 'text' && !isSameUnit(ownUnit, indicator.unit)) {
          yield report('unit', { name, found: unit, expected: indicator.unit }, cellPlace(view, row, 'unit'), {
            id: 'S05',
            level: 'error',
            found: unit,
            expected: indicator.unit,
            source: indicator.source,
            causes: { reaches: { sheet: view.sheet.name, rows: [row], columns: null } },
          });
        }
        // The target is the plan's figure in the plan's unit: not the figure was changed but the unit beside it.
        const isUnitOnly = factor !== 1 && view.numbers('target')?.value(row) === indicator.target;
        if (isUnitOnly && isSameUnit(ownUnit, indicator.unit))
          yield report('unit', { name, found: unit, expected: indicator.unit }, cellPlace(view, row, 'unit'), {
            id: 'S05',
            found: unit,
            expected: indicator.unit,
            source: indicator.source,
            causes: { blocks: true, reaches: { sheet: view.sheet.name, rows: [row], columns: null } },
            repair: () => chooseValue(view, row, view.column('unit')?.column ?? -1, [indicator.unit], '按方案改正'),
          });
        yield* targetFindings(view, row, indicator, isUnitOnly ? 1 : factor);
        yield* actualFindings(view, row, indicator, isUnitOnly ? indicator.unit : ownUnit, isUnitOnly ? 1 : factor);
      }
      for (const row of strangers) {
        const name = view.name(row);
        const near = context.index.nearIndicators(name, view.text(row, 'unit') || null).find((each) => !seen.has(each));
        if (!near) {
          const target = view.numbers('target')?.value(row) ?? NaN;
          const replaced = context.plan.indicators.find((each) => !seen.has(each) && each.target === target);
          // A unit may add targets of its own; one in the place of a target that is lacking was renamed.
          const level = replaced && planned >= 2 ? 'warning' : 'info';
          const lacking = level === 'warning' ? (replaced?.name ?? '') : '';
          if (planned >= 2)
            yield report('unknown', { name, lacking }, cellPlace(view, row, 'indicatorName'), {
              id: 'P16',
              level,
              found: name,
              expected: lacking,
            });
          continue;
        }
        yield report('misspelt', { name, near: near.name }, cellPlace(view, row, 'indicatorName'), {
          id: 'P16',
          level: 'warning',
          found: name,
          expected: near.name,
          source: near.source,
          repair: () =>
            chooseValue(view, row, view.column('indicatorName')?.column ?? -1, [near.name], '改为方案的指标名称'),
        });
      }
      if (planned * 2 > context.plan.indicators.length && context.unit?.isCity !== false) {
        for (const indicator of context.plan.indicators) {
          if (seen.has(indicator)) continue;
          yield report(
            'missing',
            { name: indicator.name },
            { ...headerPlace(view), key: `${view.key}|missing|${indicator.id}`, subject: indicator.name },
            { id: 'P10', level: 'info', expected: indicator.name, source: indicator.source },
          );
        }
      }
    }

    function* targetYear(view: TableView) {
      const header = view.column('target')?.header ?? '';
      const year = Number(/20\d\d(?=\s*年)/u.exec(header.normalize('NFKC'))?.[0] ?? NaN);
      const years = new Set(context.plan.indicators.map((indicator) => indicator.targetYear));
      if (Number.isNaN(year) || years.has(year)) return;
      const expected = [...years].join('、');
      const column = view.column('target')?.column ?? -1;
      const { first, last } = view.table.headerRows;
      const area = { top: first, bottom: last, left: column, right: column };
      yield report(
        'year',
        { found: String(year), expected },
        { ...headerPlace(view), key: `${view.key}|header|targetYear`, area },
        { level: 'warning', found: String(year), expected },
      );
    }

    function* targetFindings(view: TableView, row: number, indicator: PlanIndicator, factor: number) {
      const numbers = view.numbers('target');
      const name = view.name(row);
      const place = cellPlace(view, row, 'target');
      const raw = view.text(row, 'target');
      if (!numbers || raw === '') return;
      const leansOn = [cellsInRow(view.sheet, row, [numbers.column.column, view.column('unit')?.column ?? -1])];
      if (indicator.target === null) {
        const expected = indicator.targetText ?? '';
        if (expected !== '' && !saysSame(raw, expected))
          yield report('targetText', { name, found: raw, expected }, place, {
            level: numbers.isNumber(row) ? 'error' : 'warning',
            found: raw,
            expected,
            source: indicator.source,
            repair: () => chooseValue(view, row, numbers.column.column, [expected], '按方案改正'),
          });
        return;
      }
      const value = percentValue(view, row, 'target', indicator);
      if (value === null) return;
      const right = clean(indicator.target / factor);
      if (agree(value, right, numbers.step(row)) === 'equal' || Math.abs(value - right) < 1e-6) return;
      if (indicator.unit === '%' && Math.abs(value * 100 - right) < 1e-6) {
        yield report('scale', { name, field: numbers.title, found: shown(value), expected: shown(right) }, place, {
          id: 'V14',
          level: 'warning',
          found: shown(value),
          expected: shown(right),
          leansOn,
          repair: () => putValue(view, row, numbers.column.column, right, '按百分数填写'),
        });
        return;
      }
      const slip = slipBetween(value, right);
      yield report(
        'target',
        {
          name,
          found: shown(value),
          expected: shown(right),
          unit: view.text(row, 'unit') || indicator.unit,
          hint: slip ? slipWords(slip) : '',
        },
        place,
        {
          found: shown(value),
          expected: shown(right),
          source: indicator.source,
          leansOn,
          causes: { corrected: [right], blocks: true },
          repair: () => chooseValue(view, row, numbers.column.column, [right], '按方案改正'),
        },
      );
    }

    function* actualFindings(view: TableView, row: number, indicator: PlanIndicator, unit: string, factor: number) {
      for (const field of ['actual', 'previous'] as const) {
        const numbers = view.numbers(field);
        if (!numbers) continue;
        const value = percentValue(view, row, field, indicator);
        if (value === null) continue;
        const name = view.name(row);
        const place = cellPlace(view, row, field);
        const texts = { name, field: numbers.title, found: shown(value) };
        const details = { level: 'warning', found: texts.found, causes: { blocks: true } } as const;
        if (indicator.unit === '%' && value > 0 && value <= 1.2)
          yield report('scale', { ...texts, expected: shown(value * 100) }, place, {
            ...details,
            id: 'V14',
            expected: shown(value * 100),
            repair: () => putValue(view, row, numbers.column.column, clean(value * 100), '按百分数填写'),
          });
        else if (indicator.unit === '%' && isPointSlipped(value, indicator))
          yield report('scale', { ...texts, expected: shown(value * 10) }, place, {
            ...details,
            id: 'V14',
            expected: shown(value * 10),
            repair: () => putValue(view, row, numbers.column.column, clean(value * 10), '小数点右移一位'),
          });
        else if (indicator.unit === '%' && value > 100 && (value > 130 || !indicator.name.includes('毛')))
          yield report('above', texts, place, { ...details, id: 'V14' });
        else if (
          indicator.unit === '万个' &&
          /万/u.test(unit) &&
          indicator.target !== null &&
          value > Math.max(indicator.target * 20, 50)
        )
          yield report('wan', { ...texts, expected: shown(value / 10_000), unit }, place, {
            ...details,
            id: 'P15',
            level: 'error',
            expected: shown(value / 10_000),
            repair: () => putValue(view, row, numbers.column.column, clean(value / 10_000), '换算为万个'),
          });
        else if (field === 'actual' && indicator.target !== null && indicator.comparison !== 'text') {
          const target = indicator.target / factor;
          const reached = view.text(row, 'isReached');
          const says = /^(?:是|已达到|达到|已完成|已达标|达标|√|完成)$/u.test(reached)
            ? true
            : /^(?:否|未达到|未完成|未达标|×|没有)$/u.test(reached)
              ? false
              : null;
          if (says !== null && says !== value >= target - 1e-9)
            yield report(
              'reachedWrong',
              { name, found: reached, expected: says ? '否' : '是' },
              cellPlace(view, row, 'isReached'),
              {
                id: 'P11',
                level: 'warning',
                found: reached,
                expected: says ? '否' : '是',
                source: '完成数与目标值比较',
              },
            );
          const year = context.recognition.periods[0]?.value;
          const isDue =
            year !== undefined &&
            (year.year > indicator.targetYear || (year.year === indicator.targetYear && year.month === 12));
          if (isDue && value < target - 1e-9)
            yield report('unreached', { name, found: shown(value), expected: shown(target) }, place, {
              id: 'P11',
              level: 'warning',
              found: shown(value),
              expected: shown(target),
              source: indicator.source,
            });
        }
      }
    }
  },
});

/** 9.55 where the target is 97: a tenth of what is near it. */
function isPointSlipped(value: number, { target }: PlanIndicator): boolean {
  return target !== null && target > 50 && value < 20 && value * 10 > target * 0.8 && value * 10 < target * 1.08;
}

/** Words that make less of a target. */
const WEAKER = /基本|大致|部分|逐步|力争|接近|争取|省级|市级/u;

/** Another wording of a target that is no number: `达标` for `达到国家设置标准`. */
function saysSame(raw: string, expected: string): boolean {
  const [said, planned] = [squeezed(raw), squeezed(expected)];
  if (WEAKER.test(said) && !WEAKER.test(planned)) return false;
  if (said.includes(planned) || planned.includes(said)) return true;
  return /达标|达到/u.test(said) ? /达到|达标/u.test(planned) : similarity(said, planned) >= 0.5;
}
