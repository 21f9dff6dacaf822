import { defineField } from '../define-field';
import { SEAT_UNITS } from './units';

export const formedSeats = defineField({
  id: 'formedSeats',
  tables: ['schools', 'summary'],
  title: '已形成学位',
  words: [
    '已形成学位',
    '形成学位',
    '已建成学位',
    '已新增学位',
    '已完成学位',
    '完成学位',
    '累计形成学位',
    '已提供学位',
    '已投用学位',
    '累计新增学位',
    '实际形成学位',
    '已形成学位数',
    '实际新增学位',
    '建成学位',
    '已投入使用学位',
    '累计完成学位',
    '新形成学位',
    '完成学位数',
    '已增学位',
    '已实现学位',
  ],
  composed:
    /^(?:截[至止])?(?:目前|本期末?)?(?:累计|已|实际|现)+(?:形成|新增|建成|完成|提供|投用|投入使用|交付|交付使用|增加|增|实现|释放|增供)(?:的)?学位(?:总)?(?:数|个数|数量|量)?$/u,
  type: 'wholeNumber',
  unit: '个',
  unitFactors: SEAT_UNITS,
  required: false,
  summable: true,
  cumulative: true,
});
