import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { HELP } from './help-words';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '4px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  title: {
    cursor: 'pointer',
    padding: '4px 0',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  steps: { margin: '0 0 8px', paddingLeft: '20px', overflowWrap: 'anywhere' },
});

/** 使用帮助: each task in a few steps, and what is asked most; folded until it is wanted. */
export function Help() {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-labelledby="help-heading">
      <h2 id="help-heading" className={styles.heading}>
        {HELP.heading}
      </h2>
      {HELP.topics.map(({ title, steps }) => (
        <details key={title}>
          <summary className={styles.title}>{title}</summary>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step}>
                <Text size={200}>{step}</Text>
              </li>
            ))}
          </ol>
        </details>
      ))}
      <details>
        <summary className={styles.title}>{HELP.questions}</summary>
        <ul className={styles.steps}>
          {HELP.answers.map(([question, answer]) => (
            <li key={question}>
              <Text size={200} weight="semibold">
                {question}
              </Text>{' '}
              <Text size={200}>{answer}</Text>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
