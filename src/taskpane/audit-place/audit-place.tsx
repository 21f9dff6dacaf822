import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { ClipboardCheckmarkRegular } from '@fluentui/react-icons';
import { Suspense } from 'react';
import { FilterBar } from '../app/later';
import { SCROLLING_COLUMN } from '../app/place-style';
import { usePane, useSession } from '../app/session-context';
import { FindingList } from './finding-list';
import { LevelSign } from './level-sign';
import { PreviousFile } from './previous-file';
import { Recognized } from './recognized';
import { VerdictCard } from './verdict-card';
import { AUDIT, LEVEL_WORDS } from './words';

const useStyles = makeStyles({
  welcome: {
    ...SCROLLING_COLUMN,
    padding: '16px 12px',
    gap: '12px',
  },
  start: { width: '100%' },
  previous: { display: 'flex', marginLeft: '-8px' },
  steps: { margin: 0, paddingLeft: '20px' },
  example: {
    display: 'flex',
    gap: '8px',
    padding: '8px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  block: { display: 'block', color: tokens.colorNeutralForeground2 },
  stale: { flexShrink: 0, margin: '8px 12px 0' },
  old: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 },
  isOld: { borderLeft: `4px dashed ${tokens.colorStatusWarningBorder2}` },
  grow: { flexGrow: 1 },
  // As high as the filter bar, so that the list does not jump when it comes.
  filterSpace: { height: '32px', flexShrink: 0 },
});

/** 审核: one button, then the answer. */
export function AuditPlace() {
  const audited = usePane((state) => state.audited);
  const isStale = usePane((state) => state.isStale);
  const styles = useStyles();
  if (!audited) return <Welcome />;
  return (
    <div className={mergeClasses(styles.old, isStale && styles.isOld)}>
      {isStale && (
        <MessageBar intent="warning" className={styles.stale} politeness="polite">
          <MessageBarBody>{AUDIT.stale}</MessageBarBody>
        </MessageBar>
      )}
      <VerdictCard audited={audited} />
      {audited.result.findings.length > 0 ? (
        <>
          <Suspense fallback={<div className={styles.filterSpace} />}>
            <FilterBar audited={audited} />
          </Suspense>
          <FindingList audited={audited} />
        </>
      ) : (
        <div className={styles.grow} />
      )}
      <Recognized key={audited.result.verdict} audited={audited} />
    </div>
  );
}

function Welcome() {
  const session = useSession();
  const styles = useStyles();
  const isBusy = usePane((state) => state.task !== null);
  return (
    <div className={styles.welcome}>
      <Button
        appearance="primary"
        size="large"
        className={styles.start}
        icon={<ClipboardCheckmarkRegular />}
        disabledFocusable={isBusy}
        onClick={() => void session.audit()}
      >
        {AUDIT.start}
      </Button>
      <Text>{isBusy ? AUDIT.reading : AUDIT.intro}</Text>
      <div className={styles.previous}>
        <PreviousFile />
      </div>
      <ol className={styles.steps}>
        {AUDIT.steps.map((step) => (
          <li key={step}>
            <Text>{step}</Text>
          </li>
        ))}
      </ol>
      <Text size={200}>{AUDIT.exampleTitle}</Text>
      <div className={styles.example}>
        <LevelSign level="error" />
        <span>
          <Text size={200} className={styles.block}>
            {LEVEL_WORDS.error} · {AUDIT.examplePlace}
          </Text>
          <Text>{AUDIT.exampleText}</Text>
          <Text size={200} className={styles.block}>
            {AUDIT.source}：{AUDIT.exampleSource}
          </Text>
        </span>
      </div>
    </div>
  );
}
