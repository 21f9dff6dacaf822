import { cellName, standingArea, standingFormula, type Area, type SheetSnapshot } from '../workbook';
import { rootCauses, type Caused } from './causes';
import { hangComputed } from './computed';
import type { AuditContext } from './context';
import { holds, readExplanations, type StoredExplanation } from './explanations';
import { LEVELS, type Explanation, type Finding, type Fix, type Level, type Withheld } from './finding';
import { levelUnder } from './profiles';
import { hindrance, joinFixes } from './repairs';
import { sheetOf, type Report } from './rule';
import { standingFix, standingText } from './standing';

/** Reports → findings: levels of the profile, root causes, equal faults joined, explanations attached, sorted. */
export function finishReports(reports: readonly Report[], context: AuditContext): readonly Finding[] {
  const levelled = reports.flatMap((report) => {
    const level = levelUnder(context.profile, report.id, report.rule.level, report.level);
    return level === 'off' ? [] : [level === report.level ? report : { ...report, level }];
  });
  const told: Told = { explanations: readExplanations(context.workbook.parts), taken: new Map(), fixes: new Map() };
  const caused = hangComputed(rootCauses(levelled), context.workbook.sheets);
  const roots = mergeEqual(caused.map(raised).sort(byPlace), context.profile.thresholds.mergeFrom);
  return roots.map((root) => finding(root, told));
}

/** A cause weighs as much as the worst of what it causes: a text number that spoils a sum must be mended. */
function raised(node: Caused): Caused {
  if (node.consequences.length === 0) return node;
  const consequences = node.consequences.map(raised);
  const worst = Math.min(level(node.report.level), ...consequences.map((each) => level(each.report.level)));
  return { ...node, report: { ...node.report, level: LEVELS[worst] ?? node.report.level }, consequences };
}

/** Equal faults of one column, three or more, as one. */
interface Merged {
  readonly node: Caused;
  readonly others: readonly Caused[];
}

function mergeEqual(roots: readonly Caused[], from: number): readonly Merged[] {
  const groups = new Map<string, Caused[]>();
  const groupOf = roots.map((root): Caused[] | null => {
    const key = mergeKey(root.report);
    if (key === null) return null;
    const group = groups.get(key) ?? [];
    if (group.push(root) === 1) groups.set(key, group);
    return group;
  });
  return roots.flatMap((root, i): Merged[] => {
    const group = groupOf[i];
    if (!group || group.length < from) return [{ node: root, others: [] }];
    return group[0] === root ? [{ node: root, others: group.slice(1) }] : [];
  });
}

function mergeKey(report: Report): string | null {
  const { place } = report;
  if (!report.merges || place.view === null) return null;
  return `${report.id}|${report.message}|${report.level}|${place.view.key}|${place.field ?? ''}|${place.area?.left ?? ''}`;
}

/** What the findings of one audit share while they are made. */
interface Told {
  readonly explanations: ReadonlyMap<string, StoredExplanation>;
  /** How often an identity was given. */
  readonly taken: Map<string, number>;
  /** A fix that many reports have stays one: each of thousands would otherwise hold edits for thousands of rows. */
  readonly fixes: Map<Fix, Fix | null>;
}

function finding(merged: Merged, told: Told): Finding {
  const { explanations, taken } = told;
  const { report } = merged.node;
  const { place } = report;
  const sheet = sheetOf(place);
  const count = merged.others.length + 1;
  const all = [merged.node, ...merged.others];
  const base =
    count === 1
      ? `${report.id}|${place.key}`
      : `${report.id}|${place.view?.key ?? ''}|${place.field ?? ''}|${report.message}`;
  const times = (taken.get(base) ?? 0) + 1;
  taken.set(base, times);
  const identity = times === 1 ? base : `${base}~${times}`;
  const stored = explanations.get(identity);
  const { fix, withheld } = sharedFix(sheet, all, told.fixes);
  const basis = {
    value: basisOf(all, ({ found }) => found),
    expected: basisOf(all, ({ expected }) => expected),
  };
  return {
    rule: report.id,
    message: report.message,
    level: report.level,
    group: report.rule.group,
    identity,
    place: { sheet: place.sheet, area: standingPlace(sheet, count === 1 ? place.area : bounds(all)) },
    text: standingText(
      sheet,
      count === 1 ? report.text : `${report.text.replace(/。$/u, '')}；同列同类问题共 ${count} 处（${cellsOf(all)}）。`,
    ),
    found: standingValue(sheet, report.found),
    expected: standingValue(sheet, report.expected),
    source: standingSource(sheet, report.source),
    advice: adviceText(standingText(sheet, report.rule.advice(report.message)), fix, withheld, report.level),
    subject: place.subject,
    count,
    fix,
    withheld,
    basis,
    unit: unitOf(report),
    explanation: stored ? shownExplanation(stored, !holds(stored, basis)) : null,
    consequences: all
      .flatMap((node) => node.consequences)
      .sort(byPlace)
      .map((node) => finding({ node, others: [] }, told)),
  };
}

interface SharedFix {
  readonly fix: Fix | null;
  readonly withheld: readonly Withheld[];
}

function sharedFix(sheet: SheetSnapshot | undefined, nodes: readonly Caused[], made: Map<Fix, Fix | null>): SharedFix {
  const repairs = nodes.map((node) => node.report.repair?.() ?? null);
  const withheld = nodes.flatMap(({ report }, i) =>
    report.repair && repairs[i] === null ? withheldAt(sheet, report.place.area) : [],
  );
  const joined = repairs.length === 1 ? (repairs[0] ?? null) : joinFixes(repairs);
  if (joined === null) return { fix: null, withheld };
  const known = made.get(joined);
  if (known !== undefined) return { fix: known, withheld };
  const fix = standingFix(sheet, joined);
  made.set(joined, fix);
  return { fix, withheld };
}

function withheldAt(sheet: SheetSnapshot | undefined, area: Area | null): readonly Withheld[] {
  const why = sheet && area ? hindrance(sheet, area.top, area.left) : null;
  if (!sheet || !area || why === null) return [];
  const { top, left } = standingArea(sheet, area);
  return [{ where: `${sheet.name}!${cellName(top, left)}`, why }];
}

/** `；确有追加的写审核说明`: only warnings can be kept with a reason. */
const EXPLAINING = /(?:，或|；[^；。，]*)写审核说明/gu;

/** Nothing is advised that cannot be done: no button where there is none; what a button leaves out is named. */
function adviceText(advice: string, fix: Fix | null, withheld: readonly Withheld[], of: Level): string {
  const honest = of === 'warning' ? advice : advice.replace(EXPLAINING, '');
  const own = fix?.kind === 'auto' ? honest : honest.replaceAll('一键', '');
  const [first] = withheld;
  if (!first) return own;
  const cells = `${withheld
    .slice(0, 3)
    .map(({ where, why }) => `${where}（${why}）`)
    .join('、')}${withheld.length > 3 ? ' 等' : ''}`;
  return fix === null
    ? `${own}${first.why}，不能代为改写，请先取消再改。`
    : `${own}其中 ${withheld.length} 处不能代为改写：${cells}。`;
}

function standingPlace(sheet: SheetSnapshot | undefined, area: Area | null): Area | null {
  return sheet && area ? standingArea(sheet, area) : area;
}

function standingValue(sheet: SheetSnapshot | undefined, text: string): string {
  return sheet && text.startsWith('=') ? standingFormula(sheet, text) : text;
}

/** Rows of the plan's own annexes stay rows. */
function standingSource(sheet: SheetSnapshot | undefined, text: string): string {
  return text.includes('附件') ? text : standingText(sheet, text);
}

/** What the cells of a finding hold, in an order that sorting and inserting rows do not change. */
function basisOf(nodes: readonly Caused[], of: (report: Report) => string): string {
  const [only] = nodes;
  if (only && nodes.length === 1) return withoutRows(of(only.report), only.report.place.area?.top ?? 0);
  return nodes
    .map(({ report }) => ({ key: report.place.key, text: withoutRows(of(report), report.place.area?.top ?? 0) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ text }) => text)
    .join('、');
}

/** A formula's rows counted from its own, so that rows inserted above do not make it another. */
function withoutRows(text: string, row: number): string {
  if (!text.startsWith('=')) return text;
  return text.replace(/(?<=\$?[A-Z]{1,3}\$?)\d{1,7}(?![\p{L}\d(])/gu, (digits) => `[${Number(digits) - 1 - row}]`);
}

/** The builder that a row names (建设主体、使用单位…), for grouping; empty where the row names none. */
function unitOf({ place: { view, area } }: Report): string {
  if (!view || !area || area.top !== area.bottom) return '';
  for (const field of ['builder', 'usingUnit', 'responsibleUnit', 'departments'] as const) {
    const text = view.text(area.top, field);
    if (text !== '') return text;
  }
  return '';
}

function shownExplanation({ text, by, on, value }: StoredExplanation, isVoid: boolean): Explanation {
  return { text, by, on, value, isVoid };
}

function bounds(nodes: readonly Caused[]): Area {
  const areas = nodes.flatMap((node) => (node.report.place.area ? [node.report.place.area] : []));
  return areas.reduce((all, area) => ({
    top: Math.min(all.top, area.top),
    left: Math.min(all.left, area.left),
    bottom: Math.max(all.bottom, area.bottom),
    right: Math.max(all.right, area.right),
  }));
}

/** `C5、C9、C11`, the first few cells by name. */
function cellsOf(nodes: readonly Caused[]): string {
  const cells = nodes.slice(0, 8).map(({ report: { place } }) => {
    const area = standingPlace(sheetOf(place), place.area);
    return area ? cellName(area.top, area.left) : '';
  });
  return nodes.length > 8 ? `${cells.join('、')} 等` : cells.join('、');
}

function byPlace(a: Caused, b: Caused): number {
  const left = a.report;
  const right = b.report;
  return (
    level(left.level) - level(right.level) ||
    left.place.sheetIndex - right.place.sheetIndex ||
    (left.place.area?.top ?? -1) - (right.place.area?.top ?? -1) ||
    (left.place.area?.left ?? -1) - (right.place.area?.left ?? -1) ||
    (left.id < right.id ? -1 : left.id > right.id ? 1 : 0) ||
    (left.message < right.message ? -1 : left.message > right.message ? 1 : 0)
  );
}

function level(of: Level): number {
  return LEVELS.indexOf(of);
}
