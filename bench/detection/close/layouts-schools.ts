import type { Book } from '../proof/book';
import { byStage, footed, fundColumns, numbered, paid, percent, plain, stageName, titled, together } from './columns';
import type { CloseFigures, Project } from './figures';
import { drawTable, type Column } from './table';

export interface CloseLayout {
  readonly name: string;
  draw(book: Book, figures: CloseFigures): void;
}

const idOf = (one: Project): string => one.id;

/** A district's ledger in the plan's order: 小计 below each heading, the total in the first line, real dates. */
export const district: CloseLayout = {
  name: 'district-ledger',
  draw(book, { schools }) {
    const page = book.page('袁州区项目台账');
    const own = schools.filter(({ builder }) => builder === '袁州区');
    const columns: Column<Project>[] = [
      numbered('序号', (one) => 1 + own.filter(({ stage }) => stage === one.stage).indexOf(one)),
      plain('name', '学校名称'),
      plain('classes', '规划班数（个）'),
      plain('seats', '规划学位（个）'),
      plain('land', '规划用地（亩）', '0.00'),
      plain('builder', '建设主体'),
      plain('nature', '建设性质'),
      plain('status', '项目状态'),
      plain('start', '开工日期', 'yyyy-mm-dd'),
      plain('due', '计划完工日期', 'yyyy-mm-dd'),
      plain('done', '实际完工日期', 'yyyy-mm-dd'),
      plain('formed', '已形成学位（个）'),
      plain('remark', '备注'),
    ];
    titled(page, columns.length, '袁州区学校建设项目进度台账（2023年9月）', '单位：个、亩', '填报单位：袁州区');
    const row = drawTable(page, {
      top: 2, left: 0, columns, idOf, groups: byStage(own, true, 'plan'), subtotal: 'above', total: 'top',
      words: { subtotal: '小计：', total: '合计' }, labelUnder: 'name', asFormula: true,
    }); // prettier-ignore
    const done = own.filter(({ status }) => status === '已完工').length;
    const note = `注：本区共${own.length}所，其中已完工${done}所，未开工${own.filter(({ status }) => status === '未开工').length}所。`;
    footed(
      page,
      row,
      note,
      '填报人：易小兰\u3000联系电话：0795-3998210\u3000审核人：钟国栋\u3000单位负责人：彭立新\u3000填报日期：2023年10月8日',
    );
  },
};

/** The city's own projects and, below them on the same sheet, the ten funds; all sums typed in. */
export const city: CloseLayout = {
  name: 'city-two-tables',
  draw(book, { schools, funds }) {
    const page = book.page('市直项目及经费');
    const own = schools.filter(({ builder }) => builder === '市本级');
    const columns: Column<Project>[] = [
      numbered('编号', (_, i) => i + 1),
      { field: 'stageWord', head: '学段', value: stageName },
      plain('name', '项目（学校）名称'),
      plain('nature', '建设类别'),
      plain('land', ['建设规模', '用地/亩']),
      plain('classes', ['建设规模', '班数/个']),
      plain('seats', ['建设规模', '学位/个']),
      plain('status', '目前状态'),
      plain('invest', ['投资/万元', '总投资']),
      plain('prior', ['投资/万元', '截至上年底']),
      plain('current', ['投资/万元', '2023年1-9月']),
      paid(['投资/万元', '累计完成'], false),
      percent('rate', '完成投资比例(%)', ['paid', 'invest']),
      plain('remark', '备注（方案）'),
    ];
    titled(page, columns.length, '市本级教育项目及专项经费情况表', '2023年第三季度', '填报单位：市本级');
    const row = drawTable(page, {
      top: 2, left: 0, columns, idOf, groups: together(own), subtotal: null, total: 'bottom',
      words: { subtotal: '', total: '总计' }, labelUnder: 'name', asFormula: false,
    }); // prettier-ignore
    page.put(row + 1, 0, '附：专项经费安排和使用（单位：万元）', 'fundTitle', 'line');
    const end = drawTable(page, {
      top: row + 2, left: 0, groups: together(funds), idOf: (one) => one.fund.id, subtotal: null, total: 'bottom',
      words: { subtotal: '', total: '合\u3000计' }, labelUnder: 'fund', asFormula: false,
      columns: fundColumns({
        seq: '编号', name: '经费项目', amount: '安排数', issued: '已下达', spent: '已支出', left: '结余', use: '执行率(%)',
      }),
    }); // prettier-ignore
    const people = '填报人：黄志平\u3000审核人：晏文辉\u3000负责人：刘建华\u3000填报日期：2023.10.9';
    footed(page, end, '说明：结余=安排数-已支出；执行率=已支出÷安排数。', people);
  },
};

const MONTHS = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月'] as const;

/** Money by month for the projects under way outside the city's own: months across, a rank, the year's sum as formula. */
export const monthly: CloseLayout = {
  name: 'monthly-investment',
  draw(book, { schools }) {
    const page = book.page('投资月报');
    const own = schools.filter(({ status, builder }) => status !== '未开工' && builder !== '市本级');
    const parts = MONTHS.map((_, month) => `m${month + 1}`);
    const paidOf = ({ prior, current }: Project): number => prior + current;
    const columns: Column<Project>[] = [
      plain('name', '学校'),
      plain('builder', '责任单位'),
      numbered('号', (_, i) => i + 1),
      plain('status', '形象进度'),
      plain('invest', '计划总投资'),
      plain('prior', '2022年底前完成'),
      ...MONTHS.map((head, month): Column<Project> => ({
        field: `m${month + 1}`,
        head: ['2023年分月完成投资', head],
        value: (one) => one.months[month] ?? 0,
        sum: true,
      })),
      {
        field: 'year',
        head: ['2023年分月完成投资', '小计'],
        sum: true,
        calc: { op: 'sum', of: parts, asFormula: true },
      },
      { field: 'paid', head: '开工以来累计', sum: true, calc: { op: 'sum', of: ['prior', 'year'], asFormula: true } },
      {
        field: 'rate',
        head: '投资完成率',
        calc: { op: 'share', of: ['paid', 'invest'], asFormula: true },
        format: '0.0%',
      },
      {
        field: 'rank',
        head: '累计完成投资排名',
        value: (one) => 1 + own.filter((other) => paidOf(other) > paidOf(one)).length,
      },
    ];
    titled(
      page,
      columns.length,
      '中心城区在建和已完工学校项目投资完成情况月报表（2023年9月）',
      '单位：万元',
      '填报单位：市教体局项目办',
    );
    const row = drawTable(page, {
      top: 2, left: 0, columns, idOf, groups: together(own), subtotal: null, total: 'bottom',
      words: { subtotal: '', total: '合计' }, labelUnder: 'name', asFormula: true,
    }); // prettier-ignore
    footed(page, row, null, '填报人：胡敏\u3000审核人：袁小军\u3000单位负责人：谢涛\u3000填报日期：2023/10/7');
  },
};

/** Four columns of dates by month, sums typed below each stage, land in ㎡ beside 亩. */
export const dated: CloseLayout = {
  name: 'nodes-by-stage',
  draw(book, { schools }) {
    const page = book.page('节点计划');
    const own = schools.filter(
      ({ builder }) => builder === '宜阳新区' || builder === '经开区' || builder === '明月山区',
    );
    const columns: Column<Project>[] = [
      numbered('序号', (_, i) => i + 1),
      plain('builder', '建设单位'),
      plain('name', '学校'),
      plain('status', '进展状态'),
      plain('seats', '学位数（个）', '#,##0'),
      plain('classes', '班级数（个）'),
      plain('land', '占地（亩）'),
      {
        field: 'square',
        head: '占地（㎡）',
        value: ({ land }) => Math.round(land * 666.67),
        sum: true,
        format: '#,##0',
      },
      plain('start', '开工时间', 'yyyy"年"m"月"d"日"'),
      plain('due', '计划竣工', 'yyyy"年"m"月"d"日"'),
      plain('done', '实际竣工', 'yyyy"年"m"月"d"日"'),
      {
        field: 'days',
        head: '计划工期（天）',
        value: ({ start, due }) => (start === null ? null : due - start),
      },
      plain('formed', '已投用学位（个）', '#,##0'),
      plain('remark', '方案备注'),
    ];
    titled(
      page,
      columns.length,
      '“三区”学校建设节点计划执行情况',
      '截至2023年9月30日',
      '填报单位：市教体局\u3000\u30001亩=666.67㎡',
    );
    const row = drawTable(page, {
      top: 2, left: 0, columns, idOf, groups: byStage(own, true, 'round'), subtotal: 'below', total: 'bottom',
      words: { subtotal: '小  计', total: '合  计' }, labelUnder: 'name', asFormula: false,
    }); // prettier-ignore
    const note = '注：计划工期=计划竣工-开工时间；未开工项目不填开工时间和工期。';
    footed(page, row, note, '填报人：李雨晴\u3000审核人：陈卫东\u3000填报日期：2023年10月10日');
  },
};
