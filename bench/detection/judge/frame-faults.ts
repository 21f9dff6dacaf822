import type { Draft, Spot } from './draft';
import { pickCell, replacing, type Fault } from './fault';
import { INFO_WORDS, type InfoField } from './info';

/** Takes away what stands after `填报单位：`, or in the cell beside the word. */
function blanked(id: string, field: InfoField): Fault {
  return filled(id, field, () => '');
}

function filled(id: string, field: InfoField, change: (value: string) => string): Fault {
  return {
    id,
    seed(draft, random) {
      const at = pickCell(
        draft,
        random,
        { table: 'info', field },
        (value) => String(value) !== '' && !/[：:]$/u.test(String(value)),
      );
      if (!at) return null;
      const text = String(draft.shown(at));
      if (draft.tag(at)?.of === 'apart') draft.change(at, change(text) || null);
      else {
        const [word = INFO_WORDS[field], value = ''] = text.split('：');
        draft.change(at, `${word}：${change(value)}`);
      }
      return [at];
    },
  };
}

const header = (draft: Draft, field: string): readonly Spot[] =>
  draft.find({ table: 'schools', field, role: 'header' });

/** What stands around the figures: who reports, when, and the headers. */
export const FRAME_FAULTS: readonly Fault[] = [
  blanked('unit-missing', 'unit'),
  blanked('preparer-missing', 'preparer'),
  blanked('reviewer-missing', 'reviewer'),
  blanked('date-missing', 'date'),
  filled('date-that-is-none', 'date', () => '2024年6月31日'),
  filled('date-of-another-age', 'date', () => '2004年6月28日'),
  {
    id: 'unit-of-others',
    seed(draft, random) {
      const at = pickCell(draft, random, { table: 'info', field: 'unit' });
      const rows = at ? draft.find({ table: 'schools', field: 'builder', role: 'detail' }) : [];
      if (!at || rows.length === 0) return null;
      const text = String(draft.shown(at));
      const other = text.includes('袁州区') ? '宜阳新区' : '袁州区';
      draft.change(at, text.includes('：') ? `${text.split('：')[0] ?? ''}：${other}` : other);
      return [at];
    },
  },
  {
    id: 'land-header-in-square-metres',
    seed(draft) {
      const [at] = header(draft, 'land');
      if (!at || !String(draft.shown(at)).includes('亩')) return null;
      draft.change(at, String(draft.shown(at)).replace('亩', '平方米'));
      return [at];
    },
  },
  {
    id: 'seats-header-in-ten-thousands',
    seed(draft, random) {
      const at = pickCell(draft, random, { table: 'schools', field: 'seats', role: 'header' }, (value) => {
        return String(value).includes('（个）');
      });
      if (!at) return null;
      draft.change(at, String(draft.shown(at)).replace('（个）', '（万个）'));
      return [at];
    },
  },
  {
    id: 'header-missing',
    seed(draft, random) {
      const field = random.pick(['seats', 'land', 'status']);
      const at = pickCell(draft, random, { table: 'schools', field, role: 'header' });
      if (!at) return null;
      draft.change(at, null);
      return [at];
    },
  },
  {
    id: 'header-twice',
    seed(draft, random) {
      const at = pickCell(draft, random, { table: 'schools', field: 'seats', role: 'header' });
      const other = at && header(draft, 'classes').find(({ leaf }) => leaf === at.leaf);
      if (!at || !other) return null;
      draft.change(at, draft.shown(other));
      return [at, other];
    },
  },
  {
    id: 'headers-exchanged',
    seed(draft, random) {
      const at = pickCell(draft, random, { table: 'schools', field: 'seats', role: 'header' });
      const other = at && header(draft, 'land').find(({ leaf }) => leaf === at.leaf);
      if (!at || !other || /学位数$|用地$/u.test(String(draft.shown(at)))) return null;
      const value = draft.shown(at);
      draft.change(at, draft.shown(other));
      draft.change(other, value);
      return [at, other];
    },
  },
  replacing('fund-header-in-yuan', { table: 'funds', field: 'amount', role: 'header' }, (value) =>
    String(value).replace('万元', '元'),
  ),
];
