import type { Shown } from '../../plan';
import type { CellRef } from '../../workbook';
import type { BaselineDifference, CaptureOptions } from './types';

/** Keeps count of what a capture adds and finds, and decides value by value which one the baseline holds. */
export class Ledger {
  filled = 0;
  readonly differences: BaselineDifference[] = [];

  /** `where` is what the texts call the place that is held against the published plan. */
  constructor(
    private readonly options: CaptureOptions,
    readonly where: '工作簿' | '文件' = '工作簿',
  ) {}

  /** The value for a cell of the plan: the published one, what the workbook adds, or what was accepted instead. */
  settle<T extends string | number>(
    id: string,
    what: string,
    published: Shown<T>,
    captured: { readonly value: T | null; readonly at: CellRef | null },
    derived: T | null = null,
  ): Shown<T> {
    const { value, at } = captured;
    if (value === null) {
      if (published.value === null) {
        this.note({
          id,
          kind: 'missing',
          what,
          published: '',
          captured: '',
          text: `${what}：公开文本未列示，${this.where}中也没有。`,
          at,
        });
      }
      return published;
    }
    const replaced: Shown<T> = { value, source: `${published.source}（登记基准：${this.options.source}）` };
    if (published.value === null) {
      if (derived !== null && derived !== value) {
        const text = `${what}：按公开数字应为 ${derived}，${this.where}为 ${value}。`;
        return this.note({ id, kind: 'derived', what, published: String(derived), captured: String(value), text, at })
          ? this.add(replaced)
          : published;
      }
      if (published.uncertain !== undefined && published.uncertain !== value) {
        const text = `${what}：公开文本此处疑为 ${published.uncertain}（不确定），${this.where}为 ${value}。`;
        this.note({
          id,
          kind: 'uncertain',
          what,
          published: String(published.uncertain),
          captured: String(value),
          text,
          at,
        });
      }
      return this.add(replaced);
    }
    if (same(published.value, value)) return published;
    const text = `${what}：公开文本为 ${published.value}，${this.where}为 ${value}。`;
    const isAccepted = this.note({
      id,
      kind: 'published',
      what,
      published: String(published.value),
      captured: String(value),
      text,
      at,
    });
    return isAccepted ? replaced : published;
  }

  /** Lists a difference; returns whether it was accepted. */
  note(difference: Omit<BaselineDifference, 'needsYes'>): boolean {
    const needsYes = difference.kind === 'published' || difference.kind === 'sum' || difference.kind === 'derived';
    this.differences.push({ ...difference, needsYes });
    return this.isAccepted(difference.id);
  }

  isAccepted(id: string): boolean {
    return this.options.accepted?.has(id) ?? false;
  }

  private add<T>(cell: Shown<T>): Shown<T> {
    this.filled++;
    return cell;
  }
}

function same(a: string | number, b: string | number): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 0.005;
  const bare = (text: string | number): string =>
    String(text)
      .normalize('NFKC')
      .replace(/[\s;；,，。、]/gu, '');
  return bare(a) === bare(b);
}
