import { Button, Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Finding } from '../../audit';
import { remembered, remember } from '../app/memory';
import { useSession } from '../app/session-context';
import { AUDIT } from './words';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '6px' },
  buttons: { display: 'flex', gap: '6px' },
  field: { minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
});

/** The reason with which a questioned value is kept. */
export default function ExplainForm({ finding }: { readonly finding: Finding }) {
  const session = useSession();
  const styles = useStyles();
  const fewest = session.work.explanations?.fewest ?? 0;
  const [text, setText] = useState(finding.explanation?.text ?? '');
  const [by, setBy] = useState(() => remembered('by'));
  const [isTooShort, setTooShort] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  // Also when the form has grown by what is wrong.
  useEffect(() => {
    first.current?.form?.scrollIntoView?.({ block: 'nearest' });
  }, [isTooShort]);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const isShort = [...text.trim()].length < fewest;
    setTooShort(isShort);
    if (isShort) {
      first.current?.focus();
      return;
    }
    remember('by', by.trim());
    void session.explain(finding, text, by);
  };
  const cancel = (): void => session.startExplaining(null);
  return (
    <form noValidate className={styles.form} onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && cancel()}>
      <Field
        className={styles.field}
        label={AUDIT.explainText}
        required
        hint={AUDIT.explainHint(fewest)}
        {...(isTooShort ? { validationMessage: AUDIT.tooShort(fewest) } : {})}
      >
        <Textarea
          textarea={{ ref: first }}
          className={styles.input}
          value={text}
          maxLength={500}
          resize="vertical"
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <Field className={styles.field} label={AUDIT.explainBy}>
        <Input className={styles.input} value={by} maxLength={30} onChange={(_, { value }) => setBy(value)} />
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" size="small" type="submit">
          {AUDIT.explainSave}
        </Button>
        <Button size="small" onClick={cancel}>
          {AUDIT.explainCancel}
        </Button>
      </div>
    </form>
  );
}
