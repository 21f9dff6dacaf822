import { areaName, quoteSheetName, type Area, type CellValue, type ChartSpec } from '../../workbook';
import { RELATIONSHIP_NS } from './package-parts';
import { escapeXml } from './xml-text';

const CHART_NS = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING_NS = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const ANCHOR_NS = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const INK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>';
const FACE = '<a:latin typeface="宋体"/><a:ea typeface="宋体"/>';

const LEGEND = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>';

/** Gives what a cell of the chart's sheet holds, as far as it is known while writing. */
export type KnownValue = (row: number, column: number) => CellValue;

/** A chart part. The references carry the known values, so that viewers that do not calculate show it too. */
export function chartXml(chart: ChartSpec, sheetName: string, known: KnownValue): string {
  const isLine = chart.type === 'line';
  const tag = isLine ? 'lineChart' : 'barChart';
  const isStacked = chart.type.endsWith('Stacked');
  const kind = isLine
    ? '<c:grouping val="standard"/><c:varyColors val="0"/>'
    : `<c:barDir val="${chart.type.startsWith('bar') ? 'bar' : 'col'}"/>` +
      `<c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`;
  const series = chart.series.map((_, i) => seriesXml(chart, i, sheetName, known)).join('');
  const spacing = isLine ? '<c:marker val="1"/>' : `<c:gapWidth val="80"/>${isStacked ? '<c:overlap val="100"/>' : ''}`;
  return (
    `<c:chartSpace xmlns:c="${CHART_NS}" xmlns:a="${DRAWING_NS}" xmlns:r="${RELATIONSHIP_NS}">` +
    '<c:roundedCorners val="0"/><c:chart>' +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>` +
    `<a:r><a:rPr lang="zh-CN" sz="1200" b="1">${INK}${FACE}</a:rPr><a:t>${escapeXml(chart.title)}</a:t></a:r></a:p>` +
    '</c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>' +
    `<c:plotArea><c:layout/><c:${tag}>${kind}${series}${spacing}<c:axId val="1001"/><c:axId val="1002"/></c:${tag}>` +
    axesXml(chart) +
    `</c:plotArea>${chart.series.length > 1 ? LEGEND : ''}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900">${INK}${FACE}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>` +
    '</c:chartSpace>'
  );
}

function seriesXml(chart: ChartSpec, i: number, sheetName: string, known: KnownValue): string {
  const series = chart.series[i];
  if (!series) return '';
  const colour = `<a:solidFill><a:srgbClr val="${series.colour.replace('#', '').toUpperCase()}"/></a:solidFill>`;
  const look =
    chart.type === 'line'
      ? `<c:spPr><a:ln w="28575">${colour}</a:ln></c:spPr><c:marker><c:symbol val="auto"/></c:marker>`
      : `<c:spPr>${colour}<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>`;
  return (
    `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx><c:v>${escapeXml(series.name)}</c:v></c:tx>${look}` +
    `<c:cat>${reference('str', chart.categories, sheetName, known)}</c:cat>` +
    `<c:val>${reference('num', series.values, sheetName, known)}</c:val>` +
    `${chart.type === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

function reference(kind: 'str' | 'num', area: Area, sheetName: string, known: KnownValue): string {
  const points: string[] = [];
  let count = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const value = known(row, column);
      const isKnown = kind === 'num' ? typeof value === 'number' : value !== null;
      if (isKnown) points.push(`<c:pt idx="${count}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`);
      count++;
    }
  }
  const code = kind === 'num' ? '<c:formatCode>General</c:formatCode>' : '';
  return (
    `<c:${kind}Ref><c:f>${escapeXml(absoluteArea(sheetName, area))}</c:f>` +
    `<c:${kind}Cache>${code}<c:ptCount val="${count}"/>${points.join('')}</c:${kind}Cache></c:${kind}Ref>`
  );
}

function axesXml(chart: ChartSpec): string {
  const isBar = chart.type.startsWith('bar');
  const line = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>';
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  // A bar chart draws its first category at the bottom; reversed, it reads like the table beside it.
  const order = (isReversed: boolean): string =>
    `<c:scaling><c:orientation val="${isReversed ? 'maxMin' : 'minMax'}"/></c:scaling>`;
  return (
    `<c:catAx><c:axId val="1001"/>${order(isBar)}<c:delete val="0"/><c:axPos val="${isBar ? 'l' : 'b'}"/>` +
    `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="low"/>${line}<c:crossAx val="1002"/><c:crosses val="autoZero"/></c:catAx>` +
    `<c:valAx><c:axId val="1002"/>${order(false)}<c:delete val="0"/><c:axPos val="${isBar ? 'b' : 'l'}"/>${grid}` +
    `<c:numFmt formatCode="${escapeXml(chart.valueFormat ?? 'General')}" sourceLinked="0"/>` +
    `<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${line}` +
    `<c:crossAx val="1001"/><c:crosses val="${isBar ? 'max' : 'autoZero'}"/></c:valAx>`
  );
}

/** The drawing of a sheet: each chart over the cells of its position. `ids` are the relationships of the charts. */
export function drawingXml(charts: readonly ChartSpec[], ids: readonly string[]): string {
  const corner = (tag: string, row: number, column: number): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const anchors = charts.map(
    ({ name, title, position }, i) =>
      `<xdr:twoCellAnchor editAs="oneCell">${corner('from', position.top, position.left)}` +
      `${corner('to', position.bottom + 1, position.right + 1)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
      `<xdr:cNvPr id="${i + 2}" name="${escapeXml(name)}" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${CHART_NS}"><c:chart xmlns:c="${CHART_NS}" xmlns:r="${RELATIONSHIP_NS}" r:id="${ids[i] ?? ''}"/>` +
      '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  );
  return `<xdr:wsDr xmlns:xdr="${ANCHOR_NS}" xmlns:a="${DRAWING_NS}">${anchors.join('')}</xdr:wsDr>`;
}

/** `'2025年汇总'!$A$1:$H$20`: always quoted where it must be, always absolute. */
export function absoluteArea(sheetName: string, area: Area): string {
  return `${quoteSheetName(sheetName)}!${areaName(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}
