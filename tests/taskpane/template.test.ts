import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMemoryPort } from '../../src/excel/memory-port';
import { openFile } from '../../src/files';
import { storeBaseline } from '../../src/fill';
import { yichunPlan, type Plan } from '../../src/plan';
import { createSession } from '../../src/taskpane';
import { createWork } from '../../src/taskpane/work/create-work';
import { FILE_JOBS } from '../../src/taskpane/work/file-jobs';
import { JOBS } from '../../src/taskpane/work/jobs';
import { slicedRunner } from '../../src/taskpane/work/runner';
import { applyEdits, workbookOf, type WorkbookSnapshot } from '../../src/workbook';

function pane(workbook: WorkbookSnapshot = workbookOf([])) {
  const port = createMemoryPort(workbook);
  const work = createWork(
    slicedRunner(() => Promise.resolve(JOBS)),
    slicedRunner(() => Promise.resolve(FILE_JOBS)),
  );
  return { port, session: createSession(port, work) };
}

/** A workbook in which the city's clerk has captured a baseline (合成数据). */
function withBaseline(plan: Plan): WorkbookSnapshot {
  const kept = applyEdits(workbookOf([]), [storeBaseline(plan)]);
  if (!kept.ok) throw new Error('could not be kept');
  return kept.value;
}

/** The template that opens beside the workbook. */
async function opened(workbook: WorkbookSnapshot, unit: string | null): Promise<WorkbookSnapshot> {
  const { port, session } = pane(workbook);
  await session.openTemplate(unit);
  const file = port.opened && openFile(port.opened, '模板.xlsx');
  if (!file?.ok) throw new Error('no workbook was opened');
  expect(port.workbook).toBe(workbook);
  return file.snapshot;
}

describe('报送模板 in the pane', () => {
  it('can be made for every unit of the plan', async () => {
    expect(await pane().session.templateUnits()).toEqual(yichunPlan.builders.map(({ name }) => name));
  });

  it.each([null, ...yichunPlan.builders.map(({ name }) => name)])(
    'of %s: opened and audited as it is, it says what is missing without one error',
    async (unit) => {
      const template = await opened(workbookOf([]), unit);
      const audited = await pane(template).session.audit();
      expect(audited?.result.counts.error).toBe(0);
      expect(audited?.recognized.map(({ kind }) => kind).sort()).toEqual([
        'funds',
        'indicators',
        'responsibilities',
        'schools',
      ]);
      const missing = audited?.result.findings.filter(({ rule }) => rule === 'S08') ?? [];
      expect(missing.length).toBeGreaterThan(3);
    },
  );

  it('carries the baseline of the workbook and the rule profile of a unit', async () => {
    const plan: Plan = {
      ...yichunPlan,
      baseline: { source: '存档件（合成数据）', capturedOn: '2023-06-30', accepted: [] },
    };
    const template = await opened(withBaseline(plan), '袁州区');
    expect(template.parts['plancheck-profile']).toContain('"id":"district"');
    const audited = await pane(template).session.audit();
    expect(audited?.basis).toBe('存档件（合成数据），2023-06-30登记');
  });

  it('follows the plan that the workbook keeps, also another city’s', async () => {
    const path = join(__dirname, '..', '..', 'samples', 'plans', '合成数据-临澜市.plan.json');
    const other = JSON.parse(readFileSync(path, 'utf8')) as Plan;
    const { session } = pane(withBaseline(other));
    expect(await session.templateUnits()).toEqual(other.builders.map(({ name }) => name));
  });

  it('says what to do where the host would lose the open workbook', async () => {
    const { port, session } = pane();
    const bytes = await session.makeTemplate('袁州区');
    expect(bytes?.length).toBeGreaterThan(1000);
    port.openWorkbook = () => Promise.resolve({ ok: false, problem: { code: 'unsaved' } });
    await session.openTemplate('袁州区');
    expect(session.store.get().notice?.text).toBe(
      '当前工作簿的改动没有另存，因此没有打开新工作簿。另存后再点一次“在新工作簿中打开”。',
    );
  });
});
