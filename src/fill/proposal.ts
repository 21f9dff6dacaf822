import type { ProposedEdit } from '../workbook';

/** Changes of one kind in one table, under the words by which a clerk knows them; chosen together. */
export interface FillGroup {
  /** Stable within one proposal: `typed-sums@附件2!A4`. */
  readonly id: string;
  /** `附件2 · 手填小计、合计改为公式（数值不变）`. */
  readonly title: string;
  /** Ticked before anyone looks at it. Derivations, guesses and what nobody asked for are not. */
  readonly ticked: boolean;
  /** Ids of the groups without which this one gives wrong figures. */
  readonly needs: readonly string[];
  /** To be applied in this order; groups in the order of the proposal. */
  readonly edits: readonly ProposedEdit[];
}

/** A cell or table that could be filled in principle, and why it is not. */
export interface FillRefusal {
  /** `附件2!C5`, or a sheet's name. */
  readonly where: string;
  /** Plain Chinese, with what to do. */
  readonly why: string;
}

export interface FillProposal {
  readonly groups: readonly FillGroup[];
  readonly refused: readonly FillRefusal[];
}

/** The kinds of groups in the order in which they are shown and applied; inserted rows come last, so that no other edit moves. */
export const FILL_KINDS = {
  'text-numbers': { title: '文本数字转为数字', ticked: true },
  'typed-sums': { title: '手填小计、合计改为公式（数值不变）', ticked: true },
  'blank-sums': { title: '补填小计、合计公式', ticked: true },
  'wrong-sums': { title: '小计、合计与各行之和不符，改为公式（数值会变）', ticked: true },
  'sum-ranges': { title: '改正求和范围（漏行、多行）', ticked: true },
  derived: { title: '填写计算列', ticked: true },
  sequence: { title: '补填序号', ticked: true },
  derivable: { title: '可由方案推出的数（请逐项确认）', ticked: false },
  'new-columns': { title: '增加计算列', ticked: false },
  'missing-total': { title: '补插合计行', ticked: false },
  'missing-subtotals': { title: '补插小计行', ticked: true },
} as const;
export type FillKind = keyof typeof FILL_KINDS;
