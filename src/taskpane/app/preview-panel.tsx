import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Preview } from '../session';
import { PreviewList } from './preview-list';
import { usePane, useSession } from './session-context';
import { PREVIEW } from './words';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 },
  head: { padding: '12px 12px 4px', display: 'flex', flexDirection: 'column', gap: '2px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, outlineStyle: 'none' },
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
      <PreviewList preview={preview} ticked={ticked} onTicked={setTicked} />
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
