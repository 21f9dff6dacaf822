import { Button, makeStyles, mergeClasses, Text, ToggleButton, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CommentNoteRegular,
  DocumentSearchRegular,
  ErrorCircleFilled,
} from '@fluentui/react-icons';
import { LEVELS, type AuditResult, type Level } from '../../audit';
import { usePane, useSession } from '../app/session-context';
import { firstToMend, VERDICTS, type Audited } from '../session';
import { LevelSign } from './level-sign';
import { placeText } from './place-text';
import { AUDIT, LEVEL_WORDS } from './words';

const useStyles = makeStyles({
  card: { padding: '12px 12px 8px', display: 'flex', flexDirection: 'column', gap: '8px' },
  top: { display: 'flex', alignItems: 'center', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, flexGrow: 1 },
  sign: { fontSize: '28px', flexShrink: 0, '@media (forced-colors: active)': { color: 'CanvasText' } },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  middle: { color: tokens.colorStatusWarningForeground3 },
  muted: { color: tokens.colorNeutralForeground3 },
  counts: { display: 'flex', gap: '4px' },
  count: { flexGrow: 1, minWidth: 0, paddingLeft: '2px', paddingRight: '2px', gap: '3px', whiteSpace: 'nowrap' },
  number: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightBold },
  explained: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
  first: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  firstText: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

type Verdict = AuditResult['verdict'];
const SIGNS: Readonly<Record<Verdict, { Sign: typeof ErrorCircleFilled; tone: 'good' | 'bad' | 'middle' | 'muted' }>> =
  {
    pass: { Sign: CheckmarkCircleFilled, tone: 'good' },
    explain: { Sign: CommentNoteRegular, tone: 'middle' },
    mend: { Sign: ErrorCircleFilled, tone: 'bad' },
    nothingFound: { Sign: DocumentSearchRegular, tone: 'muted' },
  };

/** Can this be handed in, how many of each level, and where to begin. */
export function VerdictCard({ audited }: { readonly audited: Audited }) {
  const session = useSession();
  const styles = useStyles();
  const isBusy = usePane((state) => state.task !== null);
  const { verdict, unit, period, counts } = audited.result;
  const { Sign, tone } = SIGNS[verdict];
  return (
    <section className={styles.card} aria-labelledby="verdict">
      <div className={styles.top}>
        <Sign aria-hidden className={mergeClasses(styles.sign, styles[tone])} />
        <h2 id="verdict" className={styles.heading}>
          {VERDICTS[verdict]}
        </h2>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void session.audit()}>
          {AUDIT.again}
        </Button>
      </div>
      {(unit !== null || period !== null) && (
        <Text size={200} className={styles.muted}>
          {[unit, period].filter((part) => part !== null).join(' · ')}
        </Text>
      )}
      {audited.basis !== null && (
        <Text size={200} className={styles.muted}>
          {AUDIT.basis(audited.basis)}
        </Text>
      )}
      {verdict === 'nothingFound' && <Text>{AUDIT.nothingFoundText}</Text>}
      {verdict === 'pass' && <Text>{AUDIT.passText}</Text>}
      {audited.result.findings.length > 0 && <Counts counts={counts} />}
      <First audited={audited} />
    </section>
  );
}

function Counts({ counts }: { readonly counts: AuditResult['counts'] }) {
  const session = useSession();
  const styles = useStyles();
  const levels = usePane((state) => state.filter.levels);
  const isBusy = usePane((state) => state.task !== null);
  const toggle = (level: Level): void => {
    const next = new Set(levels);
    if (!next.delete(level)) next.add(level);
    session.filter({ levels: next });
  };
  return (
    <>
      <div className={styles.counts} role="group" aria-label={AUDIT.filters}>
        {LEVELS.map((level) => (
          <ToggleButton
            key={level}
            size="small"
            className={styles.count}
            checked={levels.has(level)}
            title={AUDIT.showLevel(LEVEL_WORDS[level], counts[level])}
            onClick={() => toggle(level)}
          >
            <LevelSign level={level} /> {LEVEL_WORDS[level]}
            <span className={styles.number}>{counts[level]}</span>
          </ToggleButton>
        ))}
      </div>
      {counts.explained > 0 && (
        <div className={styles.explained}>
          <Text size={200} className={styles.muted}>
            {AUDIT.explained(counts.explained)}
          </Text>
          {session.work.reports && (
            <Button
              size="small"
              appearance="subtle"
              disabledFocusable={isBusy}
              onClick={() => void session.writeExplanationSheet()}
            >
              {AUDIT.explanationSheet}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function First({ audited }: { readonly audited: Audited }) {
  const session = useSession();
  const styles = useStyles();
  const first = firstToMend(audited.result.findings);
  if (!first) return null;
  const show = (): void => {
    session.activate(first.id);
    session.open(first.id);
    void session.jump(first.finding);
  };
  return (
    <div className={styles.first}>
      <Text size={200} className={styles.firstText}>
        {AUDIT.first}：{placeText(first.finding)} {first.finding.text}
      </Text>
      <Button size="small" onClick={show}>
        {AUDIT.jump}
      </Button>
    </div>
  );
}
