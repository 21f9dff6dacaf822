import { defineField } from '../define-field';

export const problem = defineField({
  id: 'problem',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '存在问题',
  words: [
    '存在问题',
    '问题',
    '主要问题',
    '困难问题',
    '存在的问题',
    '存在困难',
    '存在的困难和问题',
    '存在困难和问题',
    '问题困难',
    '需协调事项',
    '需协调解决的问题',
  ],
  type: 'text',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
