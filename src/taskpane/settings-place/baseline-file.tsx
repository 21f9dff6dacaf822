import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useRef } from 'react';
import { usePane, useSession } from '../app/session-context';
import { Captured } from '../fill-place/captured';
import { SETTINGS } from './words';

const useStyles = makeStyles({ button: { alignSelf: 'flex-start' } });

/** Points to a baseline that was captured elsewhere; it comes into the workbook after the same questions as any. */
export function BaselineFile() {
  const session = useSession();
  const styles = useStyles();
  const capture = usePane((state) => state.capture);
  const isBusy = usePane((state) => state.task !== null);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        aria-label={SETTINGS.loadBaseline}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file && !isBusy) void session.loadBaseline(file);
        }}
      />
      {capture && typeof capture.from !== 'string' ? (
        <>
          <Text weight="semibold">{capture.from.name}</Text>
          <Captured capture={capture} />
        </>
      ) : (
        <>
          <Button className={styles.button} disabledFocusable={isBusy} onClick={() => input.current?.click()}>
            {SETTINGS.loadBaseline}
          </Button>
          <Text size={200}>{SETTINGS.loadBaselineHint}</Text>
        </>
      )}
    </>
  );
}
