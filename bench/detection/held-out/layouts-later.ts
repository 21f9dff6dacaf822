import { stageOf, yichunPlan as plan } from '../../../src/plan';
import { formsAbove, formsBelow, column, PLAIN_STYLE, type HeldOutLayout } from './layout';
import { drawFunds, drawIndicators, drawMeasures } from './other-tables';
import { drawSchools, type DrawnColumn } from './school-table';

/** Five layouts more, written after the first eleven had been tuned against: their first run is in docs/detection.md. */
export const LATER_LAYOUTS: readonly HeldOutLayout[] = [
  {
    name: 'later: ledger with stage in front of names, 班/学位/亩 alone',
    draw: (book, figures) => {
      const page = book.page('台账');
      page.put(0, 0, `${figures.unit}学校项目台账`);
      page.merge(0, 0, 0, 8);
      formsAbove(book, page, 1, 0, figures);
      const columns: DrawnColumn[] = [
        column('stage', '教育阶段'),
        column('sequence', '序'),
        column('name', '项目（学校）名称'),
        column('buildKind', '项目类型'),
        column('classes', '拟建规模', '班数（个）'),
        column('seats', '拟建规模', '学位（个）'),
        column('land', '拟建规模', '占地（亩）'),
        column('builder', '责任主体'),
        column('remark', '备注'),
      ];
      drawSchools(book, page, [2, 0], figures.schools, {
        ...PLAIN_STYLE,
        columns,
        stages: 'column',
        subtotal: 'none',
        total: 'first',
        totalWord: '全部合计',
        runOn: true,
      });
    },
  },
  {
    name: 'later: sections in brackets, long subtotal words, signature line',
    draw: (book, figures) => {
      const page = book.page('附表2-1');
      page.put(1, 0, '附件2-1');
      page.put(2, 0, '学校建设项目清单（2023年二季度）');
      const columns: DrawnColumn[] = [
        column('sequence', '序号'),
        column('name', '项目学校名称'),
        column('builder', '建设主体'),
        column('seats', '计划学位（个）'),
        column('classes', '计划班数（个）'),
        column('land', '计划用地（亩）'),
        column('investment', '计划总投资（万元）'),
        column('invested', '累计完成投资（万元）'),
        column('status', '目前状态'),
        column('remark', '备  注'),
      ];
      const end = drawSchools(book, page, [3, 0], figures.schools, {
        ...PLAIN_STYLE,
        columns,
        heading: (stage) => `【${stage}】`,
        subtotalWord: (stage) => `${stage}学校小计：`,
        totalWord: '以上合计',
      });
      formsBelow(book, page, end + 1, 0, figures);
    },
  },
  {
    name: 'later: dates and seats in a wide table, plus chains, 人 and 平方米',
    draw: (book, figures) => {
      const page = book.page('进度表0628');
      formsAbove(book, page, 0, 0, figures);
      page.put(1, 0, '截至2023年6月30日');
      const columns: DrawnColumn[] = [
        column('sequence', '序号'),
        column('name', '学校名称'),
        column('stage', '学段'),
        column('builder', '建设主体'),
        column('classes', '规划班数'),
        column('seats', '规划学位（人）'),
        { of: 'land', header: ['规划用地（万平方米）'], times: 1 / 15, digits: 4 },
        { of: 'started', header: ['实际开工日期'], format: 'yyyy-mm-dd' },
        { of: 'due', header: ['预计完工日期'], format: 'yyyy"年"m"月"' },
        { of: 'completed', header: ['实际完工日期'], format: 'yyyy-mm-dd' },
        column('status', '工程进度'),
        column('formed', '已形成学位（人）'),
        column('contact', '联系人'),
        column('remark', '备注'),
      ];
      drawSchools(book, page, [3, 0], figures.schools, {
        ...PLAIN_STYLE,
        columns,
        stages: 'column',
        subtotal: 'above',
        sums: 'plus',
        total: 'last',
        totalWord: '总计',
      });
    },
  },
  {
    name: 'later: four sheets, headers of two lines, yuan',
    draw: (book, figures) => {
      const first = book.page('表1指标');
      first.put(0, 0, '表1 主要目标');
      drawIndicators(book, first, [2, 0], figures.indicators, {
        headers: ['序号', '指标', '单位', '规划目标（2025年）', '截至6月完成'],
        percent: 'number',
      });
      const second = book.page('表2学校');
      formsAbove(book, second, 0, 0, figures);
      const columns: DrawnColumn[] = [
        column('sequence', '序号'),
        column('name', '学校名称'),
        column('classes', '规划班数', '个'),
        column('seats', '规划学位', '个'),
        column('land', '规划用地', '亩'),
        column('builder', '建设主体'),
        column('remark', '备注'),
      ];
      drawSchools(book, second, [1, 0], figures.schools, {
        ...PLAIN_STYLE,
        columns,
        subtotal: 'above',
        subtotalWord: () => '小计：',
        heading: (stage, i) => `${'一二三四五六'[i] ?? ''}、${stage}（${countOf(figures, stage)}所）`,
      });
      const third = book.page('表3任务');
      drawMeasures(book, third, [0, 0], figures.measures, {
        headers: ['一级标题', '重点任务', '牵头及配合部门', '落实情况'],
        split: '，',
      });
      const fourth = book.page('表4资金');
      drawFunds(book, fourth, [0, 0], figures.funds, {
        headers: ['序号', '资金项目', '使用方向', '资金额度（元）', '已拨付（元）', '已支出（元）'],
        factor: 10_000,
        totalWord: '合计',
      });
    },
  },
  {
    name: 'later: kindergartens and schools on two sheets, SUBTOTAL',
    draw: (book, figures) => {
      for (const [name, isOwn] of [
        ['中小学', (stage: string) => stage !== 'S5'],
        ['幼儿园', (stage: string) => stage === 'S5'],
      ] as const) {
        const schools = figures.schools.filter((school) => isOwn(school.stage));
        if (schools.length === 0) continue;
        const page = book.page(name);
        page.put(0, 0, `${name}建设项目`);
        formsAbove(book, page, 1, 0, figures);
        const columns: DrawnColumn[] = [
          column('sequence', '序号'),
          column('name', '校（园）名'),
          column('stage', '学段'),
          column('classes', '规划班数（个）'),
          column('seats', '规划学位（个）'),
          column('land', '规划用地（亩）'),
          column('builder', '建设主体'),
          column('status', '建设状态'),
          column('remark', '备注'),
        ];
        drawSchools(book, page, [2, 0], schools, {
          ...PLAIN_STYLE,
          columns,
          stages: 'column',
          subtotal: 'none',
          sums: 'subtotal',
          total: 'last',
          runOn: true,
        });
      }
    },
  },
];

function countOf(figures: { readonly schools: readonly { readonly stage: string }[] }, stage: string): number {
  return figures.schools.filter((school) => stageOf(plan, school.stage)?.name === stage).length;
}
