/**
 * How offices put together what was done with money and when: pieces of patterns for the columns of investment. Such
 * words (上年末累计, 本年付款) mean money only where the header or the table states a unit of it.
 */

/** What may stand above or before: a heading over several columns of money. */
const ABOVE =
  '(?:投资(?:完成)?(?:情况|进度)?|完成投资(?:情况)?|资金(?:支付|使用|拨付|到位|支出)?(?:情况)?|(?:已|累计)?(?:支付|付款|拨付)(?:资金)?(?:情况)?|(?:完成)?产值(?:情况)?)*';

/** A heading that says by itself that money was spent: below it `本年` is enough. */
const ABOVE_DONE =
  '(?:投资完成|完成投资|(?:已|累计)(?:支付|付款|拨付|完成)|(?:资金|投资)(?:支付|使用|拨付|到位|支出|完成)|支付|付款|(?:完成)?产值)(?:资金|投资)?(?:情况)?';

/** What was done with it. */
const VERB = '(?:完成|支付|付款|拨付|到位|投入|用款|支出)';
const OF_WHAT = '(?:的)?(?:投资|资金|产值|工程款|工程量|工作量|款项)?(?:总额|额|数|金额|量)?';
const DONE = `(?:(?:累计|已|实际|新增|共)*(?:${VERB}|(?=产值|工程量))${OF_WHAT}|(?:累计|已)+${OF_WHAT})`;

/** Before the year: `上年末`, `2022年底前`, `以前年度`, `往年`. */
const UNTIL =
  '(?:截[至止]|[至到])?(?:(?:上年|去年|前年|20\\d\\d年)(?:度)?(?:12月)?(?:底|末|年底|年末)(?:前|以前|之前|为?止)?|(?:20\\d\\d年|本年|今年)(?:度)?(?:前|以前|之前)|(?:以前|往|历|前)(?:年度|年|期)|以往年度|年初(?:前|以前)?)(?:结转)?';
/** The last year as a whole, of which only what was done altogether reaches back. */
const LAST_YEAR = '(?:上|去)年度?';

/** The year so far: `本年`, `今年以来`, `1-6月`, `1月至本月`, `2023年`. */
const YEAR =
  '(?:(?:今年|本年度?|当年度?|年度|年内|20\\d\\d年度?)(?:以来)?(?:(?:1|一)?(?:月)?(?:[-—~至到])(?:\\d{1,2}|本|当)月(?:份|底|末)?)?|(?:1|一)(?:月份?)?[-—~至到](?:\\d{1,2}|本|当)月(?:份|底|末)?|年初(?:以来|至今|至本月|至\\d{1,2}月)(?:底|末)?)';

/** One month, quarter or reporting period. */
const PERIOD = '(?:本|当|这)(?:个)?(?:月|期|季度?|旬|周)(?:份|度)?';

/** `上年末累计产值`, `2022年底前完成`, `已支付 以前年度`. */
export const MONEY_BEFORE = new RegExp(`^${ABOVE}(?:${UNTIL}${DONE}?|${LAST_YEAR}(?:累计|结转)+${OF_WHAT})$`, 'u');

/** `本年产值`, `1月至本月累计`, `投资 今年以来`, `已支付 本年`. */
export const MONEY_OF_YEAR = new RegExp(
  `^(?:${ABOVE}${YEAR}${DONE}|${ABOVE_DONE}${YEAR}|${ABOVE}(?:今年|本年|年初)以来)$`,
  'u',
);

/** `本月产值`, `当月付款`, `已支付 本月`. */
export const MONEY_OF_PERIOD = new RegExp(`^(?:${ABOVE}${PERIOD}${DONE}|${ABOVE_DONE}${PERIOD})$`, 'u');

/** `累计产值`, `累计付款`, `开工以来累计`, `已支付 累计`. */
export const MONEY_ALTOGETHER = new RegExp(
  `^${ABOVE}(?:[自从]?开工(?:建设)?以来|截[至止](?:目前|本[月期季年](?:底|末)?|报告期末?|20\\d\\d年\\d{1,2}月(?:底|末)?))?(?:总|共)?(?:累计|已)+(?:实际)?${VERB}?${OF_WHAT}$`,
  'u',
);
