import { SCHOOL_MEASURES, type Plan, type PlanSchool, type PlanStage } from '../../plan';
import { fieldOf } from '../../recognize';
import { noteFundSum, noteTarget } from './capture-others';
import { noteStageSums } from './capture-schools';
import { Ledger } from './ledger';
import type { BaselineCapture, BaselineDifference, CaptureOptions } from './types';

/**
 * A baseline that was captured elsewhere and kept as a plan file, held against the published plan as a workbook is: it
 * may add cells that the public text lost; each published figure that it contradicts needs a yes of its own, also where
 * whoever captured it has said yes already. `source` and `capturedOn` serve for a file that names none itself.
 */
export function baselineFromFile(file: Plan, plan: Plan, options: CaptureOptions): BaselineCapture {
  const { source, capturedOn } = file.baseline ?? options;
  const ledger = new Ledger({ ...options, source, capturedOn }, '文件');
  if (file.id === plan.id) comparePlans(file, plan, ledger);
  else noteAnotherPlan(file, plan, ledger);
  const weighty = ledger.differences.filter(({ needsYes }) => needsYes);
  const accepted = weighty.filter(({ id }) => ledger.isAccepted(id));
  return {
    plan: {
      ...file,
      // As with a workbook: targets are told, never taken.
      indicators: file.id === plan.id ? plan.indicators : file.indicators,
      baseline: { source, capturedOn, accepted: accepted.map(({ id, text }) => `${id} ${text}`) },
    },
    filled: ledger.filled,
    differences: ledger.differences.map((one) => withEarlierYes(one, file)),
    open: weighty.filter(({ id }) => !ledger.isAccepted(id)).map((one) => withEarlierYes(one, file)),
  };
}

/** That someone said yes when the file was made is worth knowing, and no yes of the person at hand. */
function withEarlierYes(difference: BaselineDifference, { baseline }: Plan): BaselineDifference {
  const isKnown = baseline?.accepted.some((line) => line.startsWith(`${difference.id} `)) ?? false;
  return isKnown ? { ...difference, text: `${difference.text}登记该文件时已有人确认。` } : difference;
}

function noteAnotherPlan(file: Plan, plan: Plan, ledger: Ledger): void {
  const [published, captured] = [plan.title, file.title];
  const text = `文件是另一份方案“${captured}”，不是“${published}”。`;
  ledger.note({ id: 'plan', kind: 'published', what: '方案', published, captured, text, at: null });
}

function comparePlans(file: Plan, plan: Plan, ledger: Ledger): void {
  const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
  const schools = byId(file.schools);
  for (const school of plan.schools) {
    const own = schools.get(school.id);
    if (own) compareSchool(own, school, ledger);
    else noteLack(`${school.id}.row`, school.name ?? school.source, ledger);
  }
  const published = byId(plan.schools);
  for (const { id, name } of file.schools.filter((school) => !published.has(school.id))) {
    const what = name ?? id;
    const text = `“${what}”不在公开的方案名单中。`;
    ledger.note({ id: `${id}.row`, kind: 'published', what, published: '', captured: what, text, at: null });
  }
  const stages = byId(file.stages);
  for (const stage of plan.stages) {
    const own = stages.get(stage.id);
    if (!own) noteLack(stage.id, stage.name, ledger);
    else compareStage(own, stage, file.schools, ledger);
  }
  for (const field of SCHOOL_MEASURES)
    compareFigure(
      `total.${field}`,
      `合计 ${fieldOf(field).title}`,
      file.schoolTotal[field],
      plan.schoolTotal[field],
      ledger,
    );
  const funds = byId(file.funds);
  for (const fund of plan.funds) {
    const own = funds.get(fund.id);
    if (own)
      ledger.settle(`${fund.id}.amount`, `${fund.name} 金额`, fund.amount, { value: own.amount.value, at: null });
    else noteLack(`${fund.id}.amount`, fund.name, ledger);
  }
  compareFigure('funds.total', '经费合计', file.fundTotal, plan.fundTotal, ledger);
  noteFundSum(file.funds, plan.fundTotal, ledger);
  compareMeasures(file, plan, ledger);
  const indicators = byId(file.indicators);
  for (const indicator of plan.indicators) {
    const target = indicators.get(indicator.id)?.target ?? null;
    noteTarget(indicator, { value: target, at: null }, ledger);
  }
}

type Figure = Plan['fundTotal'];

/** A total that the file does not have says nothing; the rows are looked at one by one. */
function compareFigure(id: string, what: string, own: Figure, published: Figure, ledger: Ledger): void {
  if (own.value !== null) ledger.settle(id, what, published, { value: own.value, at: null });
}

function compareSchool(own: PlanSchool, school: PlanSchool, ledger: Ledger): void {
  const name = school.name ?? own.name ?? school.source;
  if (school.name === null && own.name !== null) ledger.filled++;
  if (school.name !== null && own.name !== school.name) {
    const [published, captured] = [school.name, own.name ?? ''];
    const text = `${school.source}：公开文本的校名为“${published}”，文件为“${captured}”。`;
    ledger.note({ id: `${school.id}.name`, kind: 'published', what: published, published, captured, text, at: null });
  }
  for (const field of SCHOOL_MEASURES) {
    const derivation = school.derivations[field];
    const derived = derivation?.unique ? derivation.value : null;
    const value = { value: own[field].value, at: null };
    ledger.settle(`${school.id}.${field}`, `${name} ${fieldOf(field).title}`, school[field], value, derived);
  }
  ledger.settle(`${school.id}.builder`, `${name} 建设主体`, school.builder, { value: own.builder.value, at: null });
  // A blank remark is an answer of its own: the annex has none for most schools.
  if (own.remark.value !== null)
    ledger.settle(`${school.id}.remark`, `${name} 备注`, school.remark, { value: own.remark.value, at: null });
}

function compareStage(own: PlanStage, stage: PlanStage, schools: readonly PlanSchool[], ledger: Ledger): void {
  for (const field of SCHOOL_MEASURES) {
    const what = `${stage.name}小计 ${fieldOf(field).title}`;
    compareFigure(`${stage.id}.subtotal.${field}`, what, own.subtotal[field], stage.subtotal[field], ledger);
  }
  noteStageSums(stage, schools, ledger);
}

function compareMeasures(file: Plan, plan: Plan, ledger: Ledger): void {
  for (const measure of plan.measures) {
    const own = file.measures.find(({ id }) => id === measure.id)?.departments ?? [];
    const lacking = measure.departments.filter((department) => !own.includes(department));
    ledger.filled += own.filter((department) => !measure.departments.includes(department)).length;
    if (lacking.length === 0) continue;
    const what = `第${measure.sequence}条 责任部门`;
    const text = `${what}：公开文本有${lacking.join('、')}，文件没有。`;
    const [published, captured] = [measure.departments.join('、'), own.join('、')];
    ledger.note({ id: `${measure.id}.departments`, kind: 'published', what, published, captured, text, at: null });
  }
}

function noteLack(id: string, what: string, ledger: Ledger): void {
  const text = `${what}：公开文本有，文件中没有。`;
  ledger.note({ id, kind: 'published', what, published: what, captured: '', text, at: null });
}
