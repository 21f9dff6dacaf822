import { Button, Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { describeEdit } from '../../fill';
import { freeEdits, type Preview } from '../session';
import { usePane, useSession } from './session-context';
import { PREVIEW } from './words';

/** Changes drawn one by one; the rest is counted and written with them. */
const DRAWN = 500;

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 },
  head: { padding: '12px 12px 4px', display: 'flex', flexDirection: 'column', gap: '2px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, outlineStyle: 'none' },
  list: { flexGrow: 1, minHeight: 0, overflowY: 'auto', margin: 0, padding: '0 12px', listStyleType: 'none' },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: '4px 0 8px' },
  place: { display: 'flex', alignItems: 'center', gap: '4px' },
  where: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  values: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: '8px', paddingLeft: '32px', margin: 0 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  before: { textDecorationLine: 'line-through' },
  after: { fontWeight: tokens.fontWeightSemibold },
  reason: { display: 'block', paddingLeft: '32px', color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', gap: '8px', padding: '8px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  skipped: { padding: '8px 12px', maxHeight: '96px', overflowY: 'auto', flexShrink: 0 },
});

/** Every change before it is written: cell, before, after, why; each can be left out. */
export default function PreviewPanel({ preview }: { readonly preview: Preview }) {
  const session = useSession();
  const styles = useStyles();
  const isBusy = usePane((state) => state.task !== null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(() => new Set(preview.edits.keys()));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const free = freeEdits(preview.edits);
  const toggle = (index: number): void => {
    const next = new Set(ticked);
    const isOn = next.has(index);
    // Inserted rows and what is written after them stand or fall together.
    const all = index < free ? [index] : [...preview.edits.keys()].slice(free);
    for (const one of all)
      if (isOn) next.delete(one);
      else next.add(one);
    setTicked(next);
  };
  const isAll = ticked.size === preview.edits.length;
  return (
    <section
      className={styles.panel}
      aria-labelledby="preview-heading"
      onKeyDown={(event) => event.key === 'Escape' && session.closePreview()}
    >
      <div className={styles.head}>
        <h2 id="preview-heading" ref={heading} tabIndex={-1} className={styles.heading}>
          {PREVIEW.heading}：{preview.title}
        </h2>
        <Text size={200}>{preview.edits.length === 0 ? PREVIEW.nothing : PREVIEW.promise}</Text>
        {preview.edits.length > 1 && (
          <Checkbox
            label={`${PREVIEW.all}（${preview.edits.length}）`}
            checked={isAll ? true : ticked.size === 0 ? false : 'mixed'}
            onChange={() => setTicked(new Set(isAll ? [] : preview.edits.keys()))}
          />
        )}
      </div>
      <ul className={styles.list} tabIndex={0} aria-label={PREVIEW.heading}>
        {preview.edits.slice(0, DRAWN).map((one, index) => {
          const { where, before, after, reason } = describeEdit(one);
          return (
            <li key={index} className={styles.item}>
              <div className={styles.place}>
                <Checkbox
                  className={styles.where}
                  label={where}
                  checked={ticked.has(index)}
                  onChange={() => toggle(index)}
                />
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={PREVIEW.lookAt(where)}
                  onClick={() => void session.lookAt(one.edit)}
                >
                  {PREVIEW.look}
                </Button>
              </div>
              <dl className={styles.values}>
                {before !== '' && (
                  <>
                    <dt>{PREVIEW.before}</dt>
                    <dd className={mergeClasses(styles.value, styles.before)}>{before}</dd>
                  </>
                )}
                <dt>{PREVIEW.after}</dt>
                <dd className={mergeClasses(styles.value, styles.after)}>{after}</dd>
              </dl>
              <Text size={200} className={styles.reason}>
                {reason}
              </Text>
            </li>
          );
        })}
        {preview.edits.length > DRAWN && <li>{PREVIEW.more(preview.edits.length - DRAWN)}</li>}
      </ul>
      {preview.skipped.length > 0 && (
        <div className={styles.skipped} tabIndex={0} role="group" aria-label={PREVIEW.skipped(preview.skipped.length)}>
          <Text size={200}>
            {PREVIEW.skipped(preview.skipped.length)}
            {preview.skipped.map(({ where, why }) => `${where}（${why}）`).join('、')}
          </Text>
        </div>
      )}
      <div className={styles.foot}>
        <Button
          appearance="primary"
          disabledFocusable={ticked.size === 0 || isBusy}
          onClick={() => void session.apply(ticked)}
        >
          {PREVIEW.apply(ticked.size)}
        </Button>
        <Button onClick={session.closePreview}>{PREVIEW.cancel}</Button>
      </div>
    </section>
  );
}
