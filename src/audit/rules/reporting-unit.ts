import { builderIn, unitMeant, type FormLine } from '../../recognize';
import { findSheet, squeezed, type SheetSnapshot } from '../../workbook';
import { sheetPlace } from '../places';
import type { TableView } from '../views/table-view';
import { defineRule } from '../rule';
import type { AuditContext } from '../context';

/** 填报单位: another unit than the one whose schools are listed, that the title names, or that other sheets state. */
export const reportingUnit = defineRule({
  ids: ['X04', 'X07'],
  name: 'reporting-unit',
  level: 'warning',
  group: 'crossTable',
  stage: 'note',
  tables: [],
  title: '填报单位与表中内容不符',
  protects: '单位写错，整张表会计到别的区。',
  fixable: 'none',
  source: '填报单位与建设主体、标题一致',
  whenToExplain: '代其他单位填报的，写明。',
  messages: {
    otherBuilders: (d: { unit: string; builders: string }) =>
      `填报单位为“${d.unit}”，表中学校的建设主体却都是${d.builders}。`,
    otherTitle: (d: { unit: string; title: string; named: string }) =>
      `填报单位为“${d.unit}”，“${d.title}”写的却是${d.named}。`,
    strange: (d: { unit: string; builder: string }) =>
      `填报单位“${d.unit}”不是方案的建设主体，表中学校的建设主体却都是${d.builder}。`,
    otherSheets: (d: { sheet: string; unit: string; usual: string }) =>
      `“${d.sheet}”的填报单位为“${d.unit}”，其他表为“${d.usual}”。`,
  },
  advice: {
    otherBuilders: '核对填报单位。',
    otherTitle: '核对填报单位和标题，改正其中一个。',
    strange: '核对填报单位。',
    otherSheets: '核对后统一填报单位。',
  },
  *check(context, report) {
    const { plan, workbook, recognition } = context;
    const city = plan.builders.find(({ isCity }) => isCity)?.name ?? null;
    const stated = recognition.formLines.flatMap((line) => {
      const unit = line.label === 'reportingUnit' && line.value !== '' ? unitMeant(plan, line.value) : null;
      return unit === null ? [] : [{ line, unit, on: contentFor(context, line) }];
    });
    const placeOf = ({ at }: FormLine, why: string) =>
      sheetPlace(
        workbook.sheets.findIndex(({ name }) => name === at.sheet),
        at.sheet,
        at,
        `unit|${why}|${at.sheet}`,
      );
    const doubted = new Set<FormLine>();
    for (const { line, unit, on } of stated) {
      // The city's bureau hands in for the districts as well.
      if (unit === city) continue;
      const builders = [...on.builders.keys()];
      const rows = [...on.builders.values()].reduce((sum, count) => sum + count, 0);
      if (rows >= 2 && !on.builders.has(unit)) {
        doubted.add(line);
        yield report('otherBuilders', { unit: line.value, builders: builders.join('、') }, placeOf(line, 'builders'), {
          // Schools in a district may all be the city's to build.
          level: builders.every((name) => name === city) ? 'info' : 'warning',
          found: line.value,
          expected: builders.join('、'),
        });
        continue;
      }
      const title = rows >= 2 ? undefined : on.titles.find(({ named }) => named !== unit && named !== city);
      if (!title) continue;
      doubted.add(line);
      yield report('otherTitle', { unit: line.value, title: title.text, named: title.named }, placeOf(line, 'title'), {
        found: line.value,
        expected: title.named,
      });
    }
    for (const line of recognition.formLines) {
      // Where nothing else tells whose workbook it is, the form says that the unit is unknown.
      if (line.label !== 'reportingUnit' || recognition.unit === null || !isStrangePlace(context, line.value)) continue;
      const { builders } = contentFor(context, line);
      const [only, ...others] = builders;
      if (!only || others.length > 0 || only[0] === city || only[1] < 2) continue;
      yield report('strange', { unit: line.value, builder: only[0] }, placeOf(line, 'strange'), {
        found: line.value,
        expected: only[0],
      });
    }
    const usual = usualUnit(stated);
    if (!usual) return;
    for (const { line, unit, on } of stated) {
      const isBacked = on.builders.has(unit) || on.titles.some(({ named }) => named === unit);
      if (unit === usual.unit || isBacked || doubted.has(line)) continue;
      const data = { sheet: line.at.sheet, unit: line.value, usual: usual.line.value };
      yield report('otherSheets', data, placeOf(line, 'sheets'), {
        id: 'X07',
        found: line.value,
        expected: usual.line.value,
        source: '各表填报单位应一致',
      });
    }
  },
});

/** `某某市`, `某某县教育局`: a place by its name, and its government or bureau of education. */
const PLACE =
  /^(?:[^市]{2,4}市)?(\p{Script=Han}{1,4})(?:市|县|区)(?:人民政府|政府|管委会|管理委员会|教育?体育?局|教育局|教体科技局|教科体局|社会事业局|社会发展局)?$/u;
/** What stands in place of a name: 主城区, 本区, 各县. */
const NO_PLACE =
  /^(?:本|各|全|我|该|省|主城?|中心城?|城|新|老|郊|市辖|开发|高新|经开|管理|\p{Script=Han}*(?:学|片|校|园|景|风景名胜))$/u;

/** A place that none of the plan's units is called after. */
function isStrangePlace({ plan }: AuditContext, text: string): boolean {
  const bare = squeezed(text).replace(/\([^()]*\)$/u, '');
  const name = PLACE.exec(bare)?.[1];
  if (name === undefined || NO_PLACE.test(name) || unitMeant(plan, text) !== null) return false;
  const known = [plan.cityName, ...plan.builders.flatMap((builder) => [builder.name, ...builder.aliases])].map(
    squeezed,
  );
  // An unusual short form shares two characters at least with the name it stands for.
  return (
    name.length >= 2 &&
    !known.some((word) => word !== '' && sharesPair(word, bare.replace(/(?:教|人民|社会|管).*$/u, '')))
  );
}

/** Two characters beside each other that both texts have, or the first one: 袁区 for 袁州区. */
function sharesPair(word: string, text: string): boolean {
  const pairs = [...text].slice(1).map((character, i) => `${[...text][i] ?? ''}${character}`);
  return pairs.some((pair) => word.includes(pair)) || word.startsWith(text.slice(0, 1));
}

const TITLE_ROWS = 2;

interface StatedUnit {
  readonly line: FormLine;
  readonly unit: string;
  readonly on: SheetContent;
}

/** Whom a sheet speaks of, apart from its 填报单位 line. */
interface SheetContent {
  /** Builder → rows that name it. */
  readonly builders: ReadonlyMap<string, number>;
  /** The sheet's name and the titles of its tables, where they name one builder. */
  readonly titles: readonly { readonly text: string; readonly named: string }[];
  readonly kinds: readonly string[];
}

/** What a line speaks for: its own sheet, or from a cover all sheets that do not say themselves who reports. */
function contentFor(context: AuditContext, { at }: FormLine): SheetContent {
  const own = readSheet(context, at.sheet);
  if (own.kinds.length > 0) return own;
  const others = new Set(
    context.recognition.formLines.flatMap(({ label, at: other }) => (label === 'reportingUnit' ? [other.sheet] : [])),
  );
  const covered = context.tables.filter((view) => !others.has(view.sheet.name));
  return { ...own, builders: buildersIn(context, covered) };
}

function buildersIn({ index }: AuditContext, tables: readonly TableView[]): ReadonlyMap<string, number> {
  const builders = new Map<string, number>();
  for (const view of tables) {
    if (view.kind !== 'schools' || !view.has('builder')) continue;
    for (const row of view.table.dataRows) {
      const name = index.builder(view.text(row, 'builder'))?.name;
      if (name !== undefined) builders.set(name, (builders.get(name) ?? 0) + 1);
    }
  }
  return builders;
}

function readSheet(context: AuditContext, sheet: string): SheetContent {
  const { plan, tables, workbook, recognition } = context;
  const own = tables.filter((view) => view.sheet.name === sheet);
  const at = findSheet(workbook, sheet);
  const lines = recognition.formLines.filter((line) => line.at.sheet === sheet);
  const texts = [sheet, ...own.flatMap(({ table }) => table.title ?? []), ...(at ? topOf(at, lines) : [])];
  const titles = texts.flatMap((text) => {
    const named = builderIn(plan, text);
    return named === null ? [] : [{ text, named }];
  });
  return { builders: buildersIn(context, own), titles, kinds: own.map(({ kind }) => kind) };
}

/** Texts in the first rows of a sheet, lines of the form left out: its title. */
function topOf(sheet: SheetSnapshot, lines: readonly FormLine[]): readonly string[] {
  const answers = new Set(lines.map(({ at }) => (at.row - sheet.top) * sheet.columnCount + at.column - sheet.left));
  const cells = sheet.values.slice(0, TITLE_ROWS * sheet.columnCount);
  return cells.filter(
    (value, i): value is string =>
      typeof value === 'string' && !answers.has(i) && !/[:：]/u.test(value) && value.length > 5 && value.length <= 60,
  );
}

/**
 * The unit that several sheets state. Sheets that each state another unit are a collection of submissions, and so are
 * two tables of one kind.
 */
function usualUnit(stated: readonly StatedUnit[]): StatedUnit | null {
  const counts = new Map<string, number>();
  for (const { unit } of stated) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [first, second] = stated;
  if (first && second && stated.length === 2)
    return first.on.kinds.some((kind) => second.on.kinds.includes(kind)) ? null : first;
  const most = Math.max(0, ...counts.values());
  return most * 2 > stated.length ? (stated.find(({ unit }) => counts.get(unit) === most) ?? null) : null;
}
