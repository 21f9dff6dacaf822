import { cellName } from '../../workbook';
import { MAIN_NS } from './package-parts';
import { escapeXml } from './xml-text';

/** A cell's note; the position is 0-based. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export function commentsXml(notes: readonly CellNote[], author: string): string {
  const items = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellName(row, column)}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="宋体"/></rPr>` +
      `<t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  return (
    `<comments xmlns="${MAIN_NS}"><authors><author>${escapeXml(author)}</author></authors>` +
    `<commentList>${items.join('')}</commentList></comments>`
  );
}

/** The boxes in which Excel shows the notes; without this part it calls the file damaged. */
export function notesDrawingXml(notes: readonly CellNote[]): string {
  const shapes = notes.map(({ row, column, text }, i) => {
    const lines = Math.min(12, 2 + Math.ceil(text.length / 14));
    const anchor = [column + 1, 12, Math.max(0, row - 1), 4, column + 4, 12, Math.max(0, row - 1) + lines, 4].join(
      ', ',
    );
    return (
      `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}
