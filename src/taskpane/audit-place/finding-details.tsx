import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Finding, Fix } from '../../audit';
import { Suspense } from 'react';
import { ExplainForm } from '../app/later';
import { usePane, useSession } from '../app/session-context';
import { sameKind } from '../session';
import { placeText } from './place-text';
import { AUDIT } from './words';

const useStyles = makeStyles({
  details: { padding: '0 12px 12px 36px', display: 'flex', flexDirection: 'column', gap: '8px' },
  facts: { margin: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: '8px', rowGap: '2px' },
  term: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  choices: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', width: '100%' },
  choice: { maxWidth: '100%', height: 'auto', whiteSpace: 'normal', overflowWrap: 'anywhere', textAlign: 'left' },
  nested: { margin: 0, paddingLeft: '16px', overflowWrap: 'anywhere' },
  link: { minWidth: 0, padding: 0, height: 'auto', verticalAlign: 'baseline' },
});

/** All that is known of a finding, and what can be done about it. */
export function FindingDetails({ finding }: { readonly finding: Finding }) {
  const session = useSession();
  const styles = useStyles();
  const isExplaining = usePane((state) => state.explaining === finding);
  const titles = usePane((state) => state.audited?.ruleTitles ?? null);
  const facts: readonly (readonly [string, string])[] = [
    [AUDIT.found, finding.found],
    [AUDIT.expected, finding.expected],
    [AUDIT.source, finding.source],
    [AUDIT.advice, finding.advice],
    [AUDIT.rule, `${finding.rule} ${titles?.[finding.rule] ?? ''}`],
  ];
  const { explanation } = finding;
  return (
    <div className={styles.details}>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value.trim() !== '')
          .map(([term, value]) => (
            <div key={term} style={{ display: 'contents' }}>
              <dt className={styles.term}>{term}</dt>
              <dd className={styles.fact}>{value}</dd>
            </div>
          ))}
        {explanation && (
          <div style={{ display: 'contents' }}>
            <dt className={styles.term}>{AUDIT.explanation}</dt>
            <dd className={styles.fact}>
              {explanation.text}（{[explanation.by, explanation.on.slice(0, 10)].filter(Boolean).join('，')}）
              {explanation.isVoid && <Text weight="semibold"> {AUDIT.voided}</Text>}
            </dd>
          </div>
        )}
      </dl>
      {isExplaining ? (
        <Suspense>
          <ExplainForm finding={finding} />
        </Suspense>
      ) : (
        <Actions finding={finding} />
      )}
      {finding.consequences.length > 0 && (
        <div>
          <Text size={200}>{AUDIT.consequences(finding.consequences.length)}</Text>
          <ul className={styles.nested}>
            {finding.consequences.map((one, index) => (
              <li key={index}>
                <Button
                  appearance="transparent"
                  size="small"
                  className={styles.link}
                  onClick={() => void session.jump(one)}
                >
                  {placeText(one)}
                </Button>{' '}
                <Text size={200}>{one.text}</Text>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Candidates: what may be written into the cell, and apart from it the names that may be registered. */
function Choices({ finding, fix }: { readonly finding: Finding; readonly fix: Extract<Fix, { kind: 'choice' }> }) {
  const session = useSession();
  const styles = useStyles();
  const isBusy = usePane((state) => state.task !== null);
  const all = fix.choices.map((choice, index) => ({ ...choice, index }));
  const isKept = ({ edits }: (typeof all)[number]): boolean => edits.every(({ edit }) => edit.kind === 'storePart');
  const groups = [
    { title: AUDIT.changeTo, choices: all.filter((choice) => !isKept(choice)) },
    { title: AUDIT.register, choices: all.filter(isKept) },
  ];
  return groups
    .filter(({ choices }) => choices.length > 0)
    .map(({ title, choices }) => (
      <div key={title} className={styles.choices} role="group" aria-label={title}>
        <Text size={200} className={styles.term}>
          {title}
        </Text>
        {choices.map(({ label, index }) => (
          <Button
            key={label}
            size="small"
            className={styles.choice}
            disabledFocusable={isBusy}
            onClick={() => session.previewFix(finding, index)}
          >
            {label}
          </Button>
        ))}
      </div>
    ));
}

function Actions({ finding }: { readonly finding: Finding }) {
  const session = useSession();
  const styles = useStyles();
  const isBusy = usePane((state) => state.task !== null);
  const findings = usePane((state) => state.audited?.result.findings ?? null);
  const { fix, explanation } = finding;
  const alike = fix?.kind === 'auto' && findings ? sameKind(findings, finding).length : 0;
  const canExplain = finding.level === 'warning' && session.work.explanations !== undefined;
  return (
    <div className={styles.actions}>
      {finding.place.sheet !== null && (
        <Button size="small" onClick={() => void session.jump(finding)}>
          {AUDIT.jump}
        </Button>
      )}
      {fix?.kind === 'auto' && (
        <Button size="small" disabledFocusable={isBusy} title={fix.label} onClick={() => session.previewFix(finding)}>
          {AUDIT.fix}
        </Button>
      )}
      {alike > 1 && (
        <Button size="small" disabledFocusable={isBusy} onClick={() => session.previewAllOfKind(finding)}>
          {AUDIT.fixAll(alike)}
        </Button>
      )}
      {fix?.kind === 'choice' && <Choices finding={finding} fix={fix} />}
      {canExplain && (
        <Button size="small" disabledFocusable={isBusy} onClick={() => session.startExplaining(finding)}>
          {explanation ? AUDIT.editExplanation : AUDIT.explain}
        </Button>
      )}
      {canExplain && explanation && (
        <Button size="small" disabledFocusable={isBusy} onClick={() => void session.withdrawExplanation(finding)}>
          {AUDIT.withdraw}
        </Button>
      )}
    </div>
  );
}
