import { Button, Field, makeStyles, Select, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { downloadXlsx } from '../app/download';
import { usePane, useSession } from '../app/session-context';
import { SECTION } from './section-style';
import { TEMPLATE } from './words';

const useStyles = makeStyles(SECTION);

/** The chosen unit; the two that are no unit's name. */
const [NOT_CHOSEN, CITY_WIDE] = ['', '*'];

/** 报送模板: the submission workbook of a unit, opened beside this one or saved as a file. */
export function TemplateSection() {
  const session = useSession();
  const styles = useStyles();
  const basis = usePane((state) => state.basis);
  const isBusy = usePane((state) => state.task !== null);
  const [units, setUnits] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState(NOT_CHOSEN);
  useEffect(() => void session.templateUnits().then(setUnits), [session, basis]);
  const isReady = !isBusy && chosen !== NOT_CHOSEN;
  const unit = chosen === CITY_WIDE ? null : chosen;
  const download = async (): Promise<void> => {
    const bytes = await session.makeTemplate(unit);
    if (!bytes) return;
    const name = TEMPLATE.file(unit);
    downloadXlsx(name, bytes);
    session.notify('success', TEMPLATE.downloaded(name));
  };
  return (
    <section className={styles.section} aria-labelledby="template-heading">
      <h2 id="template-heading" className={styles.heading}>
        {TEMPLATE.heading}
      </h2>
      <Text size={200}>{basis === null ? TEMPLATE.about : TEMPLATE.aboutBaseline(basis)}</Text>
      <Field label={TEMPLATE.unit}>
        <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
          <option value={NOT_CHOSEN}>{TEMPLATE.choose}</option>
          {units.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          <option value={CITY_WIDE}>{TEMPLATE.cityWide}</option>
        </Select>
      </Field>
      <div className={styles.buttons}>
        <Button disabledFocusable={!isReady} onClick={() => void session.openTemplate(unit)}>
          {TEMPLATE.open}
        </Button>
        {session.abilities.canDownload && (
          <Button disabledFocusable={!isReady} onClick={() => void download()}>
            {TEMPLATE.download}
          </Button>
        )}
      </div>
    </section>
  );
}
