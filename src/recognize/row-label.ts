import { squeezed } from '../workbook';
import { readLabelled } from './form-labels';

/** What a row's first words say about it. */
export type RowLabel = 'subtotal' | 'total' | 'ofWhich' | 'note' | 'signature' | null;

/** Only rows whose text holds one of these can have a label; names of schools mostly do not. */
const MAY_LABEL = /[计注填审制抄联:：]|其中|说明|备注|负责|单位/u;

const cache = new Map<string, RowLabel>();

/** Reads a label such as `小 计：`, `合  计`, `其中：`, `注：1.…`, `填报人：`. */
export function labelOf(text: string): RowLabel {
  if (!MAY_LABEL.test(text)) return null;
  const known = cache.get(text);
  if (known !== undefined) return known;
  const label = readLabel(squeezed(text)) ?? (isFormLine(text) ? 'signature' : null);
  if (cache.size > 20_000) cache.clear();
  cache.set(text, label);
  return label;
}

function readLabel(text: string): RowLabel {
  const bare = text.replace(/[:：,，。、]+$/u, '').replace(/\([^)]*\)/gu, '');
  if (/^(?:其中|含|#其中)[:：]?/u.test(text) && bare.length <= 16) return 'ofWhich';
  if (bare.length <= 14 && /(?:小计|分计)$|[段区类组]计$/u.test(bare)) return 'subtotal';
  if (bare.length <= 14 && /(?:合计|总计|共计|累计|总合计|汇总)$/u.test(bare)) return 'total';
  if (/^小计/u.test(bare) && bare.length <= 10) return 'subtotal';
  if (/^(?:合计|总计)/u.test(bare) && bare.length <= 10) return 'total';
  if (/^(?:注|备注|说明|填表说明|填报说明|附注|备考)(?:[:：]|\d|$)/u.test(text)) return 'note';
  if (
    /^(?:填报?人|制表人?|填表人|审核人|复核人|单位负责人|负责人|分管领导|联系人|联系电话|填报日期|填表日期|填报单位|抄送|报送日期|经办人|统计负责人|主管领导)(?:[:：(]|$)/u.test(
      text,
    )
  )
    return 'signature';
  return null;
}

/** `报出日期：2023年6月28日`, `单位（盖章）：` */
function isFormLine(text: string): boolean {
  const [first] = readLabelled(text);
  return first !== undefined && first.label !== null && first.answer !== null;
}
