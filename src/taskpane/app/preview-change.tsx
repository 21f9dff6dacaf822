import { Button, Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { describeEdit } from '../../fill';
import type { ProposedEdit } from '../../workbook';
import { useSession } from './session-context';
import { PREVIEW } from './words';

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: '4px 0 8px', margin: '0 12px' },
  place: { display: 'flex', alignItems: 'center', gap: '4px' },
  where: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  values: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: '8px', paddingLeft: '32px', margin: 0 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  before: { textDecorationLine: 'line-through' },
  after: { fontWeight: tokens.fontWeightSemibold },
  reason: { display: 'block', paddingLeft: '32px', color: tokens.colorNeutralForeground2 },
});

interface ChangeProps {
  readonly change: ProposedEdit;
  readonly isTicked: boolean;
  readonly onTick: (isOn: boolean) => void;
}

/** One change: cell, before, after, why; it can be left out, and its cell looked at. */
export function PreviewChange({ change, isTicked, onTick }: ChangeProps) {
  const session = useSession();
  const styles = useStyles();
  const { where, before, after, reason } = describeEdit(change);
  return (
    <div className={styles.item}>
      <div className={styles.place}>
        <Checkbox
          className={styles.where}
          label={where}
          checked={isTicked}
          onChange={(_, { checked }) => onTick(checked === true)}
        />
        <Button
          size="small"
          appearance="subtle"
          aria-label={PREVIEW.lookAt(where)}
          onClick={() => void session.lookAt(change.edit)}
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
    </div>
  );
}
