import type { Edit } from '../../workbook';
import { cellName, parseArea } from '../../workbook';
import { Refusal } from '../failure';
import { DEFAULT_LIMITS, type Limits } from '../limits';
import { portableCodec, type ZipCodec } from '../opening/codec';
import { identify } from '../opening/identify';
import { DAYS_1904 } from '../opening/number-format';
import { packageKind } from '../opening/package-kind';
import { readRelationships } from '../reading/relationships';
import { readWorkbookPart, type WorkbookPart } from '../reading/workbook-part';
import { Tag } from '../reading/xml-scanner';
import { editCells, type CellChange } from './edit-cells';
import { CannotEdit, editFailure, openingFailure, type EditFailure } from './edit-problem';
import { StyleEditor } from './edit-styles';
import { PackageDraft } from './package-draft';
import { shiftRows, type SheetPath } from './shift-related';
import { storePart } from './stored-parts';

export type EditedFile = { readonly ok: true; readonly bytes: Uint8Array } | EditFailure;

/**
 * Applies edits to an xlsx or xlsm file and keeps everything else in it as it was: parts that no edit
 * touches keep their very bytes. All edits are applied, in their order, or none. Excel calculates the file anew when
 * it opens it. Text goes in as text, whatever it begins with.
 */
export function editXlsx(
  bytes: Uint8Array,
  edits: readonly Edit[],
  limits: Limits = DEFAULT_LIMITS,
  codec: ZipCodec = portableCodec,
): EditedFile {
  try {
    const identity =
      bytes.length === 0 ? { kind: 'refused' as const, code: 'emptyFile' as const } : identify(bytes, '');
    if (identity.kind === 'xls') return editFailure('xlsNotEditable');
    if (identity.kind === 'refused') return openingFailure(identity.code, '');
    const draft = new PackageDraft(bytes, limits, codec);
    const kind = packageKind(draft.source);
    if (kind.kind === 'refused') return openingFailure(kind.code, '');
    if (kind.kind === 'xlsb') return editFailure('xlsNotEditable');
    draft.source.verifyRest();
    if (edits.length > 0) new WorkbookEditor(draft).apply(edits);
    return { ok: true, bytes: edits.length > 0 ? draft.toZip() : bytes };
  } catch (error) {
    if (error instanceof CannotEdit) return editFailure(error.code, error.where);
    if (error instanceof Refusal) return openingFailure(error.code, error.detail);
    throw error;
  }
}

type CellEdit = Extract<Edit, { kind: 'content' | 'format' }>;

class WorkbookEditor {
  private readonly workbook: string;
  private readonly part: WorkbookPart;
  private readonly sheets: readonly SheetPath[];
  private readonly stylesPath: string | null;
  private styles: StyleEditor | null = null;

  constructor(private readonly draft: PackageDraft) {
    const main = draft.relationships('').find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
    const bytes = draft.read(main);
    if (!bytes) throw new Refusal('damaged');
    this.workbook = main;
    this.part = readWorkbookPart(bytes, draft.limits);
    const related = readRelationships(draft, main, draft.limits);
    this.sheets = this.part.sheets.flatMap(({ name, relationshipId }) => {
      const found = related.find(({ id }) => id === relationshipId);
      // Another reader guesses where the sheets are; an edit would go nowhere, or into another sheet.
      if (!found || (found.kind === 'worksheet' && !draft.source.has(found.target)))
        throw new Refusal('brokenSheet', name);
      return found.kind === 'worksheet' ? [{ name, path: found.target }] : [];
    });
    this.stylesPath = related.find(({ kind }) => kind === 'styles')?.target ?? null;
  }

  apply(edits: readonly Edit[]): void {
    let pending: CellEdit[] = [];
    const flush = (): void => {
      this.changeCells(pending);
      pending = [];
    };
    for (const edit of edits) {
      switch (edit.kind) {
        case 'storePart':
          storePart(this.draft, this.workbook, edit.name, edit.text);
          break;
        case 'insertRows':
        case 'deleteRows': {
          flush();
          const count = edit.kind === 'insertRows' ? edit.count : -edit.count;
          if (count !== 0)
            shiftRows(this.draft, this.workbook, this.sheets, { sheet: edit.sheet, row: edit.row, count });
          break;
        }
        default:
          pending.push(edit);
      }
    }
    flush();
    const styles = this.styles?.finish();
    if (styles && this.stylesPath !== null) this.draft.write(this.stylesPath, styles);
    if (edits.some(({ kind }) => kind !== 'storePart' && kind !== 'format')) this.calculateOnLoad();
  }

  /** One pass over each sheet that has changes; of several changes to a cell the last counts. */
  private changeCells(edits: readonly CellEdit[]): void {
    const bySheet = new Map<string, Map<number, Map<number, CellChange>>>();
    for (const edit of edits) {
      let changes = bySheet.get(edit.sheet);
      if (!changes) bySheet.set(edit.sheet, (changes = new Map()));
      let line = changes.get(edit.row);
      if (!line) changes.set(edit.row, (line = new Map()));
      const change = edit.kind === 'content' ? { content: edit.content } : { format: edit.format };
      line.set(edit.column, { ...line.get(edit.column), ...change });
    }
    for (const [sheet, changes] of bySheet) {
      const path = this.sheets.find(({ name }) => name === sheet)?.path;
      if (path === undefined) throw new CannotEdit('noSuchSheet', sheet);
      this.refuseTableHeaders(sheet, path, changes);
      this.draft.edit(path, (bytes, splices) =>
        editCells(this.draft.scan(bytes), splices, {
          sheet,
          changes,
          styleWithFormat: (style, format) => this.styleWithFormat(sheet, style, format),
          storedNumber: (value, style) =>
            this.part.is1904 && this.styleEditor()?.showsDay(style) ? value - DAYS_1904 : value,
        }),
      );
    }
  }

  /** A table repeats the names of its columns; a header cell that says something else damages the file. */
  private refuseTableHeaders(sheet: string, path: string, changes: Map<number, Map<number, CellChange>>): void {
    for (const { kind, target } of this.draft.relationships(path)) {
      const bytes = kind === 'table' ? this.draft.read(target) : null;
      if (!bytes) continue;
      const scanner = this.draft.scan(bytes);
      if (scanner.next() === Tag.end || scanner.attribute('headerRowCount') === '0') continue;
      const area = parseArea(scanner.attribute('ref') ?? '');
      for (const [column, change] of (area && changes.get(area.top)) ?? []) {
        if (area && change.content && column >= area.left && column <= area.right) {
          throw new CannotEdit('tableHeader', `${sheet}!${cellName(area.top, column)}`);
        }
      }
    }
  }

  private styleEditor(): StyleEditor | null {
    if (this.styles || this.stylesPath === null) return this.styles;
    const bytes = this.draft.read(this.stylesPath);
    if (bytes) this.styles = new StyleEditor(bytes, this.draft.limits.depth);
    return this.styles;
  }

  private styleWithFormat(sheet: string, style: number, format: string): number {
    const styles = this.styleEditor();
    if (!styles?.canAdd) throw new CannotEdit('badFormat', sheet);
    return styles.withFormat(style, format);
  }

  /** What was calculated before is no longer true: Excel calculates all when it opens the file. */
  private calculateOnLoad(): void {
    for (const { kind, target } of this.draft.relationships(this.workbook)) {
      if (kind !== 'calcChain') continue;
      this.draft.unrelate(this.workbook, target);
      this.draft.remove(target);
    }
    this.draft.edit(this.workbook, (bytes, splices) => {
      const scanner = this.draft.scan(bytes);
      let after = -1;
      let prefix = '';
      for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
        if (tag !== Tag.close && scanner.is('workbook')) {
          prefix = new TextDecoder().decode(bytes.subarray(scanner.tagStart + 1, scanner.nameStart));
        }
        if (tag !== Tag.open && BEFORE_CALCULATION.some((name) => scanner.is(name))) after = scanner.at;
        if (tag === Tag.close || !scanner.is('calcPr')) continue;
        const text = new TextDecoder().decode(bytes.subarray(scanner.attributesStart, scanner.attributesEnd));
        const others = text.replace(/\sfullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, '').trimEnd();
        splices.replace(scanner.attributesStart, scanner.attributesEnd, `${others} fullCalcOnLoad="1"`);
        return;
      }
      if (after >= 0) splices.insert(after, `<${prefix}calcPr fullCalcOnLoad="1"/>`);
    });
  }
}

/** The elements of a workbook that stand before `calcPr`, of those that every workbook has or names depend on. */
const BEFORE_CALCULATION = ['sheets', 'functionGroups', 'externalReferences', 'definedNames'];
