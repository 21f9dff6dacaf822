import { defineField } from '../define-field';

export const isOpen = defineField({
  id: 'isOpen',
  tables: ['schools'],
  title: '是否投用',
  words: [
    '是否投用',
    '是否投入使用',
    '是否启用',
    '是否已投用',
    '是否已投入使用',
    '是否交付使用',
    '是否已启用',
    '是否使用',
    '是否开学',
    '是否招生',
  ],
  composed: /^(?:目前|现|当前)?是否(?:已经?|正式|全部)?(?:投入使用|投用|启用|交付使用|开学|招生)$/u,
  type: 'list',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
