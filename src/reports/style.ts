import type { CellRole, SpecCell } from '../workbook';

/**
 * How a cell of each role looks: plain data that every writer turns into its host's own terms.
 * Black on white only: the sheets are printed and copied in black and white.
 */
export interface RoleStyle {
  /** First choice first. A cell names one font, so a writer takes the first; the rest is for hosts that can ask which exist. */
  readonly fonts: readonly string[];
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly horizontal: 'left' | 'centre' | 'right';
  readonly vertical: 'top' | 'centre' | 'bottom';
  readonly wrap: boolean;
  readonly border: 'none' | 'thin';
  /** Text is kept as text (`@`) unless the cell names a number format. */
  readonly asText: boolean;
}

/** Headline face of official documents (小标宋) and what stands in for it. */
const HEADLINE_FONTS = ['方正小标宋简体', '小标宋', '华文中宋', '黑体'] as const;
const HEAVY_FONTS = ['黑体', '微软雅黑', 'SimHei'] as const;
const BODY_FONTS = ['仿宋_GB2312', '仿宋', '宋体'] as const;
const KAI_FONTS = ['楷体_GB2312', '楷体', '仿宋', '宋体'] as const;

const CELL: RoleStyle = {
  fonts: BODY_FONTS,
  size: 10.5,
  bold: false,
  horizontal: 'left',
  vertical: 'centre',
  wrap: true,
  border: 'thin',
  asText: false,
};
const LINE: RoleStyle = { ...CELL, size: 11, wrap: false, border: 'none' };

export const STYLES: Readonly<Record<CellRole, RoleStyle>> = {
  annexNumber: { ...LINE, fonts: HEAVY_FONTS, size: 16 },
  title: { ...LINE, fonts: HEADLINE_FONTS, size: 22, horizontal: 'centre' },
  period: { ...LINE, fonts: KAI_FONTS, size: 14, horizontal: 'centre' },
  unitLine: LINE,
  header: { ...CELL, fonts: HEAVY_FONTS, size: 11, horizontal: 'centre' },
  section: { ...CELL, fonts: HEAVY_FONTS },
  subtotal: { ...CELL, bold: true },
  total: { ...CELL, bold: true },
  body: CELL,
  bodyCentre: { ...CELL, horizontal: 'centre' },
  number: { ...CELL, horizontal: 'right', wrap: false },
  input: CELL,
  note: { ...LINE, size: 10, vertical: 'top', wrap: true },
  signature: LINE,
  headline: { ...CELL, fonts: HEAVY_FONTS, size: 16, horizontal: 'centre', wrap: false },
  paragraph: { ...LINE, size: 12, vertical: 'top', wrap: true },
};

/**
 * Where a cell's text stands. Subtotals, totals and open cells hold both words and figures: with a number format
 * they stand to the right, without one to the left. A cell's own `align` wins.
 */
export function alignmentOf(cell: Pick<SpecCell, 'role' | 'format' | 'align'>): RoleStyle['horizontal'] {
  if (cell.align) return cell.align;
  const isFigure = cell.format !== undefined && cell.format !== '@';
  const isMixed = cell.role === 'subtotal' || cell.role === 'total' || cell.role === 'input';
  return isMixed && isFigure ? 'right' : STYLES[cell.role].horizontal;
}

/** Borders of tables: thin, black, all around each cell. */
export const BORDER_COLOUR = '#000000';

/** Footer of every page: the codes that Excel and WPS know for page number and number of pages. */
export const PAGE_FOOTER = '第 &P 页 共 &N 页';

/**
 * Colours of chart series. Their luminance differs in clear steps, so that a copy in black and white still tells
 * the series apart.
 */
export const CHART_COLOURS = {
  target: '#BFBFBF',
  actual: '#1F3864',
  third: '#C55A11',
  /** 未开工 to 投入使用, from light to dark, then what was not reported. */
  progress: {
    未开工: '#F2F2F2',
    在建: '#F4C57A',
    基本完工: '#C98B3C',
    已完工: '#5B7DB1',
    投入使用: '#1F3864',
    未报: '#A6A6A6',
  },
} as const;

/**
 * Number formats by what is counted (see the list of sheets). Negative values keep their sign; `_ ` keeps a figure a
 * space away from the border and from the words beyond it.
 */
export const FORMATS = {
  /** 所、个、班 */
  whole: '0_ ',
  /** 亩、万元、万个 */
  twoPlaces: '0.00_ ',
  /** Fractions of one shown as a percentage. */
  percent: '0.0%_ ',
  /** Percentages that the workbook holds as 93, not 0.93. */
  percentFigure: '0.0_ ',
  date: 'yyyy-mm-dd',
  text: '@',
  /** Figures along a chart's axis. */
  axis: '0',
} as const;
