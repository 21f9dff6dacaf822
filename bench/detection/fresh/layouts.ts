import { column, formsAbove, formsBelow, PLAIN_STYLE, type HeldOutLayout } from '../held-out/layout';
import { drawFunds, drawIndicators } from '../held-out/other-tables';
import { drawSchools } from '../held-out/school-table';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
/** 11 → 十一, as in a column numbered by hand. */
const numeral = (n: number): string => (n <= 10 ? (NUMERALS[n - 1] ?? '') : `十${NUMERALS[n - 11] ?? ''}`);

/** Layouts invented after the held-out set was mended, from other words than those of the fields; see docs/detection.md. */
export const FRESH_LAYOUTS: readonly HeldOutLayout[] = [
  {
    name: 'units in a row of their own',
    draw: (book, figures) => {
      const page = book.page('项目库');
      page.put(0, 0, '2023年上半年教育项目建设进度统计');
      const columns = [
        column('sequence', '编号'),
        column('name', '校名'),
        column('builder', '实施主体'),
        column('classes', '规划班级', '个'),
        column('seats', '规划学位', '个'),
        column('land', '规划用地', '亩'),
        column('investment', '总投资', '万元'),
        column('invested', '已完成投资', '万元'),
        column('status', '目前状态'),
        column('remark', '备注说明'),
      ];
      const end = drawSchools(book, page, [2, 0], figures.schools, { ...PLAIN_STYLE, columns });
      formsBelow(book, page, end, 0, figures);
    },
  },
  {
    name: 'blank rows between stages, 本段计 at the end',
    draw: (book, figures) => {
      const page = book.page('汇总');
      page.put(0, 0, '学校建设任务完成情况（2023年6月）');
      formsAbove(book, page, 1, 0, figures);
      const columns = [
        column('sequence', '序号'),
        column('name', '学校名称'),
        column('classes', '办学规模（班）'),
        column('seats', '学位数（个）'),
        column('land', '用地面积（亩）'),
        column('formed', '已新增学位（个）'),
        column('builder', '责任主体'),
        column('status', '进展阶段'),
      ];
      drawSchools(book, page, [2, 0], figures.schools, {
        ...PLAIN_STYLE,
        columns,
        blankBetween: true,
        subtotalWord: () => '本段计',
        totalWord: '全部合计',
      });
    },
  },
  {
    name: 'two header rows with years',
    draw: (book, figures) => {
      const page = book.page('2023');
      page.put(0, 0, '中心城区学校建设台账');
      page.merge(0, 0, 0, 9);
      page.put(1, 0, '报告期：2023年6月');
      const columns = [
        column('sequence', '序号'),
        column('name', '学校'),
        column('classes', '2022-2025年规划', '班数（个）'),
        column('seats', '2022-2025年规划', '学位（个）'),
        column('land', '2022-2025年规划', '用地（亩）'),
        column('formed', '截至2023年6月', '已形成学位（个）'),
        column('invested', '截至2023年6月', '完成投资（万元）'),
        column('status', '截至2023年6月', '项目状态'),
        column('builder', '建设主体'),
        column('remark', '备注'),
      ];
      const end = drawSchools(book, page, [2, 0], figures.schools, { ...PLAIN_STYLE, columns, subtotal: 'above' });
      formsBelow(book, page, end, 0, figures);
    },
  },
  {
    name: 'one sheet per builder',
    draw: (book, figures) => {
      for (const builder of new Set(figures.schools.map((school) => school.builder))) {
        const page = book.page(builder);
        page.put(0, 0, `${builder}学校建设项目表`);
        formsAbove(book, page, 1, 0, figures);
        const columns = [
          column('sequence', '序号'),
          column('stage', '学段'),
          column('name', '学校名称'),
          column('classes', '规划班数'),
          column('seats', '规划学位'),
          column('land', '规划用地'),
          column('builder', '建设主体'),
          column('started', '开工日期'),
          column('due', '计划竣工日期'),
          column('status', '形象进度'),
        ];
        const own = figures.schools.filter((school) => school.builder === builder);
        drawSchools(book, page, [2, 0], own, {
          ...PLAIN_STYLE,
          columns,
          stages: 'column',
          subtotal: 'none',
          total: 'last',
          runOn: true,
        });
      }
    },
  },
  {
    name: 'numbered in Chinese, notes in the middle',
    draw: (book, figures) => {
      const page = book.page('附表');
      page.put(0, 0, '附件2');
      page.put(1, 0, '学校建设项目进展情况');
      page.put(2, 9, '单位：个、亩');
      const columns = [
        { ...column('sequence', '序号'), say: (value: unknown) => numeral(Number(value)) },
        column('name', '项目名称'),
        column('remark', '备注'),
        column('contact', '联络员'),
        column('classes', '规划班数'),
        column('empty', '批示'),
        column('seats', '规划学位'),
        column('land', '规划用地'),
        column('phone', '手机'),
        column('builder', '建设主体'),
        column('status', '状态'),
      ];
      const end = drawSchools(book, page, [3, 0], figures.schools, { ...PLAIN_STYLE, columns, sums: 'plus' });
      formsBelow(book, page, end, 0, figures);
    },
  },
  {
    name: 'other words throughout',
    draw: (book, figures) => {
      const page = book.page('工作表1');
      page.put(0, 0, '教育重点项目清单');
      formsAbove(book, page, 1, 0, figures);
      const columns = [
        column('sequence', 'No.'),
        column('stage', '办学层次'),
        column('name', '建设学校'),
        column('builder', '业主单位'),
        column('buildKind', '建设方式'),
        column('classes', '设计班数'),
        column('seats', '设计学位'),
        column('land', '占地面积（亩）'),
        column('started', '动工时间'),
        column('due', '拟竣工时间'),
        column('completed', '实际竣工时间'),
        column('status', '建设状态'),
      ];
      drawSchools(book, page, [2, 0], figures.schools, {
        ...PLAIN_STYLE,
        columns,
        stages: 'column',
        subtotal: 'none',
        total: 'first',
        totalWord: '总计',
        runOn: true,
      });
    },
  },
  {
    name: 'annexes on one sheet, funds with 总额',
    draw: (book, figures) => {
      const page = book.page('全部附件');
      page.put(0, 0, '教育提升专项行动情况汇总（2023年6月）');
      formsAbove(book, page, 1, 0, figures);
      const columns = [
        column('sequence', '序号'),
        column('name', '学校名称'),
        column('classes', '班数'),
        column('seats', '学位'),
        column('land', '土地（亩）'),
        column('builder', '建设主体'),
        column('remark', '说明'),
      ];
      const end = drawSchools(book, page, [2, 0], figures.schools, {
        ...PLAIN_STYLE,
        columns,
        sums: 'typed',
        subtotalWord: (stage) => `${stage}小计`,
      });
      page.put(end + 1, 0, '经费切块安排及使用情况');
      const after = drawFunds(book, page, [end + 2, 0], figures.funds, {
        headers: ['序号', '经费项目', '用途', '总额（万元）', '拨付（万元）', '使用（万元）'],
        totalWord: '总计',
      });
      page.put(after + 1, 0, '主要指标');
      drawIndicators(book, page, [after + 2, 0], figures.indicators, {
        headers: ['序号', '主要指标', '单位', '2025年目标值', '目前完成'],
        percent: 'number',
      });
    },
  },
  {
    name: 'numbered headings with counts, land in ㎡',
    draw: (book, figures) => {
      const page = book.page('学校');
      page.put(0, 0, '新改扩建学校情况一览表');
      page.put(1, 0, `填报单位：${figures.unit}`);
      const columns = [
        column('sequence', '序'),
        column('name', '学校（幼儿园）'),
        column('seats', '拟新增学位'),
        column('classes', '拟设班级'),
        { ...column('land', '拟用地（㎡）'), times: 2000 / 3, digits: 2 },
        column('builder', '承建主体'),
        column('formed', '现已形成学位'),
        column('status', '当前进度'),
      ];
      drawSchools(book, page, [2, 0], figures.schools, {
        ...PLAIN_STYLE,
        columns,
        heading: (stage, i) => `${NUMERALS[i] ?? ''}、${stage}（${figures.schools.length}所以内）`,
        subtotalWord: () => '合计',
        totalWord: '总计',
        sums: 'subtotal',
      });
    },
  },
];
