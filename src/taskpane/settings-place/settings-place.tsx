import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { use, useEffect } from 'react';
import { copyText } from '../app/copy';
import { SCROLLING_COLUMN } from '../app/place-style';
import { usePane, useSession } from '../app/session-context';
import { PRODUCT } from '../app/words';
import { VERSION } from '../app/version';
import type { PaneState } from '../session';
import type { SettingsWork } from '../work/work';
import { diagnosticsText } from './diagnostics';
import { BaselineFile } from './baseline-file';
import { Help } from './help';
import { PlanNotes } from './plan-notes';
import { RuleSettings } from './rule-settings';
import { SETTINGS } from './words';

const useStyles = makeStyles({
  place: {
    ...SCROLLING_COLUMN,
    padding: '12px',
    gap: '16px',
  },
  section: { display: 'flex', flexDirection: 'column', gap: '6px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  keys: { margin: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: '12px', rowGap: '4px' },
  meaning: { margin: 0 },
  text: { minWidth: 0, width: '100%', fontFamily: tokens.fontFamilyMonospace },
  copy: { alignSelf: 'flex-start' },
});

/** 设置: help, the rule profile, the plan, the keys, and what support asks for. */
export default function SettingsPlace() {
  const styles = useStyles();
  const { settings } = useSession().work;
  return (
    <div className={styles.place}>
      <Help />
      {settings && <RuleSettings settings={settings} />}
      {settings && <PlanSection settings={settings} />}
      <section className={styles.section}>
        <h2 className={styles.heading}>{SETTINGS.keys}</h2>
        <dl className={styles.keys}>
          {SETTINGS.keyList.map(([key, meaning]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{key}</dt>
              <dd className={styles.meaning}>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Diagnostics />
      <Text size={200}>
        {PRODUCT} {VERSION}
      </Text>
    </div>
  );
}

function PlanSection({ settings }: { readonly settings: SettingsWork }) {
  const styles = useStyles();
  const { title, issuedBy, notes } = use(settings.plan());
  const session = useSession();
  const baseline = usePane((state) => state.basis);
  useEffect(() => void session.recall(), [session]);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{SETTINGS.plan}</h2>
      <Text>{title}</Text>
      <Text size={200}>{issuedBy}</Text>
      <Text size={200}>{baseline === null ? SETTINGS.noBaseline : `${SETTINGS.baseline}：${baseline}`}</Text>
      {session.work.baseline && <BaselineFile />}
      <PlanNotes notes={notes} />
    </section>
  );
}

const whole = (state: PaneState): PaneState => state;

function Diagnostics() {
  const session = useSession();
  const styles = useStyles();
  const text = diagnosticsText(usePane(whole), session.abilities, navigator.userAgent);
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(text);
    session.notify(isCopied ? 'success' : 'warning', isCopied ? SETTINGS.copied : SETTINGS.copyFailed);
  };
  return (
    <section className={styles.section}>
      <Field label={SETTINGS.diagnostics} hint={SETTINGS.diagnosticsAbout}>
        <Textarea className={styles.text} value={text} readOnly rows={6} resize="vertical" />
      </Field>
      <Button className={styles.copy} onClick={() => void copy()}>
        {SETTINGS.copy}
      </Button>
    </section>
  );
}
