/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, screen, within } from '@testing-library/react';
import { giveSizes, settle, showPane, withMadeUpAudit } from './drawing';
import { madeUpWork } from './made-up-work';

beforeAll(giveSizes);

async function at(place: string, options: Parameters<typeof showPane>[0] = {}) {
  const pane = showPane(options);
  await pane.user.click(screen.getByRole('tab', { name: place }));
  await settle();
  return pane;
}

const tabs = (): readonly (string | null)[] => screen.getAllByRole('tab').map((tab) => tab.textContent);

describe('places', () => {
  it('are only those that have something behind them', () => {
    showPane({ work: { audit: withMadeUpAudit } });
    expect(tabs()).toEqual(['审核', '设置']);
  });

  it('are all five where the core has everything', () => {
    showPane();
    expect(tabs()).toEqual(['审核', '填报', '报表', '汇总', '设置']);
  });
});

describe('tabs', () => {
  it('are one stop with Tab; the arrow keys go from place to place', async () => {
    const { user } = showPane();
    await user.tab();
    expect(screen.getByRole('tab', { name: '审核' })).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('tab', { name: '设置', selected: true })).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('tab', { name: '填报', selected: true })).toHaveFocus();
  });
});

describe('填报', () => {
  it('lists what can be filled, shows each cell before it is written, and keeps a journal', async () => {
    const { port, user } = await at('填报');
    await user.click(screen.getByRole('button', { name: '计算填报' }));
    await settle();
    expect(screen.getByRole('checkbox', { name: '学校建设表 · 小计（1 处）' })).toBeChecked();
    expect(screen.getByText('经费表!B3：金额未填，合计无法计算')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '预览所选 1 处' }));
    await settle();
    expect(screen.getByRole('checkbox', { name: '学校建设表!C5' })).toBeChecked();
    await user.click(screen.getByRole('button', { name: '写入 1 处' }));
    await settle();
    expect(port.workbook.sheets[0]?.values[14]).toBe(2700);
    await user.click(screen.getAllByRole('button', { name: '撤消' })[0] as HTMLElement);
    await settle();
    expect(port.workbook.sheets[0]?.values[14]).toBe('2700');
  });
});

describe('报送模板', () => {
  it('is made for the unit that was chosen, and opened beside the workbook', async () => {
    const { port, user } = await at('填报');
    const open = screen.getByRole('button', { name: '在新工作簿中打开' });
    await user.click(open);
    await settle();
    expect(port.opened).toEqual([]);
    await user.selectOptions(screen.getByRole('combobox', { name: '填报单位' }), '经开区');
    await user.click(open);
    await settle();
    expect(port.opened).toEqual([Uint8Array.of(2)]);
    expect(screen.getAllByText('模板已在新工作簿中打开，另存后发给填报单位。').length).toBeGreaterThan(0);
  });

  it('is saved as a file where the host lets a page do so', async () => {
    const { user } = await at('填报');
    const saved: { name: string; link: string }[] = [];
    URL.createObjectURL = () => 'blob:made-up';
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push({ name: this.download, link: this.href });
    });
    await user.selectOptions(screen.getByRole('combobox', { name: '填报单位' }), '全市（列出全部学校）');
    await user.click(screen.getByRole('button', { name: '存为文件' }));
    await settle();
    click.mockRestore();
    expect(saved).toEqual([{ name: '报送模板-全市.xlsx', link: 'blob:made-up' }]);
  });
});

describe('报表', () => {
  it('writes the chosen sheets and offers the 综述 as text', async () => {
    const { user } = await at('报表');
    await user.click(screen.getByRole('checkbox', { name: '项目进度台账' }));
    await user.click(screen.getByRole('button', { name: '生成 1 张报表' }));
    await settle();
    expect(screen.getByRole('textbox', { name: '综述文字' })).toHaveValue(
      '截至 2023 年 6 月，已建成学校 2 所（合成数据）。',
    );
    expect(screen.getAllByText('已生成 1 张报表。').length).toBeGreaterThan(0);
  });
});

describe('汇总', () => {
  const file = (name: string): File => new File(['合成数据'], name);

  it('says of each file what became of it, and combines those that could be read', async () => {
    const { user } = await at('汇总');
    await user.upload(screen.getByLabelText('选择报送文件', { selector: 'input' }), [
      file('袁州区.xlsx'),
      file('坏文件.xlsx'),
    ]);
    await settle();
    expect(screen.getByText('袁州区 · 2023年6月 · 需说明')).toBeVisible();
    expect(screen.getByText('文件已损坏，请报送单位重新发送。')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '汇总 1 个文件' }));
    await settle();
    expect(screen.getByText('未报：经开区、明月山区')).toBeVisible();
  });

  it('takes a file out again', async () => {
    const { user } = await at('汇总');
    await user.upload(screen.getByLabelText('选择报送文件', { selector: 'input' }), [file('袁州区.xlsx')]);
    await settle();
    await user.click(screen.getByRole('button', { name: '移出 袁州区.xlsx' }));
    expect(screen.getByText('已移出，不参加汇总')).toBeVisible();
    expect(screen.queryByRole('button', { name: /汇总 \d 个文件/ })).toBeNull();
  });
});

describe('设置', () => {
  it('keeps the chosen rule profile in the workbook', async () => {
    const { port, user } = await at('设置');
    await user.selectOptions(screen.getByRole('combobox', { name: '规则方案' }), '区级报送');
    await settle();
    expect(port.workbook.parts['plancheck-profile']).toContain('"id":"district"');
  });

  it('lets a rule be made stricter but not milder for a district, and refuses a figure out of bounds', async () => {
    const { port, user } = await at('设置');
    const profile = screen.getByRole('combobox', { name: '规则方案' });
    await user.selectOptions(profile, '区级报送');
    await settle();
    await user.click(screen.getByRole('button', { name: '逐条设置规则级别' }));
    await settle();
    expect(screen.getByRole('combobox', { name: 'A01 小计不符' })).toBeDisabled();
    await user.selectOptions(profile, '自由校核');
    await settle();
    await user.click(screen.getByRole('button', { name: '逐条设置规则级别' }));
    await settle();
    await user.selectOptions(screen.getByRole('combobox', { name: 'A01 小计不符' }), '不检查');
    await settle();
    const kept = () => JSON.parse(port.workbook.parts['plancheck-profile'] ?? '{}') as Record<string, unknown>;
    expect(kept()).toMatchObject({ id: 'free', levels: { A01: 'off', A02: 'off' } });
    const figure = screen.getByRole('textbox', { name: '同列同类问题满几处合为一条' });
    await user.clear(figure);
    await user.type(figure, '1{Enter}');
    expect(screen.getByText('请填 2 至 10000 的数。')).toBeVisible();
    expect(kept()).toMatchObject({ thresholds: { mergeFrom: 3 } });
    await user.clear(figure);
    await user.type(figure, '5{Enter}');
    await settle();
    expect(kept()).toMatchObject({ thresholds: { mergeFrom: 5 } });
  });

  it('has help for each task, folded until it is wanted', async () => {
    const { user } = await at('设置');
    const help = within(screen.getByRole('region', { name: '使用帮助' }));
    const topics = ['审核一份表', '补小计、合计和差额', '出汇总表', '把多家报送合成一份', '请人帮忙查问题', '常见问题'];
    for (const topic of topics) expect(help.getByText(topic)).toBeVisible();
    expect(help.getByText(/把文字贴到公文中/)).not.toBeVisible();
    await user.click(help.getByText('出汇总表'));
    expect(help.getByText(/把文字贴到公文中/)).toBeVisible();
  });

  it('shows diagnostics that name no sheet and no cell', async () => {
    const { session, user } = await at('设置');
    await act(() => session.audit());
    await user.click(screen.getByRole('tab', { name: '设置' }));
    const text = String(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '诊断信息' }).value);
    expect(text).toContain('findings error 1 warning 1 info 1');
    expect(text).not.toMatch(/学校建设表|甲中学|2700/);
  });

  it('shows what is wrong with the plan itself', async () => {
    const { user } = await at('设置', { work: madeUpWork(withMadeUpAudit) });
    await user.click(screen.getByRole('button', { name: '查看方案自身的差异与缺项（1）' }));
    await settle();
    expect(screen.getByText(/方案自身不一致：正文与附件不一致。/)).toBeVisible();
  });
});
