import { defineField } from '../define-field';
import { MONEY_UNITS } from './units';

export const invested = defineField({
  id: 'invested',
  tables: ['schools', 'summary'],
  title: '完成投资',
  words: [
    '完成投资',
    '累计完成投资',
    '已完成投资',
    '完成投资额',
    '累计投资',
    '已投资',
    '累计完成投资额',
    '已完成投资额',
    '投资完成',
    '实际投资',
    '到位资金',
    '累计已投资',
    '投资完成额',
    '已投入资金',
  ],
  composed:
    /^(?:[自从]?开工以来|目前|本[月期](?:底|末)|(?:截[至止]|[至到])(?:目前|本[月期季](?:底|末|度末)?|报告期末?|(?:20\d\d年)?\d{1,2}月(?:底|末)?)(?:止|为止)?)?(?:(?:累计|已)+(?:实际)?(?:完成|投入)?|实际完成|实际投入)(?:的)?投资(?:金额|总额|额|数|量)?$/u,
  type: 'number',
  unit: '万元',
  unitFactors: MONEY_UNITS,
  required: false,
  summable: true,
  cumulative: true,
});
