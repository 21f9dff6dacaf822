import { defineField } from '../define-field';

export const buildKind = defineField({
  id: 'buildKind',
  tables: ['schools'],
  title: '建设性质',
  words: [
    '建设性质',
    '建设类型',
    '建设方式',
    '项目性质',
    '项目类型',
    '性质',
    '新建改扩建',
    '建设类别',
    '建设形式',
    '新建或改扩建',
    '新建/改扩建',
    '新(改扩)建',
    '新建、改扩建',
  ],
  type: 'list',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
