import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { editXlsx, openFile, snapshotToXlsx, workbookSpecToXlsx } from '../../src/files';
import { applyEdits, contentAt, findSheet, type Edit } from '../../src/workbook';
import { opened, plain } from '../../tests/files/compare';
import { cellEdits, workbook } from '../../tests/files/random-workbooks';
import { FULL_SPEC } from '../../tests/files/sample-spec';
import { share } from '../../tests/hostile/xls-damage';
import { must, same, type FuzzPart } from '../part';

/** A file that was edited in place holds what the edits say, and nothing else is changed. */
export const packages: FuzzPart = {
  name: 'packages',
  property: () =>
    fc.property(workbook, cellEdits, (snapshot, changes) => {
      const bytes = snapshotToXlsx(snapshot);
      if (!(bytes instanceof Uint8Array)) return;
      const edited = editXlsx(bytes, changes);
      if (!edited.ok) throw new Error(`refused: ${edited.code}`);
      const wanted = applyEdits(opened(bytes), changes);
      if (!wanted.ok) throw new Error(wanted.problem.code);
      const [held, said] = [plain(opened(edited.bytes)), plain(wanted.value)];
      same(held.sheets, said.sheets, 'the file holds something else');
      same(Object.entries(held.parts).sort(), Object.entries(said.parts).sort(), 'the file holds other parts');
    }),
};

type Damage = (xml: string) => string;
const FRAGMENTS = [
  '<', '>', '/>', '"', '&', '&#0;', '&#x110000;', ']]>', '<!--', '<?x', '<!DOCTYPE a [<!ENTITY b "c">]>', '<c r="XFE1"/>', '<c r="A0"/>',
  '<row r="1048577"/>', '<mergeCell ref="A1:XFD1048576"/>', '-1', '1e999', '99999999999', 'NaN', 't="s"', 't="inlineStr"', ' xmlns="x"', '<v>',
  '</row>', '<f t="shared" si="0"/>', '<f t="shared" ref="A1:B9" si="0">A1</f>', '<f t="array" ref="A1:B2">1</f>', 'mc:', 'x:', '\u0000', '\ufeff',
]; // prettier-ignore

const damage: fc.Arbitrary<Damage> = fc
  .tuple(share, fc.nat(60), fc.nat(3), fc.constantFrom(...FRAGMENTS))
  .map(([where, length, kind, fragment]): Damage => (xml) => {
    const at = Math.trunc(where * xml.length);
    const [head, middle, tail] = [xml.slice(0, at), xml.slice(at, at + length), xml.slice(at + length)];
    // Cut out, doubled, put in, or a number in it changed.
    if (kind === 0) return head + tail;
    if (kind === 1) return head + middle + middle + tail;
    if (kind === 2) return head + fragment + middle + tail;
    return head + xml.slice(at).replace(/\d+/u, fragment);
  });

const FULL = workbookSpecToXlsx(FULL_SPEC);

/** A package with spoilt parts is opened or refused by a code; where it can be edited, the edit is what is read back. */
export const damagedPackages: FuzzPart = {
  name: 'damage',
  property: () =>
    fc.property(
      fc.oneof(workbook.map(snapshotToXlsx), fc.constant(FULL)),
      fc.array(fc.tuple(fc.nat(), damage), { minLength: 1, maxLength: 3 }),
      fc.nat(12),
      fc.nat(8),
      (source, damages, row, column) => {
        if (!(source instanceof Uint8Array)) return;
        const parts = unzipSync(source);
        for (const [pick, spoil] of damages) {
          const names = Object.keys(parts);
          const name = names[pick % names.length] ?? '';
          parts[name] = strToU8(spoil(strFromU8(parts[name] ?? new Uint8Array())));
        }
        const bytes = zipSync(parts, { level: 1 });
        const before = openFile(bytes, '报表.xlsx');
        if (!before.ok) return;
        const sheet = before.snapshot.sheets[0]?.name ?? '';
        const edit: Edit = { kind: 'content', sheet, row, column, content: { kind: 'value', value: '改后' } };
        const edited = editXlsx(bytes, [edit]);
        if (!edited.ok) return;
        for (const { values } of before.snapshot.sheets) {
          must(
            values.every((value) => typeof value !== 'number' || Number.isFinite(value)),
            'a number that is none',
          );
        }
        const after = openFile(edited.bytes, '报表.xlsx');
        must(after.ok, `opened before, not after the edit: ${after.ok ? '' : after.code}`);
        const changed = findSheet(after.snapshot, sheet);
        must(changed !== null, 'the sheet is gone');
        same(contentAt(changed, row, column), edit.content, 'another content than was written');
      },
    ),
};
