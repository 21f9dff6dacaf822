import { yichunPlan as plan } from '../../../src/plan';
import { column, formsAbove, formsBelow, PLAIN_STYLE, type HeldOutLayout } from './layout';
import { drawFunds, drawIndicators, drawMeasures } from './other-tables';
import { drawSchools } from './school-table';

/** Merged headers, tables beside and below each other, one sheet per stage. */
export const STACKED_LAYOUTS: readonly HeldOutLayout[] = [
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
        ...PLAIN_STYLE,
        columns,
        heading: (stage, i) => `（${'一二三四五六'[i] ?? ''}）${stage}`,
        subtotalWord: () => '小  计',
        totalWord: '合  计',
      });
      formsBelow(book, page, end, 1, figures);
    },
  },
  {
    name: 'merged stage column, total first, unknown columns',
    draw: (book, figures) => {
      const page = book.page('Sheet1');
      page.put(0, 0, '中心城区新（改扩）建学校台账（2023年6月）');
      page.merge(0, 0, 0, 11);
      formsAbove(book, page, 1, 0, figures);
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
        ...PLAIN_STYLE,
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
        formsAbove(book, page, 1, 0, figures);
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
          ...PLAIN_STYLE,
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
      formsAbove(book, page, 1, 0, figures);
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
        ...PLAIN_STYLE,
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
        ...PLAIN_STYLE,
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
      formsBelow(book, page, row + 1, 0, figures);
    },
  },
];
