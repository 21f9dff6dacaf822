import type { FieldId } from '../recognize';
import type { TableView } from './views/table-view';

/** The column that, with what was done before, makes what is done altogether: the year's beside 上年末累计, else the period's. */
export function sinceBefore(view: TableView): FieldId {
  const isOfYears = /年|往|历|前期/u.test(view.column('investedBefore')?.header ?? '');
  const [first, second]: readonly [FieldId, FieldId] = isOfYears
    ? ['investedThisYear', 'investedThisPeriod']
    : ['investedThisPeriod', 'investedThisYear'];
  return view.has(first) ? first : second;
}
