import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane, useSession } from '../app/session-context';
import { Captured } from './captured';
import { SECTION } from './section-style';
import { BASELINE } from './words';

const useStyles = makeStyles(SECTION);

/** 登记方案基准: the open workbook as the official annexes, held against what was published, kept after the yes to each contradiction. */
export function BaselineSection() {
  const session = useSession();
  const styles = useStyles();
  const basis = usePane((state) => state.basis);
  const capture = usePane((state) => state.capture);
  const isBusy = usePane((state) => state.task !== null);
  const [source, setSource] = useState('');
  return (
    <section className={styles.section} aria-labelledby="baseline-heading">
      <h2 id="baseline-heading" className={styles.heading}>
        {BASELINE.heading}
      </h2>
      <Text size={200}>{basis === null ? BASELINE.about : BASELINE.kept(basis)}</Text>
      {capture && typeof capture.from === 'string' ? (
        <Captured capture={capture} />
      ) : (
        <>
          <Field label={BASELINE.source} hint={BASELINE.sourceHint}>
            <Input value={source} onChange={(_, { value }) => setSource(value)} />
          </Field>
          <div className={styles.buttons}>
            <Button
              disabledFocusable={isBusy || source.trim() === ''}
              onClick={() => void session.captureBaseline(source.trim())}
            >
              {BASELINE.start}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
