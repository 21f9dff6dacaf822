import type { Reported } from './figures';
import { column, formsAbove, PLAIN_STYLE, type HeldOutLayout } from './layout';
import { drawFunds, drawIndicators, drawMeasures } from './other-tables';
import { drawSchools, type DrawnColumn } from './school-table';

/** Lists with dates and percents, annex books, odd units, transposed and repeated headers. */
export const LIST_LAYOUTS: readonly HeldOutLayout[] = [
  {
    name: 'hectares, thousand yuan, persons',
    draw: (book, figures) => {
      const page = book.page('Project list');
      formsAbove(book, page, 0, 0, figures);
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
        ...PLAIN_STYLE,
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
      formsAbove(book, page, 2, 0, figures);
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
        ...PLAIN_STYLE,
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
      formsAbove(book, schools, 2, 0, figures);
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
        ...PLAIN_STYLE,
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
      formsAbove(book, page, 1, 0, figures);
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
        ...PLAIN_STYLE,
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
      formsAbove(book, page, 1, 0, figures);
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
        ...PLAIN_STYLE,
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
      formsAbove(book, page, 1, 0, figures);
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
        { ...PLAIN_STYLE, columns, subtotal: 'none', total: 'last' },
      );
      page.put(next + 1, 0, '（二）幼儿园');
      drawSchools(book, page, [next + 2, 0], figures.schools.filter(isKindergarten), {
        ...PLAIN_STYLE,
        columns,
        stages: 'none',
        subtotal: 'none',
        total: 'last',
      });
    },
  },
];
