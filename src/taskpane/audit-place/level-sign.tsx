import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, InfoRegular, WarningRegular } from '@fluentui/react-icons';
import type { Level } from '../../audit';

const useStyles = makeStyles({
  sign: { flexShrink: 0, fontSize: '16px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
  // In high contrast the text's own colour is the only one that is sure to be seen, also on a pressed button.
  plain: {
    '@media (forced-colors: active)': { color: 'inherit' },
    ':global([data-look="contrast"])': { color: 'inherit' },
  },
});

const SIGNS = { error: ErrorCircleFilled, warning: WarningRegular, info: InfoRegular } as const;

/** The level as a shape; the word stands beside it wherever the level matters. */
export function LevelSign({ level }: { readonly level: Level }) {
  const styles = useStyles();
  const Sign = SIGNS[level];
  return <Sign aria-hidden className={mergeClasses(styles.sign, styles[level], styles.plain)} />;
}
