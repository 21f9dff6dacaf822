import type { ReportContext } from './context';
import { DONE, UNDER_WAY } from './facts/progress';
import { countRows, countWords, isNumber, ratio, sumRows, type Live } from './paper/live';
import { dayInWords, writtenDay } from './paper/written-day';
import { fundsData } from './sheets/funds';
import { countProgress, ledgerData } from './sheets/ledger';
import { achieved } from './sheets/targets';

/** One paragraph of the overview. */
export interface Paragraph {
  readonly heading: string;
  readonly text: string;
}

const MOST_NAMES = 5;

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)}%`;
}

/** 万元 and 万个 with two places, as in the tables; whole figures without. */
function money(figure: number): string {
  return Number.isInteger(figure) ? String(figure) : figure.toFixed(2);
}

function listed(names: readonly string[]): string {
  return names.length <= MOST_NAMES ? names.join('、') : `${names.slice(0, MOST_NAMES).join('、')}等${names.length}个`;
}

function share(part: Live, whole: Live): string {
  return isNumber(part.value) && isNumber(whole.value) && whole.value > 0
    ? `，占${percent(part.value, whole.value)}`
    : '';
}

/** Whose figures a consolidation holds, and whose not; empty for the reports of one unit. */
function scopeText({ consolidates }: ReportContext): string {
  if (!consolidates) return '';
  const { counted, missing, uncounted, unnamed } = consolidates;
  const all = `应报单位${counted.length + missing.length + uncounted.length}家`;
  const more = unnamed > 0 ? `另有${unnamed}份材料未写明单位，其数已计入。` : '';
  if (missing.length + uncounted.length === 0) return `${all}，均已报送并汇总。${more}`;
  const without = [
    ...(missing.length > 0 ? [`${missing.join('、')}未报`] : []),
    ...(uncounted.length > 0 ? [`${uncounted.join('、')}已报但未能计入`] : []),
  ];
  return `${all}，已汇总${counted.length}家；${without.join('，')}，以下各数不含上述单位。${more}`;
}

function progressText(context: ReportContext): string {
  const data = ledgerData(context);
  const day = dayInWords(context.cutOff);
  const all = countRows(data, 'sequence', {});
  const scope = scopeText(context);
  if (!isNumber(all.value)) return `${scope}截至${day}，未见上报的学校建设项目。`;
  const done = countProgress(data, DONE, {});
  const underWay = countProgress(data, UNDER_WAY, {});
  const open = countProgress(data, ['未开工'], {});
  const known = [done, underWay, open].map((count) => count.value).filter(isNumber);
  const parts = [`截至${day}，已上报学校建设项目${all.value}个`];
  if (known.length === 0) parts.push('均未报项目状态');
  else {
    const silent = all.value - known.reduce((a, b) => a + b, 0);
    const rest = silent > 0 ? `，状态未报或待归类${silent}个` : '';
    parts.push(
      `其中已完工（含投入使用）${done.value}个${share(done, all)}，在建${underWay.value}个，未开工${open.value}个${rest}`,
    );
  }
  const seats = sumRows(data, 'seats', {});
  const formed = sumRows(data, 'formedSeats', {});
  const seatText = isNumber(seats.value) ? `上报规划学位${seats.value}个` : '规划学位未报';
  const formedText = isNumber(formed.value) ? `已形成学位${formed.value}个${share(formed, seats)}` : '已形成学位未报';
  const invested = sumRows(data, 'invested', {});
  const investedText = isNumber(invested.value) ? `累计完成投资${money(invested.value)}万元` : '完成投资未报';
  return `${scope}${parts.join('，')}。${seatText}，${formedText}。${investedText}。`;
}

function whoseFigures({ consolidates, unit, reporters }: ReportContext): string {
  if (consolidates) return '已汇总单位的合计数';
  if (unit !== '') return '本单位上报数';
  return reporters ? '所列单位上报数的合计' : '';
}

function targetsText(context: ReportContext): string {
  const data = ledgerData(context);
  const figures = context.indicators
    .filter(({ indicator }) => indicator.comparison !== 'text')
    .map((line) => {
      const own = line.actual.value;
      const counted = isNumber(own) ? null : achieved(data, context, line.indicator);
      return { line, actual: isNumber(own) ? own : counted?.value, isReckoned: counted?.isReckoned ?? false };
    });
  const known = figures.filter((figure): figure is typeof figure & { actual: number } => isNumber(figure.actual));
  if (known.length === 0) return `方案列出的${figures.length}项数字目标均未报完成数。`;
  const isReached = ({ line, actual }: (typeof known)[number]): boolean =>
    actual >= (line.indicator.target ?? Infinity) - 1e-6;
  const reached = known.filter(isReached);
  const heads = known.filter(({ line }) => line.indicator.measures?.stage === null);
  const lines = heads.map(({ line, actual, isReckoned }) => {
    const { name, target, unit } = line.indicator;
    const rate = target ? `，完成率${percent(actual, target)}` : '';
    return `${name}目标${target ?? ''}${unit}，完成${unit.startsWith('万') ? money(actual) : Number(actual.toFixed(4))}${unit}${isReckoned ? '（按形象进度推算）' : ''}${rate}`;
  });
  const silent = figures.length - known.length;
  const count = `方案列出数字目标${figures.length}项，有完成数的${known.length}项，其中达到目标${reached.length}项${silent > 0 ? `，未报${silent}项` : ''}。`;
  const whose = whoseFigures(context);
  const scope = whose !== '' && heads.length > 0 ? `（目标为方案总目标，完成数为${whose}。）` : '';
  return count + lines.map((line) => `${line}。`).join('') + scope;
}

/** Stages by completion rate, best first; only those with a status reported. */
function stageRates(context: ReportContext): readonly { readonly name: string; readonly rate: number }[] {
  const data = ledgerData(context);
  return context.plan.stages
    .flatMap(({ name }) => {
      const where = { stage: name };
      const rate = ratio(countProgress(data, DONE, where), countRows(data, 'sequence', where)).value;
      return isNumber(rate) ? [{ name, rate }] : [];
    })
    .sort((a, b) => b.rate - a.rate);
}

function leadsAndLags(context: ReportContext): string {
  const rates = stageRates(context);
  const parts: string[] = [];
  const [best, worst] = [rates[0], rates.at(-1)];
  if (best && worst && best.rate > worst.rate) {
    const named = (rate: number): string =>
      rates
        .filter((stage) => stage.rate === rate)
        .map(({ name }) => name)
        .join('、');
    parts.push(
      `按已完工所数占上报所数计，完成率最高的是${named(best.rate)}（${(best.rate * 100).toFixed(1)}%），最低的是${named(worst.rate)}（${(worst.rate * 100).toFixed(1)}%）。`,
    );
  }
  const data = ledgerData(context);
  const late = data.rows.filter((row) => row.lagging === '滞后');
  const names = late.map((row) => String(row.school ?? '（名称未填）'));
  const isJudged = isNumber(countWords(data, 'lagging', ['滞后'], {}, 'plannedCompletion').value);
  if (late.length > 0) parts.push(`滞后项目${late.length}个：${listed(names)}。`);
  else if (context.projects.length > 0)
    parts.push(isJudged ? '没有标为滞后的项目。' : '未报计划完工日期，不能判断是否滞后。');
  return parts.length === 0 ? '没有可比较的进度数据。' : parts.join('');
}

function fundsText(context: ReportContext): string {
  const data = fundsData(context);
  const [amount, allocated, spent] = (['amount', 'allocated', 'spent'] as const).map(
    (key) => sumRows(data, key, {}).value,
  );
  const planned = context.plan.fundTotal.value;
  const plan = planned === null ? '' : `方案安排专项经费${planned}万元。`;
  if (!isNumber(amount)) return `${plan}各项安排金额未报。`;
  const rate = isNumber(spent) && amount > 0 ? `，执行率${percent(spent, amount)}` : '';
  const parts = [
    `上报安排${money(amount)}万元`,
    isNumber(allocated) ? `已下达${money(allocated)}万元` : '已下达数未报',
    isNumber(spent) ? `已支出${money(spent)}万元${rate}` : '已支出数未报',
  ];
  return `${plan}${parts.join('，')}。`;
}

function measuresText(context: ReportContext): string {
  const all = context.measures.length;
  const reported = context.measures.filter((line) => line.progressNote.value !== null || line.state.value !== null);
  if (reported.length === 0) return `重点举措${all}条，均未报进展。`;
  const count = (word: string): number => reported.filter((line) => line.state.value === word).length;
  const states = ['已完成', '推进中', '长期坚持', '未启动']
    .map((word) => [word, count(word)] as const)
    .filter(([, n]) => n > 0)
    .map(([word, n]) => `${word}${n}条`);
  return `重点举措${all}条，已报进展${reported.length}条${states.length > 0 ? `，其中${states.join('、')}` : ''}${all > reported.length ? `，未报${all - reported.length}条` : ''}。`;
}

function qualityText(context: ReportContext): string {
  const { audit, plan } = context;
  const contradictions = plan.notes.filter((note) => note.kind === 'contradiction').map((note) => note.id);
  const ofPlan = contradictions.length > 0 ? `方案自身前后不一致${contradictions.length}处，有关的在各表下注明。` : '';
  if (!audit) return `数据未经审核。${ofPlan}`;
  if (audit.verdict === 'nothingFound') return `未见可审核的表。${ofPlan}`;
  const { error, warning, explained } = audit.counts;
  const silent = warning - explained;
  const found =
    error + warning === 0
      ? '审核未发现强制性和核实性问题。'
      : `审核发现强制性问题${error}项、核实性问题${warning}项，其中未作说明的核实性问题${silent}项。`;
  return found + ofPlan;
}

/** The overview in plain official Chinese: figures, rates, what leads and what lags; no reasons that nobody reported. */
export function summaryParagraphs(context: ReportContext): readonly Paragraph[] {
  return [
    { heading: '一、建设进展', text: progressText(context) },
    { heading: '二、目标完成', text: targetsText(context) },
    { heading: '三、进度比较', text: leadsAndLags(context) },
    { heading: '四、经费执行', text: fundsText(context) },
    { heading: '五、责任举措', text: measuresText(context) },
    { heading: '六、数据审核', text: qualityText(context) },
  ];
}

/** Title of the overview: `宜春中心城区教育提升专项行动进展综述`. */
export function summaryTitle(context: ReportContext): string {
  return `${context.campaign}进展综述`;
}

/** The overview as text to copy: title, one paragraph a line. */
export function summaryOf(context: ReportContext): string {
  const period = context.period ? [`（${context.period.text}）`] : [];
  const paragraphs = summaryParagraphs(context).map(({ heading, text }) => `${heading}。${text}`);
  return [summaryTitle(context), ...period, ...paragraphs, `制表日期：${writtenDay(context.madeOn)}`].join('\n');
}
