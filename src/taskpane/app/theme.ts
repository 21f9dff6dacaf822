import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';

export type Look = 'light' | 'dark' | 'contrast';

/** Where the pane learns how Excel looks; `subscribe` returns the function that ends it. */
export interface LookSource {
  get(): Look;
  subscribe(listener: () => void): () => void;
}

/** Deep green; step 80 carries white text at 5.6 : 1. */
const BRAND: BrandVariants = {
  10: '#001a16',
  20: '#00271f',
  30: '#003328',
  40: '#004033',
  50: '#004d3d',
  60: '#005a48',
  70: '#006853',
  80: '#00765f',
  90: '#1b846d',
  100: '#36927b',
  110: '#4fa08a',
  120: '#69ae99',
  130: '#83bca9',
  140: '#9ecbba',
  150: '#b9dacc',
  160: '#d6e9e0',
};

const FONTS = {
  fontFamilyBase: "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif",
  fontFamilyNumeric: "'Segoe UI', 'Microsoft YaHei UI', 'PingFang SC', 'Noto Sans CJK SC', sans-serif",
};

const dark = createDarkTheme(BRAND);

export const THEMES: Readonly<Record<Look, Theme>> = {
  light: { ...createLightTheme(BRAND), ...FONTS },
  // Fluent's dark brand text is made for brighter ramps than this one: two steps lighter keeps 4.5 : 1.
  dark: {
    ...dark,
    ...FONTS,
    colorBrandForeground1: BRAND[120],
    colorBrandForeground2: BRAND[130],
    colorBrandForegroundLink: BRAND[120],
    colorBrandForegroundLinkHover: BRAND[130],
    colorCompoundBrandForeground1: BRAND[120],
    colorCompoundBrandForeground1Hover: BRAND[130],
    colorCompoundBrandStroke: BRAND[110],
    colorCompoundBrandBackground: BRAND[110],
  },
  contrast: { ...teamsHighContrastTheme, ...FONTS },
};

/** `#262626` is dark, `#ffffff` is not; anything that is no colour counts as light. */
export function isDarkColour(colour: string): boolean {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  if (!match) return false;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** A look that never changes. */
export function fixedLook(look: Look): LookSource {
  return { get: () => look, subscribe: () => () => undefined };
}
