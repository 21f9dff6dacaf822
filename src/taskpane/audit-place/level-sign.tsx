import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, InfoRegular, WarningRegular } from '@fluentui/react-icons';
import type { Level } from '../../audit';

const useStyles = makeStyles({
  sign: { flexShrink: 0, fontSize: '16px', '@media (forced-colors: active)': { color: 'CanvasText' } },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
});

const SIGNS = { error: ErrorCircleFilled, warning: WarningRegular, info: InfoRegular } as const;

/** The level as a shape; the word stands beside it wherever the level matters. */
export function LevelSign({ level }: { readonly level: Level }) {
  const styles = useStyles();
  const Sign = SIGNS[level];
  return <Sign aria-hidden className={mergeClasses(styles.sign, styles[level])} />;
}
