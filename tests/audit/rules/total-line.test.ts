import { totalLine } from '../../../src/audit/rules/total-line';
import { cases } from '../cases';

/** A table of schools with columns that no plan knows: 围墙长度, 绿化面积. */
const schools = (area: string, total: string): string => `
      |   | A    | B        | C            | D            | E            | F                | G                | H      |
      | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 围墙长度(米) | 树木(棵) | 成活率 |
      | 2 | 1 | 数圆小学 | 36 | 1620 | 31.6 | ${area} | 800 | 0.08 |
      | 3 | 2 | 江丰小学 | 24 | 1080 | 27.5 | 9000 | 700 | 0.08 |
      | 4 | 3 | 枫林小学 | 30 | 1350 | 24.3 | 11000 | 900 | 0.08 |
      | 5 | 合计 || ${total}`;
/** A small table of the office's own: none of the plan's. */
const stages = (total: string): string => `
      |   | A    | B        | C            | D        |
      | 1 | 学段 | 所数(所) | 教师数(人) | 平均年龄 |
      | 2 | 小学 | 10 | 320 | 41 |
      | 3 | 初中 | 7 | 410 | 43 |
      | 4 | 高中 | 3 | 280 | 40 |
      | 5 | ${total}`;

cases(totalLine, {
  valid: [
    {
      name: '各列都用同一公式，比率一列另算',
      grid: schools(
        '12000',
        '=SUM(C2:C4) → 90 | =SUM(D2:D4) → 4050 | =SUM(E2:E4) → 83.4 | =SUM(F2:F4) → 32000 | =SUM(G2:G4) → 2400 | =G5/F5 → 0.075 |',
      ),
    },
    {
      name: '写法不同，得数一样',
      grid: schools(
        '12000',
        '=SUM(C2:C4) → 90 | =SUM(D2:D4) → 4050 | =SUM(E2:E4) → 83.4 | =F2+F3+F4 → 32000 | 2400 | 0.075 |',
      ),
    },
    {
      name: '有一格没有填，合计本来就核不了',
      grid: schools('', '=SUM(C2:C4) → 90 | =SUM(D2:D4) → 4050 | =SUM(E2:E4) → 83.4 | 32000 | =SUM(G2:G4) → 2400 |  |'),
    },
    {
      name: '“No.”一列是序号，合计行不填',
      grid: schools(
        '12000',
        '=SUM(C2:C4) → 90 | =SUM(D2:D4) → 4050 | =SUM(E2:E4) → 83.4 | =SUM(F2:F4) → 32000 | =SUM(G2:G4) → 2400 |  |',
      )
        .replace('序号', 'No.')
        .replace('| 5 | 合计 ||', '| 5 |  | 合计 |'),
    },
    { name: '平均数不是和', grid: stages('合计 | =SUM(B2:B4) → 20 | =SUM(C2:C4) → 1010 | 41.3 |') },
    { name: '合计行空着，没有一格能说明是加法', grid: stages('合计 |  |  |  |') },
    {
      name: '合计在末列，各行自左至右相加',
      grid: `
      |   | A    | B    | C    | D    |
      | 1 | 项目 | 小学 | 初中 | 合计 |
      | 2 | 所数 | 10 | 7 | =SUM(B2:C2) → 17 |
      | 3 | 教师数 | 320 | 410 | =SUM(B3:C3) → 730 |
      | 4 | 校长 | 张三 | 李四 |  |`,
    },
  ],
  invalid: [
    {
      name: '只有两列可加，一列的合计空着',
      grid: `
      |   | A    | B        | C            | D              |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 已形成学位(个) |
      | 2 | 1 | 数圆小学 | 1620 | 1620 |
      | 3 | 2 | 江丰小学 | 1080 | 540 |
      | 4 | 合计 || =SUM(C2:C3) → 2700 |  |`,
      finds: [{ at: 'D4', message: 'blank', id: 'S13', expected: '2160' }],
    },
    {
      name: '只有一所学校，合计空着一格；“小计”就是合计',
      grid: `
      |   | A    | B        | C            | D            | E            |
      | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 总投资(万元) |
      | 2 | 1 | 宜春市特殊教育学校 | 27 | 336 | 1810 |
      | 3 | 小计 || =SUM(C2:C2) → 27 | =SUM(D2:D2) → 336 |  |`,
      finds: [{ at: 'E3', message: 'blank', id: 'S13', expected: '1810' }],
    },
    {
      name: '不认得的列，公式少加一行',
      grid: schools(
        '12000',
        '=SUM(C2:C4) → 90 | =SUM(D2:D4) → 4050 | =SUM(E2:E4) → 83.4 | =SUM(F2:F3) → 21000 | =SUM(G2:G4) → 2400 |  |',
      ),
      finds: [
        { at: 'F5', message: 'other', id: 'F08', found: '=SUM(F2:F3)', expected: '=SUM(F2:F4)', level: 'warning' },
      ],
      fixed: { F5: '=SUM(F2:F4)' },
    },
    {
      name: '公式被手工数盖掉，数也不对',
      grid: schools(
        '12000',
        '=SUM(C2:C4) → 90 | =SUM(D2:D4) → 4050 | =SUM(E2:E4) → 83.4 | 32500 | =SUM(G2:G4) → 2400 |  |',
      ),
      finds: [{ at: 'F5', message: 'differs', id: 'A18', found: '32500', expected: '32000', level: 'warning' }],
      fixed: { F5: '=SUM(F2:F4)' },
    },
    {
      name: '手工合计取了整',
      grid: schools('12040', '90 | 4050 | 83.4 | 32000 | 2400 |  |'),
      finds: [{ at: 'F5', message: 'differs', found: '32000', expected: '32040' }],
    },
    {
      name: '合计写成文字',
      grid: schools('12000', '90 | 4050 | 83.4 | 共32000 | 2400 |  |'),
      finds: [{ at: 'F5', message: 'words', id: 'A18', found: '共32000', expected: '32000' }],
      fixed: { F5: '=SUM(F2:F4)' },
    },
    {
      name: '规划学位的合计空着',
      grid: schools('12000', '=SUM(C2:C4) → 90 |  | =SUM(E2:E4) → 83.4 | 32000 | 2400 |  |'),
      finds: [{ at: 'D5', message: 'blank', id: 'S13', expected: '4050', level: 'warning' }],
      fixed: { D5: '=SUM(D2:D4)' },
    },
    {
      name: '不认得的列空着，只作提示',
      grid: schools('12000', '90 | 4050 | 83.4 |  | 2400 |  |'),
      finds: [{ at: 'F5', message: 'blank', expected: '32000', level: 'info' }],
    },
    {
      name: '不是方案的表，合计在上，公式加错了列',
      grid: `
      |   | A    | B        | C          | D          |
      | 1 | 学段 | 所数(所) | 教师数(人) | 学生数(人) |
      | 2 | 合计 | =SUM(B3:B5) → 20 | =SUM(C3:C5) → 1010 | =SUM(C3:C5) → 1010 |
      | 3 | 小学 | 10 | 320 | 5200 |
      | 4 | 初中 | 7 | 410 | 5300 |
      | 5 | 高中 | 3 | 280 | 3100 |`,
      finds: [{ at: 'D2', message: 'other', found: '=SUM(C3:C5)', expected: '=SUM(D3:D5)' }],
    },
    {
      name: '合计在末列，一行少加一格',
      grid: `
      |   | A    | B    | C    | D    | E    |
      | 1 | 项目 | 小学 | 初中 | 高中 | 合计 |
      | 2 | 所数 | 10 | 7 | 3 | =SUM(B2:D2) → 20 |
      | 3 | 教师数 | 320 | 410 | 280 | =SUM(B3:D3) → 1010 |
      | 4 | 学生数 | 5200 | 5300 | 3100 | =SUM(B4:C4) → 10500 |`,
      finds: [{ at: 'E4', message: 'other', found: '=SUM(B4:C4)', expected: '=SUM(B4:D4)' }],
    },
    {
      name: '合计行的比率没有填，各行都按公式算出',
      grid: `
      |   | A | B | C | D | E |
      | 1 | 序号 | 项目名称 | 安排金额(万元) | 已支出(万元) | 执行率(%) |
      | 2 | 1 | 教育教学质量奖 | 400 | 191 | =ROUND(D2/C2*100,1) → 47.8 |
      | 3 | 2 | 教育教学研究专项 | 35 | 16 | =ROUND(D3/C3*100,1) → 45.7 |
      | 4 | 3 | 教学科研成果奖 | 80 | 26 | =ROUND(D4/C4*100,1) → 32.5 |
      | 5 | 合计 || =SUM(C2:C4) → 515 | =SUM(D2:D4) → 233 |  |`,
      sheet: '附件3',
      finds: [{ at: 'E5', message: 'rate', id: 'S13', expected: '=ROUND(D5/C5*100,1)', level: 'info' }],
      fixed: { E5: '=ROUND(D5/C5*100,1)' },
    },
    {
      name: '手工填的合计差得很远，但同行各格都是合计',
      grid: `
      |   | A | B | C | D | E | F | G | H |
      | 1 | 街道 | 所数 | 教师数 | 学生数 | 班数 | 教室 | 宿舍 | 经费 |
      | 2 | 秀江 | 10 | 320 | 5200 | 130 | 140 | 20 | 900 |
      | 3 | 灵泉 | 7 | 410 | 5300 | 120 | 130 | 30 | 800 |
      | 4 | 凤凰 | 3 | 280 | 3100 | 70 | 90 | 10 | 500 |
      | 5 | 合计 | 20 | 1010 | 13600 | 320 | 360 | 60 | 220 |`,
      finds: [{ at: 'H5', message: 'differs', id: 'A18', found: '220', expected: '2200' }],
    },
    {
      name: '各月合计里有一格求的是平均',
      grid: `
      |   | A | B | C | D | E |
      | 1 | 街道 | 1月 | 2月 | 3月 | 4月 |
      | 2 | 秀江 | 10 | 320 | 52 | 44 |
      | 3 | 灵泉 | 7 | 410 | 53 | 61 |
      | 4 | 合计 | =SUM(B2:B3) → 17 | =SUM(C2:C3) → 730 | =AVERAGE(D2:D3) → 52.5 | =SUM(E2:E3) → 105 |`,
      finds: [{ at: 'D4', message: 'other', id: 'F08', expected: '=SUM(D2:D3)' }],
    },
    {
      name: '合计在上，只有一格求和、其余按比率和差额算，一格是手工数',
      grid: `
      |   | A | B | C | D | E | F |
      | 1 | 序号 | 项目名称 | 金额（万元） | 已支出(万元) | 执行率 | 结余（万元） |
      | 2 | 合计 || =SUM(C3:C4) → 440 | 220 | =ROUND(D2/C2,4) → 0.5 | =C2-D2 → 220 |
      | 3 | 1 | 教育教学质量奖 | 400 | 200 | =ROUND(D3/C3,4) → 0.5 | =C3-D3 → 200 |
      | 4 | 2 | 教育教学研究专项 | 40 | 20 | =ROUND(D4/C4,4) → 0.5 | =C4-D4 → 20 |`,
      sheet: '附件3',
      finds: [{ at: 'D2', message: 'typed', id: 'S11', found: '220', expected: '=SUM(D3:D4)', level: 'info' }],
      fixed: { D2: '=SUM(D3:D4)' },
    },
    {
      name: '合计行其他各格都是公式，一格是手工数',
      grid: `
      |   | A | B | C | D | E |
      | 1 | 序号 | 项目名称 | 金额（万元） | 已下达(万元) | 已支出(万元) |
      | 2 | 1 | 教育教学质量奖 | 400 | 300 | 200 |
      | 3 | 2 | 教育教学研究专项 | 40 | 30 | 20 |
      | 4 | 合计 || =SUM(C2:C3) → 440 | =SUM(D2:D3) → 330 | 220 |`,
      sheet: '附件3',
      finds: [{ at: 'E4', message: 'typed', id: 'S11', found: '220', expected: '=SUM(E2:E3)', level: 'info' }],
      fixed: { E4: '=SUM(E2:E3)' },
    },
  ],
});
