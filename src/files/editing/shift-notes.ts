import { parseArea } from '../../workbook';
import { Tag } from '../reading/xml-scanner';
import type { PackageDraft } from './package-draft';
import { shiftedRow } from './reference-shift';
import { replaceText, shiftElement, type SheetShift } from './shift-elements';

/** Notes move with their cells, and go away with them. */
export function shiftComments(draft: PackageDraft, path: string, shift: SheetShift): void {
  draft.edit(path, (bytes, splices) => {
    const scanner = draft.scan(bytes);
    for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
      if (tag === Tag.close || !(scanner.is('comment') || scanner.is('threadedComment'))) continue;
      const row = parseArea(scanner.attribute('ref') ?? '')?.top;
      if (row === undefined || shiftedRow(row, shift) !== null) {
        shiftElement(scanner, Tag.empty, splices, shift, shift.sheet);
        continue;
      }
      const start = scanner.tagStart;
      if (tag === Tag.open) scanner.skip();
      splices.replace(start, scanner.at, '');
    }
  });
}

/** The boxes of notes say their cell's row, and the rows between which they are drawn. */
export function shiftNoteBoxes(draft: PackageDraft, path: string, shift: SheetShift): void {
  draft.edit(path, (bytes, splices) => {
    const gone = goneBoxes(draft, bytes, shift);
    const scanner = draft.scan(bytes);
    for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
      if (tag !== Tag.open) continue;
      if (scanner.is('shape') && gone.has(scanner.tagStart)) {
        const start = scanner.tagStart;
        scanner.skip();
        splices.replace(start, scanner.at, '');
      } else if (scanner.is('Row')) {
        replaceText(scanner, splices, (text) => String(shiftedRow(Number(text), shift) ?? shift.row));
      } else if (scanner.is('Anchor')) replaceText(scanner, splices, (text) => shiftedAnchor(text, shift));
    }
  });
}

/** Where the boxes begin whose cells go away. */
function goneBoxes(draft: PackageDraft, bytes: Uint8Array, shift: SheetShift): ReadonlySet<number> {
  const gone = new Set<number>();
  const scanner = draft.scan(bytes);
  let shape = -1;
  for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
    if (tag !== Tag.open) continue;
    if (scanner.is('shape')) shape = scanner.tagStart;
    else if (scanner.is('Row') && shiftedRow(Number(scanner.text()), shift) === null) gone.add(shape);
  }
  return gone;
}

/** Left column, offset, top row, offset, right column, offset, bottom row, offset: the box keeps its height. */
function shiftedAnchor(text: string, shift: SheetShift): string {
  const parts = text.split(',').map(Number);
  const top = parts[2] ?? 0;
  const by = (shiftedRow(top, shift) ?? shift.row) - top;
  return parts.map((part, i) => (i === 2 || i === 6 ? part + by : part)).join(', ');
}
