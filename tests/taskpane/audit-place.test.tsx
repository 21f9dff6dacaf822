/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, screen, waitFor, within } from '@testing-library/react';
import { answerWith, finding, MADE_UP } from './made-up-findings';
import { giveSizes, settle, showPane } from './drawing';

beforeAll(giveSizes);

async function audited(options: Parameters<typeof showPane>[0] = {}) {
  const pane = showPane(options);
  await pane.user.click(screen.getByRole('button', { name: '一键审核' }));
  await settle();
  return pane;
}

const line = (text: RegExp): HTMLElement => screen.getByRole('button', { name: text });

describe('审核', () => {
  it('begins with one button and, after one click, says whether the workbook can be handed in', async () => {
    await audited();
    expect(screen.getByRole('heading', { name: '需修改' })).toBeVisible();
    expect(screen.getByRole('button', { name: /强制性\s*1/, pressed: true })).toBeVisible();
    expect(screen.getByRole('button', { name: /核实性\s*1/, pressed: true })).toBeVisible();
    expect(screen.getByText(/先处理：学校建设表!C5/)).toBeVisible();
    expect(screen.getByRole('status', { name: '' })).toHaveTextContent('需修改。强制性 1 项');
  });

  it('groups findings by sheet and unfolds what was found, expected, its source and what to do', async () => {
    const { port, user } = await audited();
    expect(line(/学校建设表 强制性 1 核实性 1/)).toHaveAttribute('aria-expanded', 'true');
    await user.click(line(/甲中学规划学位是文本/));
    const item = line(/甲中学规划学位是文本/).closest('[role=listitem]');
    expect(item).toHaveTextContent('表中2700（文本）');
    expect(item).toHaveTextContent('应为2700（数值）');
    expect(item).toHaveTextContent('依据数值列应为数值');
    expect(item).toHaveTextContent('由此引起 1 项');
    expect(port.selected).toEqual(['学校建设表!4,2']);
  });

  it('shows what was recognized as what, and what was not and why', async () => {
    const { user } = await audited();
    await user.click(screen.getByRole('button', { name: '识别结果（1）' }));
    expect(screen.getByText('学校建设表!A2:C6：学校建设表，2 行')).toBeVisible();
    expect(screen.getByText('有把握。表头在第2行，认得 3 列。未认得的列：旁注。')).toBeVisible();
    expect(screen.getByText('经费表：未识别，只有 1 行，看不出是哪张表')).toBeVisible();
  });

  it('is walked through with the arrow keys; Enter jumps, F shows the fix, Escape leaves it', async () => {
    const { port, user } = await audited();
    act(() => line(/甲中学规划学位是文本/).focus());
    await user.keyboard('{ArrowDown}');
    await settle();
    expect(line(/乙中学规划班数/)).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    await settle();
    await user.keyboard('{Enter}');
    expect(port.selected).toEqual(['学校建设表!4,2']);
    await user.keyboard('f');
    await waitFor(() => expect(screen.getByRole('heading', { name: '请确认改动：改为数值' })).toHaveFocus());
    await user.keyboard('{Escape}');
    await settle();
    expect(line(/甲中学规划学位是文本/)).toHaveFocus();
  });

  it('unfolds the choices instead of taking one where several answers are possible', async () => {
    const choices = [
      { label: '改为“乙中学”', edits: [] },
      { label: '改为“乙中学（暂名）”', edits: [] },
    ];
    const unsure = finding({ fix: { kind: 'choice', label: '选择校名', choices } });
    const { user } = await audited({ audit: () => Promise.resolve(answerWith([unsure])) });
    act(() => line(/初中规划学位小计应为/).focus());
    await user.keyboard('f');
    expect(screen.getByRole('button', { name: '改为“乙中学（暂名）”' })).toBeVisible();
    expect(screen.queryByRole('heading', { name: /请确认改动/ })).toBeNull();
  });

  it('writes a fix only after the preview, then moves on to the next finding, and Ctrl+Z takes it back', async () => {
    const { port, user } = await audited();
    act(() => line(/甲中学规划学位是文本/).focus());
    await user.keyboard('f');
    expect(await screen.findByText('“2700”')).toBeVisible();
    expect(port.workbook).toBe(MADE_UP);
    await user.click(screen.getByRole('button', { name: '写入 1 处' }));
    await settle();
    expect(port.workbook.sheets[0]?.values[14]).toBe(2700);
    expect(screen.queryByText(/甲中学规划学位是文本/)).toBeNull();
    expect(line(/乙中学规划班数/)).toHaveFocus();
    await user.keyboard('{Control>}z{/Control}');
    await settle();
    expect(port.workbook.sheets[0]?.values[14]).toBe('2700');
    expect(screen.getAllByText(/已撤消“改为数值”/).length).toBeGreaterThan(0);
  });

  it('keeps a questioned value with a reason of at least five characters', async () => {
    const { port, user } = await audited();
    act(() => line(/乙中学规划班数/).focus());
    await user.keyboard('e');
    const reason = await screen.findByRole('textbox', { name: /说明理由/ });
    await waitFor(() => expect(reason).toHaveFocus());
    await user.type(reason, '已批');
    await user.click(screen.getByRole('button', { name: '保存说明' }));
    expect(screen.getByText('请至少写 5 个字。')).toBeVisible();
    await user.type(reason, '复扩班方案');
    await user.click(screen.getByRole('button', { name: '保存说明' }));
    await settle();
    expect(port.workbook.parts['plancheck-explanations']).toBe('已批复扩班方案');
    expect(line(/乙中学规划班数/)).toHaveAccessibleName(/已说明/);
  });

  it('narrows the list by level, by words and by state, and says so when nothing is left', async () => {
    const { user } = await audited();
    await user.click(screen.getByRole('button', { name: /强制性\s*1/, pressed: true }));
    expect(screen.queryByText(/甲中学规划学位是文本“2700”，不参加合计/, { selector: '[role=listitem] *' })).toBeNull();
    await user.type(screen.getByRole('searchbox', { name: '搜索结果' }), '丙');
    expect(screen.getByText('没有符合筛选条件的项目。')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '清除筛选' }));
    await user.click(screen.getByRole('button', { name: '筛选' }));
    await user.selectOptions(screen.getByRole('combobox', { name: '状态' }), '可改正');
    expect(within(screen.getByRole('list', { name: '审核结果' })).queryByText(/乙中学规划班数/)).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: '分组' }), '按规则');
    expect(line(/数字存为文本（V01）/)).toBeVisible();
  });

  it('says that the result is old as soon as the workbook changes', async () => {
    const { port } = await audited();
    act(() => port.change(port.workbook));
    expect(screen.getByText('表格已改动，以下是改动前的结果。')).toBeVisible();
  });

  it('marks the cells on request and takes the marks away', async () => {
    const { port, user } = await audited();
    await user.click(screen.getByRole('button', { name: '在表中标记' }));
    await settle();
    expect([...port.marks.keys()]).toEqual(['学校建设表!4,2', '学校建设表!5,1']);
    await user.click(screen.getByRole('button', { name: '清除标记' }));
    await settle();
    expect(port.marks.size).toBe(0);
  });

  it('draws only the rows in view of ten thousand', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => finding({ identity: String(index) }));
    await audited({ audit: () => Promise.resolve(answerWith(many)) });
    const items = screen.getAllByRole('listitem');
    expect(items.length).toBeGreaterThan(5);
    expect(items.length).toBeLessThan(60);
    expect(items[0]).toHaveAttribute('aria-setsize', '10001');
  });

  it('can be cancelled at once, even while the work does not listen', async () => {
    const pane = showPane({
      audit: (_, __, run) => {
        run.progress('核对小计', 40, 100);
        return new Promise(() => undefined);
      },
    });
    await pane.user.click(screen.getByRole('button', { name: '一键审核' }));
    await settle();
    expect(screen.getByText('审核：核对小计 40%')).toBeVisible();
    // Nothing is waited for: by the time the click is over, the progress is gone.
    act(() => screen.getByRole('button', { name: '取消' }).click());
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByRole('button', { name: '一键审核' })).toBeEnabled();
  });

  it.each([
    ['cellEditing', '请先按 Enter 或 Esc 结束单元格编辑，再点一次“一键审核”。'],
    ['tooLarge', '工作簿的数据量超出 Excel 一次能传送的上限。请删去表外多余的行列，再点一次“一键审核”。'],
    ['tooOld', '此版 Excel 缺少所需功能（ExcelApi 1.13）。请升级到 Excel 2021、Microsoft 365 或网页版 Excel。'],
  ] as const)('says one helpful line when the host answers %s, and recovers', async (code, words) => {
    const { port, user } = showPane();
    port.nextProblem = { code };
    await user.click(screen.getByRole('button', { name: '一键审核' }));
    await settle();
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: '一键审核' }));
    await settle();
    expect(screen.getByRole('heading', { name: '需修改' })).toBeVisible();
    expect(screen.queryByText(words)).toBeNull();
  });
});
