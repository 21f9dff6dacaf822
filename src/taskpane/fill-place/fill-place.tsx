import { Button, Checkbox, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { SCROLLING_COLUMN } from '../app/place-style';
import { usePane, useSession } from '../app/session-context';
import type { FillPreview } from '../work/work';
import { BaselineSection } from './baseline-section';
import { Journal } from './journal';
import { TemplateSection } from './template-section';
import { FILL } from './words';

const useStyles = makeStyles({
  place: {
    ...SCROLLING_COLUMN,
    padding: '12px',
    gap: '12px',
  },
  groups: { border: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  list: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
});

/** 填报: what can be computed, chosen by kind, then shown cell by cell. */
export default function FillPlace() {
  const session = useSession();
  const styles = useStyles();
  const fill = usePane((state) => state.fill);
  const isStale = usePane((state) => state.isStale);
  const isBusy = usePane((state) => state.task !== null);
  const [newColumns, setNewColumns] = useState(false);
  useEffect(() => void session.recall(), [session]);
  return (
    <div className={styles.place}>
      <Text>{FILL.intro}</Text>
      <Checkbox
        label={FILL.newColumns}
        checked={newColumns}
        onChange={(_, { checked }) => setNewColumns(checked === true)}
      />
      <Button
        appearance={fill ? 'secondary' : 'primary'}
        disabledFocusable={isBusy}
        onClick={() => void session.planFill(newColumns)}
      >
        {fill ? FILL.again : FILL.start}
      </Button>
      {fill && isStale && (
        <MessageBar intent="warning">
          <MessageBarBody>{FILL.stale}</MessageBarBody>
        </MessageBar>
      )}
      {fill && <Groups key={JSON.stringify(fill.preview.groups.map(({ id }) => id))} preview={fill.preview} />}
      <Journal />
      {session.work.templates && <TemplateSection />}
      {session.work.baseline && <BaselineSection />}
    </div>
  );
}

function Groups({ preview }: { readonly preview: FillPreview }) {
  const session = useSession();
  const styles = useStyles();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(preview.groups.filter((group) => group.ticked).map(({ id }) => id)),
  );
  const count = preview.groups.reduce((sum, { id, edits }) => sum + (ticked.has(id) ? edits.length : 0), 0);
  const toggle = (id: string): void => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  return (
    <>
      {preview.groups.length === 0 ? (
        <Text>{FILL.nothing}</Text>
      ) : (
        <>
          <fieldset className={styles.groups}>
            <legend>{FILL.groups}</legend>
            {preview.groups.map(({ id, title, edits }) => (
              <Checkbox
                key={id}
                label={`${title}（${FILL.places(edits.length)}）`}
                checked={ticked.has(id)}
                onChange={() => toggle(id)}
              />
            ))}
          </fieldset>
          <Button appearance="primary" disabledFocusable={count === 0} onClick={() => session.previewFill(ticked)}>
            {FILL.preview(count)}
          </Button>
        </>
      )}
      {preview.skipped.length > 0 && (
        <section>
          <h2 className={styles.heading}>{FILL.skipped}</h2>
          <ul className={styles.list}>
            {preview.skipped.map(({ where, why }, index) => (
              <li key={index}>
                <Text size={200}>
                  {where}：{why}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
