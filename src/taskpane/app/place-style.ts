/** A place of the pane: one column that scrolls when it is long, in which nothing is squeezed. */
export const SCROLLING_COLUMN = {
  display: 'flex',
  flexDirection: 'column',
  overflowY: 'auto',
  '> *': { flexShrink: 0 },
} as const;
