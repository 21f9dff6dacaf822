import { yichunPlan as plan } from '../../../src/plan';
import { Book, type Page } from './book';
import type { Figures, Reported } from './figures';
import { drawFunds, drawIndicators, drawMeasures } from './other-tables';
import { drawSchools, type DrawnColumn, type SchoolStyle } from './school-table';

export interface HeldOutLayout {
  readonly name: string;
  readonly draw: (book: Book, figures: Figures) => void;
}

const column = (of: DrawnColumn['of'], ...header: string[]): DrawnColumn => ({ of, header });
const below = (book: Book, page: Page, row: number, left: number, figures: Figures): void => {
  book.mark('form/preparedBy', page.put(row, left, '填表人：王小敏'));
  page.put(row, left + 3, '联系电话：0795-3998001');
  book.mark('form/reviewedBy', page.put(row, left + 5, '审核人：李建华'));
  book.mark('form/unit', page.put(row + 1, left, `填报单位（盖章）：${figures.unit}`));
  book.mark('form/date', page.put(row + 1, left + 5, '填报日期：2023年6月28日'));
  page.put(row + 2, left, '注：1.本表由各建设主体填报；2.规划数以方案附件2为准。');
};
const above = (book: Book, page: Page, row: number, left: number, figures: Figures): void => {
  book.mark('form/unit', page.put(row, left, `填报单位：${figures.unit}`));
  book.mark('form/preparedBy', page.put(row, left + 2, '填报人：陈丽'));
  book.mark('form/reviewedBy', page.put(row, left + 4, '审核人：周军'));
  book.mark('form/date', page.put(row, left + 6, '填报日期：2023-06-28'));
};

const BASIC: SchoolStyle = {
  columns: [],
  stages: 'heading',
  heading: (stage, position) => `${'一二三四五六'[position] ?? ''}、${stage}`,
  subtotal: 'below',
  total: 'last',
  sums: 'sum',
  wordIn: 'name',
};

/** Layouts written from what clerks' workbooks look like, without reading the recognizer; kept apart from tuning. */
export const HELD_OUT_LAYOUTS: readonly HeldOutLayout[] = [
  {
    name: 'three header rows, from B3',
    draw: (book, figures) => {
      const page = book.page('附件2');
      page.put(1, 1, `${figures.unit}学校建设项目推进情况统计表`);
      page.merge(1, 1, 1, 12);
      page.put(2, 1, '报告期：2023年6月');
      page.put(2, 11, '单位：个、亩、万元');
      const columns = [
        column('sequence', '序\n号'),
        column('name', '基本情况', '学 校 名 称'),
        column('buildKind', '基本情况', '建设性质'),
        column('builder', '基本情况', '建设\n主体'),
        column('classes', '建设规模', '规划', '班数'),
        column('seats', '建设规模', '规划', '学位'),
        column('land', '建设规模', '规划', '用地'),
        column('started', '工程进度', '开工\n时间'),
        column('completed', '工程进度', '竣工\n时间'),
        column('status', '工程进度', '形象进度'),
        column('investment', '投资情况', '计划总投资'),
        column('invested', '投资情况', '累计完成投资'),
        column('remark', '备  注'),
      ];
      const end = drawSchools(book, page, [3, 1], figures.schools, {
        ...BASIC,
        columns,
        heading: (stage, i) => `（${'一二三四五六'[i] ?? ''}）${stage}`,
        subtotalWord: () => '小  计',
        totalWord: '合  计',
      });
      below(book, page, end, 1, figures);
    },
  },
  {
    name: 'merged stage column, total first, unknown columns',
    draw: (book, figures) => {
      const page = book.page('Sheet1');
      page.put(0, 0, '中心城区新（改扩）建学校台账（2023年6月）');
      page.merge(0, 0, 0, 11);
      above(book, page, 1, 0, figures);
      const columns = [
        column('stage', '学段'),
        column('sequence', '序号'),
        column('name', '项目学校'),
        column('contact', '联系人'),
        column('phone', '电话'),
        column('land', '规划用地面积（亩）'),
        column('seats', '规划学位数（个）'),
        column('classes', '规划班级数（个）'),
        column('builder', '建设主体'),
        column('status', '项目状态'),
        column('empty', '备注2'),
        column('remark', '备注'),
      ];
      drawSchools(book, page, [2, 0], figures.schools, {
        ...BASIC,
        columns,
        stages: 'mergedColumn',
        subtotal: 'above',
        total: 'first',
        totalWord: '总  计',
        sums: 'sum',
      });
    },
  },
  {
    name: 'sheet per stage, odd sheet names',
    draw: (book, figures) => {
      plan.stages.forEach((stage, i) => {
        const schools = figures.schools.filter((school) => school.stage === stage.id);
        if (schools.length === 0) return;
        const page = book.page(`${i + 1}-${stage.name}2023(1)`);
        page.put(0, 0, `${stage.name}学校建设情况`);
        page.merge(0, 0, 0, 7);
        above(book, page, 1, 0, figures);
        const columns = [
          column('sequence', '编号'),
          column('name', '学校（园）名称'),
          column('builder', '建设主体'),
          column('classes', '规划班数'),
          column('seats', '规划学位（人）'),
          column('land', '规划用地（亩）'),
          column('formed', '已形成学位'),
          column('remark', '备注'),
        ];
        drawSchools(book, page, [2, 0], schools, {
          ...BASIC,
          columns,
          stages: 'none',
          subtotal: 'none',
          sums: 'subtotal',
        });
      });
    },
  },
  {
    name: 'schools and funds side by side',
    draw: (book, figures) => {
      const page = book.page('6月报表');
      page.put(0, 0, `${figures.unit}教育提升行动6月进展`);
      page.merge(0, 0, 0, 14);
      above(book, page, 1, 0, figures);
      const columns = [
        column('sequence', '序号'),
        column('name', '学校名称'),
        column('classes', '规划班数（个）'),
        column('seats', '规划学位（个）'),
        column('land', '规划用地（亩）'),
        column('builder', '建设主体'),
        column('remark', '备注'),
      ];
      drawSchools(book, page, [3, 0], figures.schools, {
        ...BASIC,
        columns,
        subtotal: 'above',
        subtotalWord: () => '小计：',
        wordIn: 'name',
        total: 'none',
        sums: 'plus',
      });
      drawFunds(book, page, [3, 9], figures.funds, {
        headers: ['序号', '经费项目', '具体内容', '金额（万元）', '已下达', '已支出'],
      });
    },
  },
  {
    name: 'everything stacked on one sheet',
    draw: (book, figures) => {
      const page = book.page('汇报材料附表');
      let row = 0;
      page.put(row, 0, '表一  重点指标完成情况');
      row = drawIndicators(book, page, [row + 1, 0], figures.indicators, {
        headers: ['序号', '指标名称', '计量单位', '2025年目标', '目前完成'],
        percent: 'number',
      });
      page.put(row + 1, 0, '表二  学校项目建设情况');
      page.put(row + 1, 6, '单位：亩');
      const columns = [
        column('sequence', '序号'),
        column('name', '学校名称'),
        column('classes', '规划班数(个)'),
        column('seats', '规划学位(个)'),
        column('land', '规划用地'),
        column('builder', '建设主体'),
        column('remark', '备注'),
      ];
      row = drawSchools(book, page, [row + 2, 0], figures.schools, {
        ...BASIC,
        columns,
        subtotal: 'below',
        subtotalWord: (stage) => `${stage}小计`,
        total: 'last',
        totalWord: '总计',
      });
      page.put(row + 1, 0, '表三  专项经费');
      row = drawFunds(book, page, [row + 2, 0], figures.funds, {
        headers: ['序号', '项目名称', '用途', '预算金额（万元）'],
      });
      page.put(row + 1, 0, '表四  任务分工');
      row = drawMeasures(book, page, [row + 2, 0], figures.measures, {
        headers: ['一级标题', '工作举措', '责任单位', '进展情况'],
        split: '\n',
      });
      below(book, page, row + 1, 0, figures);
    },
  },
  {
    name: 'hectares, thousand yuan, persons',
    draw: (book, figures) => {
      const page = book.page('Project list');
      above(book, page, 0, 0, figures);
      const columns: DrawnColumn[] = [
        column('sequence', 'No.'),
        column('stage', '学 段'),
        column('name', '学校名称'),
        column('builder', '建设主体'),
        column('classes', '规划班数（班）'),
        column('seats', '规划学位（人）'),
        { of: 'land', header: ['规划用地（公顷）'], times: 1 / 15, digits: 4 },
        { of: 'investment', header: ['计划投资（千元）'], times: 10 },
        { of: 'invested', header: ['完成投资（千元）'], times: 10 },
        column('remark', '备注'),
      ];
      const end = drawSchools(book, page, [2, 0], figures.schools, {
        ...BASIC,
        columns,
        stages: 'column',
        subtotal: 'none',
        total: 'last',
        runOn: true,
      });
      page.put(end + 1, 0, '说明：1公顷=15亩。');
      drawFunds(book, book.page('Funds'), [0, 0], figures.funds, {
        headers: ['序号', '项目名称', '主要内容', '安排金额（千元）'],
        factor: 10,
        totalFirst: true,
        totalWord: '合计',
      });
    },
  },
  {
    name: 'flat progress list with dates and percents',
    draw: (book, figures) => {
      const page = book.page('项目进度');
      page.put(0, 0, '学校建设项目进度表');
      page.put(1, 0, '2023年6月');
      above(book, page, 2, 0, figures);
      const columns: DrawnColumn[] = [
        column('sequence', '序号'),
        column('name', '学校'),
        column('stage', '学段类别'),
        column('builder', '建设单位（主体）'),
        column('classes', '班级规模（班）'),
        column('seats', '学位数（个）'),
        column('land', '占地面积（亩）'),
        column('investment', '总投资（万元）'),
        column('invested', '累计完成投资（万元）'),
        { of: 'rate', header: ['投资完成率（%）'] },
        { of: 'started', header: ['开工日期'], format: 'yyyy/m/d' },
        { of: 'due', header: ['计划竣工日期'], format: 'yyyy-mm' },
        { of: 'completed', header: ['实际竣工日期'], format: 'yyyy/m/d' },
        { of: 'status', header: ['进度'] },
        column('formed', '已新增学位（个）'),
        column('remark', '备注'),
      ];
      drawSchools(book, page, [3, 0], figures.schools, {
        ...BASIC,
        columns,
        stages: 'column',
        subtotal: 'none',
        total: 'none',
        runOn: true,
      });
      const other = book.page('值班安排');
      other.put(0, 0, '7月值班安排表');
      ['日期', '带班领导', '值班人员', '电话'].forEach((word, i) => other.put(1, i, word));
      figures.schools.slice(0, 6).forEach((school, i) => {
        other.put(2 + i, 0, `7月${i + 1}日`);
        other.put(2 + i, 1, school.contact);
        other.put(2 + i, 3, school.phone);
      });
    },
  },
  {
    name: 'annex books with section labels and long units',
    draw: (book, figures) => {
      const schools = book.page('附表2学校项目');
      schools.put(0, 0, '附件2');
      schools.put(1, 0, '中心城区教育提升专项行动学校建设项目表');
      above(book, schools, 2, 0, figures);
      const columns: DrawnColumn[] = [
        column('sequence', '序号'),
        column('name', '学校名称'),
        column('classes', '规划班数', '（个）'),
        column('seats', '规划学位', '（个）'),
        column('land', '规划用地', '（亩）'),
        column('builder', '建设主体'),
        column('status', '建设进度'),
        column('remark', '备注'),
      ];
      drawSchools(book, schools, [3, 0], figures.schools, {
        ...BASIC,
        columns,
        subtotal: 'above',
        subtotalWord: () => '小计',
        total: 'none',
        wordIn: 'sequence',
        heading: (stage, i) => `${i + 1}. ${stage}段`,
      });
      const targets = book.page('目标');
      targets.put(0, 0, '目标完成情况（2023年6月）');
      drawIndicators(book, targets, [1, 0], figures.indicators, {
        headers: ['序号', '目标名称', '单位', '目标值', '完成值'],
        percent: 'share',
      });
      const duties = book.page('附件1');
      duties.put(0, 0, '责任分解表');
      drawMeasures(book, duties, [1, 0], figures.measures, {
        headers: ['一级标题', '工作举措', '责任部门', '工作进展'],
        split: '、',
      });
      const funds = book.page('附件3');
      funds.put(0, 0, '经费安排');
      funds.put(1, 4, '单位：万元');
      drawFunds(book, funds, [2, 0], figures.funds, {
        headers: ['序号', '项目名称', '具体内容', '金额', '已拨付', '已使用'],
      });
    },
  },
  {
    name: 'transposed indicators, flat schools with plus chains',
    draw: (book, figures) => {
      const page = book.page('sheet2 (2)');
      page.put(0, 0, '学校建设');
      above(book, page, 1, 0, figures);
      const columns: DrawnColumn[] = [
        column('name', '学校名称'),
        column('stage', '类别'),
        column('seats', '可提供学位（个）'),
        column('classes', '办学规模（班）'),
        column('land', '用地（亩）'),
        column('builder', '建设主体'),
        column('remark', '其他说明'),
      ];
      drawSchools(book, page, [3, 0], figures.schools, {
        ...BASIC,
        columns,
        stages: 'column',
        subtotal: 'below',
        sums: 'plus',
        total: 'last',
      });
      const rates = book.page('指标');
      rates.put(0, 0, '项目');
      rates.put(1, 0, '目标值（%）');
      rates.put(2, 0, '完成值（%）');
      figures.indicators
        .filter((one) => one.unit === '%')
        .forEach((one, i) => {
          rates.put(0, i + 1, one.name);
          book.mark(`indicator/${one.id}/target`, rates.put(1, i + 1, one.target));
          book.mark(`indicator/${one.id}/actual`, rates.put(2, i + 1, one.actual));
        });
    },
  },
  {
    name: 'header repeated in the middle, typed sums',
    draw: (book, figures) => {
      const page = book.page('学校项目汇总');
      page.put(0, 0, '学校项目汇总表');
      above(book, page, 1, 0, figures);
      const columns: DrawnColumn[] = [
        column('sequence', '序号'),
        column('name', '学校名称'),
        column('classes', '规划\n班数\n(个)'),
        column('seats', '规划\n学位\n(个)'),
        column('land', '规划\n用地\n(亩)'),
        column('builder', '建设\n主体'),
        column('status', '目前进展'),
        column('remark', '备注'),
      ];
      drawSchools(book, page, [2, 0], figures.schools, {
        ...BASIC,
        columns,
        sums: 'typed',
        subtotal: 'below',
        repeatHeaderAt: 9,
      });
    },
  },
  {
    name: 'two school tables stacked',
    draw: (book, figures) => {
      const page = book.page('汇总');
      page.put(0, 0, '新建学校及幼儿园一览');
      above(book, page, 1, 0, figures);
      const columns: DrawnColumn[] = [
        column('sequence', '序号'),
        column('name', '名称'),
        column('builder', '建设主体'),
        column('classes', '规划班数（个）'),
        column('seats', '规划学位（个）'),
        column('land', '规划用地（亩）'),
        column('remark', '备注'),
      ];
      const isKindergarten = (school: Reported): boolean => school.stage === 'S5';
      page.put(3, 0, '（一）中小学');
      const next = drawSchools(
        book,
        page,
        [4, 0],
        figures.schools.filter((school) => !isKindergarten(school)),
        { ...BASIC, columns, subtotal: 'none', total: 'last' },
      );
      page.put(next + 1, 0, '（二）幼儿园');
      drawSchools(book, page, [next + 2, 0], figures.schools.filter(isKindergarten), {
        ...BASIC,
        columns,
        stages: 'none',
        subtotal: 'none',
        total: 'last',
      });
    },
  },
];
