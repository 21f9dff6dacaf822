import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { use, useState } from 'react';
import { SCROLLING_COLUMN } from '../app/place-style';
import { usePane, useSession } from '../app/session-context';
import type { ReportChoice } from '../work/work';
import { MadeSheets } from './made-sheets';
import { REPORTS } from './words';

const useStyles = makeStyles({
  place: {
    ...SCROLLING_COLUMN,
    padding: '12px',
    gap: '12px',
    // What has the focus is never behind the foot.
    scrollPaddingBottom: '64px',
  },
  choices: { border: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  // The list is longer than a small pane: what starts the work stays in view.
  foot: {
    position: 'sticky',
    bottom: '-12px',
    display: 'flex',
    flexShrink: 0,
    margin: '0 -12px',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '& > button': { flexGrow: 1 },
  },
  about: { display: 'block', paddingLeft: '32px', marginTop: '-6px' },
});

/** 报表: choose, generate, copy the 综述. */
export default function ReportsPlace() {
  const { reports } = useSession().work;
  return reports ? <Reports choices={use(reports.choices())} /> : null;
}

function Reports({ choices }: { readonly choices: readonly ReportChoice[] }) {
  const session = useSession();
  const styles = useStyles();
  const made = usePane((state) => state.reports);
  const [before] = useState(made);
  const isBusy = usePane((state) => state.task !== null);
  const chosen = usePane((state) => state.reportTicks);
  const ticked = chosen ?? new Set(choices.map(({ id }) => id));
  return (
    <div className={styles.place}>
      <Text>{REPORTS.intro}</Text>
      <Choices choices={choices} ticked={ticked} onChange={session.tickReports} />
      {made && <MadeSheets made={made} isNew={made.sheets !== before?.sheets} />}
      <div className={styles.foot}>
        <Button
          appearance="primary"
          disabledFocusable={ticked.size === 0 || isBusy}
          onClick={() => void session.makeReports(choices.map(({ id }) => id).filter((id) => ticked.has(id)))}
        >
          {REPORTS.start(ticked.size)}
        </Button>
      </div>
    </div>
  );
}

function Choices(props: {
  readonly choices: readonly ReportChoice[];
  readonly ticked: ReadonlySet<string>;
  readonly onChange: (ticked: ReadonlySet<string>) => void;
}) {
  const { choices, ticked, onChange } = props;
  const styles = useStyles();
  const toggle = (id: string): void => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  const isAll = ticked.size === choices.length;
  return (
    <fieldset className={styles.choices}>
      <legend>{REPORTS.choose}</legend>
      <Checkbox
        label={REPORTS.all}
        checked={isAll ? true : ticked.size === 0 ? false : 'mixed'}
        onChange={() => onChange(new Set(isAll ? [] : choices.map(({ id }) => id)))}
      />
      {choices.map(({ id, title, about }) => (
        <div key={id}>
          <Checkbox label={title} checked={ticked.has(id)} onChange={() => toggle(id)} />
          <Text size={200} className={styles.about}>
            {about}
          </Text>
        </div>
      ))}
    </fieldset>
  );
}
