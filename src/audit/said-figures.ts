import type { FieldId, TableKind } from '../recognize';

/** One figure of a note, with the words around it: `规划学位14940个` → 规划学位, 14940, 个. */
export interface SaidFigure {
  readonly written: string;
  readonly value: number;
  readonly unit: string;
  /** The smallest change that the printed digits show. */
  readonly step: number;
  /** The words of its clause, before and behind the figure. */
  readonly words: string;
  /** Said of a part of the table, of another time, or of another list. */
  readonly isAside: boolean;
  /** The clause or the note says that it speaks of this table as a whole. */
  readonly isOfTable: boolean;
}

const UNITS = '亿元|千万元|百万元|万元|千元|元|万个|千个|万人|千人|万平方米|平方米|公顷|亩|个班|班|轨|所|个|人|座|项';
const FIGURE = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)(${UNITS})`, 'gu');

/** Words that take a figure away from the table's totals. */
const ASIDE =
  /其中|较|相比|同比|环比|增加|减少|增长|下降|另有?|不含|不包|未列|未计|除外|扣除|每|平均|人均|方案|附件|原有|剩余|尚[有需缺]|还[有需差]|缺口|仍|计划新增|拟|力争|确保|预计|到20\d\d年|全市|全区共|全县|全省|分别|上[年月期]|去年|本[月年期季]|当[年月]|今年|新开工|折算|=|÷|×|约|近|余|超过|不少于|以上(?!共|合计|列)/u;
const OF_TABLE =
  /(?:本|该|上|此)(?:表|台账|清单|册|名单|汇总表|明细表)|表[列中内]|共列|列入|在册|以上(?:共|合计|列)|共计|合计|总计|总额|总数|总量|总投资|共/u;

/** The figures of a note, clause by clause. What follows 其中 in a sentence is said of parts. */
export function figuresSaid(text: string): readonly SaidFigure[] {
  const figures: SaidFigure[] = [];
  for (const sentence of text.replace(/,(?=\d{3}(?!\d))/gu, '').split(/[。;；]/u)) {
    let isPart = false;
    for (const clause of sentence.replace(/[(（][^()（）]*[)）]/gu, '').split(/[，,、:：]/u)) {
      if (/其中|包括|含/u.test(clause)) isPart = true;
      const found = [...clause.matchAll(FIGURE)];
      found.forEach(([whole, digits = '', unit = ''], at) => {
        const start = found[at]?.index ?? 0;
        const before = clause.slice(
          at === 0 ? 0 : (found[at - 1]?.index ?? 0) + (found[at - 1]?.[0].length ?? 0),
          start,
        );
        const behind = clause.slice(start + whole.length, found[at + 1]?.index ?? clause.length);
        const words = `${before}#${found[at + 1] === undefined ? behind : ''}`;
        figures.push({
          written: whole,
          value: Number(digits),
          unit,
          step: 10 ** -(digits.split('.')[1]?.length ?? 0),
          words,
          isAside: isPart || ASIDE.test(words),
          isOfTable: OF_TABLE.test(words),
        });
      });
    }
  }
  return figures;
}

/** Units of what is counted → factor to the unit that the program counts in. */
const FACTORS: Readonly<Record<string, number>> = {
  亿元: 10_000, 千万元: 1000, 百万元: 100, 万元: 1, 千元: 0.1, 元: 0.0001,
  万个: 10_000, 千个: 1000, 万人: 10_000, 千人: 1000, 亩: 1, 公顷: 15, 平方米: 3 / 2000, 万平方米: 15,
}; // prettier-ignore

export const factorOf = (unit: string): number => FACTORS[unit] ?? 1;

type What = readonly [field: FieldId, words: RegExp, units: RegExp, kinds: readonly TableKind[]];

/** What a figure's words and unit name, the narrower words first. */
const WHAT: readonly What[] = [
  ['plannedClasses', /班/u, /^(?:个班?|班)$/u, ['schools']],
  ['formedSeats', /(?:已|现)?(?:形成|新增|建成|交付|投用|提供)[^规划]{0,4}学位/u, /^[万千]?[个人座]$/u, ['schools']],
  ['plannedSeats', /学位/u, /^[万千]?[个人座]$/u, ['schools']],
  ['plannedLand', /用地|占地|土地/u, /^(?:亩|公顷|万?平方米)$/u, ['schools']],
  ['invested', /累计|已完成|完成投资/u, /元$/u, ['schools']],
  ['plannedInvestment', /总投资|概算|估算|计划投资|投资[总额]/u, /元$/u, ['schools']],
  ['allocated', /下达|拨付|拨款|到位/u, /元$/u, ['funds']],
  ['spent', /支出|使用|支付|执行/u, /元$/u, ['funds']],
  ['balance', /结余|余额|结转/u, /元$/u, ['funds']],
  ['amount', /总额|合计|总计|安排|切块|预算|专项经费|专项资金|共计/u, /元$/u, ['funds']],
]; // prettier-ignore

/** The column whose total a figure states; `null` where that is not certain. */
export function columnSaid({ words, unit }: SaidFigure, kind: TableKind): FieldId | null {
  const found = WHAT.find(([, named, units, kinds]) => kinds.includes(kind) && named.test(words) && units.test(unit));
  return found?.[0] ?? null;
}

/** `共列学校#所`, `共#个项目`, `#所幼儿园`: the figure counts rows. */
export function countsRows({ words, unit }: SaidFigure): boolean {
  if (/学位|班|座|园区|乡镇|街道|单位|部门|指标|任务|年级/u.test(words)) return false;
  return unit === '所' || ((unit === '个' || unit === '项') && /项目|学校|幼儿园|工程/u.test(words));
}

/** States, natures and other marks by which only some rows are counted. */
export const OF_SOME =
  /已|未|在建|完工|竣工|开工|建成|投用|封顶|滞后|新建|改建|扩建|迁建|改扩建|配建|回购|公办|民办|新增|计划|规划(?!学位|班|用地)|续建|启动|交付|移交|名称|暂/u;
