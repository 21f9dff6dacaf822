import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { usePane, useSession } from '../app/session-context';
import { isExplained, type ListRow } from '../session';
import { FindingDetails } from './finding-details';
import { LevelSign } from './level-sign';
import { isField } from './list-keys';
import { placeText, shortPlaceText } from './place-text';
import { AUDIT, LEVEL_WORDS, STATE_WORDS } from './words';

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  open: { backgroundColor: tokens.colorNeutralBackground2 },
  head: {
    display: 'flex',
    gap: '8px',
    width: '100%',
    padding: '8px 12px',
    border: 'none',
    textAlign: 'left',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    fontFamily: 'inherit',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    // There the hover colour is as bright as the text.
    ':global([data-look="contrast"])': {
      ':hover': { backgroundColor: 'transparent', textDecorationLine: 'underline' },
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: { minWidth: 0, flexGrow: 1 },
  place: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  text: { display: 'block', overflowWrap: 'anywhere' },
});

/** One finding: a line, and unfolded all that is known of it. */
export function FindingRow({
  row,
  tabIndex,
  isUnderSheet,
}: {
  readonly row: Extract<ListRow, { kind: 'finding' }>;
  readonly tabIndex: number;
  readonly isUnderSheet: boolean;
}) {
  const session = useSession();
  const styles = useStyles();
  const isOpen = usePane((state) => state.openId === row.id);
  const { finding, id } = row;
  const canExplain = finding.level === 'warning' && session.work.explanations !== undefined;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isField(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (key === 'f' && finding.fix?.kind === 'auto') session.previewFix(finding);
    // Where there are several answers a person picks one: the choices are unfolded.
    else if (key === 'f' && finding.fix) session.open(id);
    else if (key === 'e' && canExplain) {
      session.open(id);
      session.startExplaining(finding);
    } else if (key === 'enter' && event.target === event.currentTarget.querySelector('button')) {
      void session.jump(finding);
    } else return;
    event.preventDefault();
  };
  const onClick = (): void => {
    session.open(isOpen ? null : id);
    if (!isOpen) void session.jump(finding);
  };
  return (
    <div className={mergeClasses(styles.item, isOpen && styles.open)} onKeyDown={onKeyDown}>
      <button
        type="button"
        className={styles.head}
        tabIndex={tabIndex}
        aria-expanded={isOpen}
        aria-keyshortcuts="Enter F E"
        onFocus={() => session.activate(id)}
        onClick={onClick}
      >
        <LevelSign level={finding.level} />
        <span className={styles.words}>
          <Text size={200} className={styles.place}>
            {LEVEL_WORDS[finding.level]} · {isUnderSheet ? shortPlaceText(finding) : placeText(finding)}
            {finding.count > 1 && ` · ${AUDIT.cells(finding.count)}`}
            {isExplained(finding) && ` · ${STATE_WORDS.explained}`}
            {finding.explanation?.isVoid && ` · ${STATE_WORDS.voided}`}
            {finding.fix && ` · ${STATE_WORDS.fixable}`}
          </Text>
          <Text className={styles.text}>{finding.text}</Text>
        </span>
      </button>
      {isOpen && <FindingDetails finding={finding} />}
    </div>
  );
}
