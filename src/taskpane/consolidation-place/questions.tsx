import { Button, Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { usePane, useSession } from '../app/session-context';
import { CONSOLIDATION } from './words';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  button: { alignSelf: 'flex-start' },
});

/** What only a person can settle after a consolidation; the answers count when it is made again. */
export function Questions({ isBusy }: { readonly isBusy: boolean }) {
  const session = useSession();
  const styles = useStyles();
  const questions = usePane((state) => state.questions);
  const { units, schools } = usePane((state) => state.decisions);
  if (questions.length === 0) return null;
  const answer = ({ about, key, standing }: (typeof questions)[number]): string =>
    (about === 'unit' ? units : schools)[key] ?? standing;
  const isAnswered = questions.some((question) => answer(question) !== question.standing);
  return (
    <section className={styles.box} aria-labelledby="questions-title">
      <h2 id="questions-title" className={styles.heading}>
        {CONSOLIDATION.questions(questions.length)}
      </h2>
      <Text size={200}>{CONSOLIDATION.questionsHelp}</Text>
      {questions.map((question) => (
        <Field key={`${question.about}|${question.key}`} label={question.text}>
          <RadioGroup value={answer(question)} onChange={(_, { value }) => session.decide(question, value)}>
            {question.choices.map(({ id, label }) => (
              <Radio
                key={id}
                value={id}
                disabled={isBusy}
                label={id === question.standing ? `${label}${CONSOLIDATION.standing}` : label}
              />
            ))}
          </RadioGroup>
        </Field>
      ))}
      <Button
        appearance={isAnswered ? 'primary' : 'secondary'}
        className={styles.button}
        disabledFocusable={isBusy || !isAnswered}
        onClick={() => void session.combine()}
      >
        {CONSOLIDATION.again}
      </Button>
    </section>
  );
}
