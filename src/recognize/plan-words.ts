import type { Plan } from '../plan';
import { squeezed } from '../workbook';
import type { GroupOf } from './column-content';
import type { TableKind } from './types';

/** What single cells say in the plan's own words, where a column's header leaves open what it is. */
export interface PlanWords {
  /** The stage or the builder that a text stands for. */
  readonly groupOf: GroupOf;
  /** The state of building that a text stands for, and nothing else: 未开工, 主体封顶. */
  readonly stateOf: GroupOf;
  /** True for a fund, an indicator or a task as the plan names it; schools are known by their words. */
  isName(kind: TableKind, text: string): boolean;
}

const STATE =
  /^(?:(?:尚|暂)?未(?:开工|启动|动工)|前期(?:工作|准备|阶段)?|筹[备建]|在建|(?:正在)?施工中?|主体(?:施工|封顶|完工|在建)|装修(?:施工|中)?|基本完工|收尾|已?(?:开工|完工|竣工|建成|完成)|已?(?:投入使用|投用|启用|交付(?:使用)?)|停工|缓建)$/u;

export function planWords(plan: Plan, groupOf: GroupOf): PlanWords {
  const names: Readonly<Partial<Record<TableKind, ReadonlySet<string>>>> = {
    funds: new Set(plan.funds.map(({ name }) => bare(name))),
    indicators: new Set(plan.indicators.map(({ name }) => bare(name))),
    responsibilities: new Set(plan.measures.map(({ title }) => bare(title))),
  };
  return {
    groupOf,
    stateOf: (text) => (STATE.test(squeezed(text)) ? squeezed(text) : null),
    isName: (kind, text) => names[kind]?.has(bare(text)) ?? false,
  };
}

/** `3.实施名师工程。…` → `实施名师工程`, `义务教育巩固率（%）` → `义务教育巩固率`. */
function bare(text: string): string {
  const [first = ''] = squeezed(text)
    .replace(/^[(（]?\d{1,2}[)）]?[.、,]?/u, '')
    .split('。');
  return first.replace(/\([^()]*\)$/u, '');
}
