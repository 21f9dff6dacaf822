import type { Canvas } from './canvas';
import type { Submission } from './submission';

export function drawFunds(canvas: Canvas, sheet: string, top: number, submission: Submission): void {
  canvas.put(sheet, top, 0, '专项经费安排表（合成数据）');
  ['序号', '项目名称', '具体内容', '安排金额（万元）', '已下达（万元）', '已支出（万元）', '执行率（%）'].forEach(
    (word, column) => canvas.put(sheet, top + 1, column, word),
  );
  submission.funds.forEach((fund, index) => {
    const row = top + 2 + index;
    [
      index + 1,
      fund.name,
      fund.content,
      fund.amount,
      fund.allocated,
      fund.spent,
      Math.round((fund.spent / fund.amount) * 1000) / 10,
    ].forEach((value, column) =>
      canvas.put(
        sheet,
        row,
        column,
        value,
        `funds/${fund.name}/${['sequence', 'name', 'content', 'amount', 'allocated', 'spent', 'rate'][column] ?? ''}`,
      ),
    );
  });
  const row = top + 2 + submission.funds.length;
  canvas.put(sheet, row, 1, '合  计');
  (['amount', 'allocated', 'spent'] as const).forEach((field, index) =>
    canvas.put(
      sheet,
      row,
      3 + index,
      { kind: 'sum', cells: submission.funds.map((_, i) => [top + 2 + i, 3 + index] as const), asFormula: true },
      `funds/total/${field}`,
    ),
  );
}

export function drawIndicators(canvas: Canvas, sheet: string, top: number, submission: Submission): void {
  canvas.put(sheet, top, 0, '目标完成情况表（合成数据）');
  ['序号', '指标名称', '计量单位', '2025年目标', '上年完成', '本期完成（累计）', '完成率（%）'].forEach(
    (word, column) => canvas.put(sheet, top + 1, column, word),
  );
  submission.indicators.forEach((one, index) => {
    const values = [
      index + 1,
      one.name,
      one.unit,
      one.target,
      one.previous,
      one.actual,
      Math.round((one.actual / one.target) * 1000) / 10,
    ];
    values.forEach((value, column) =>
      canvas.put(
        sheet,
        top + 2 + index,
        column,
        value,
        `indicators/${one.name}/${['sequence', 'name', 'unit', 'target', 'previous', 'actual', 'rate'][column] ?? ''}`,
      ),
    );
  });
}

export function drawMeasures(canvas: Canvas, sheet: string, top: number, submission: Submission): void {
  canvas.put(sheet, top, 0, '重点举措责任分工及进展表（合成数据）');
  ['一级标题', '工作举措', '责任部门', '进展情况'].forEach((word, column) => canvas.put(sheet, top + 1, column, word));
  let start = top + 2;
  submission.measures.forEach((measure, index) => {
    const row = top + 2 + index;
    const isFirst = submission.measures[index - 1]?.heading !== measure.heading;
    if (isFirst) {
      canvas.put(sheet, row, 0, measure.heading);
      start = row;
    }
    canvas.put(sheet, row, 1, measure.text, `measures/${index}/text`);
    canvas.put(sheet, row, 2, measure.departments, `measures/${index}/departments`);
    canvas.put(sheet, row, 3, measure.progress, `measures/${index}/progress`);
    if (submission.measures[index + 1]?.heading !== measure.heading && row > start)
      canvas.sheet(sheet).merges.push({ top: start, left: 0, bottom: row, right: 0 });
  });
}
