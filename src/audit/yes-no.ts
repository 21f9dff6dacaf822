import { squeezed } from '../workbook';

const YES = /^(?:是|√|✓|有|已?(?:达到|达标|完成|投用|投入使用|启用|实现)|已达成?)$/u;
const NO = /^(?:否|×|✗|✕|[xX]|无|没有|未|(?:尚|暂|还)?未(?:达到|达标|完成|投用|投入使用|启用|实现|达成)|不达标|不是)$/u;

/** What a cell under 是否… answers; `null` for blanks and for words that are no answer. */
export function yesOrNo(text: string): boolean | null {
  const bare = squeezed(text);
  return YES.test(bare) ? true : NO.test(bare) ? false : null;
}
