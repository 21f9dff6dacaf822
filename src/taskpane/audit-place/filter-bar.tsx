import { Button, makeStyles, SearchBox, Select } from '@fluentui/react-components';
import { FilterFilled, FilterRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { usePane, useSession } from '../app/session-context';
import { filterChoices, isNarrowed, type Audited, type FindingState, type GroupBy } from '../session';
import { AUDIT, GROUP_WORDS, STATE_WORDS } from './words';

const useStyles = makeStyles({
  bar: { padding: '0 12px 8px', display: 'flex', flexDirection: 'column', gap: '6px' },
  line: { display: 'flex', gap: '6px' },
  search: { flexGrow: 1, minWidth: 0, maxWidth: 'none' },
  // A button that wraps while the search box has its cross makes what is below jump away under the mouse.
  filters: { flexShrink: 0, minWidth: 0, whiteSpace: 'nowrap' },
  grid: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '6px', '& > *': { minWidth: 0 } },
});

/** Search, and behind one button the rest of the filter. */
export default function FilterBar({ audited }: { readonly audited: Audited }) {
  const session = useSession();
  const styles = useStyles();
  const filter = usePane((state) => state.filter);
  const [isOpen, setOpen] = useState(false);
  const narrowed = isNarrowed({ ...filter, search: '' });
  return (
    <div className={styles.bar} role="search">
      <div className={styles.line}>
        <SearchBox
          size="small"
          className={styles.search}
          aria-label={AUDIT.search}
          placeholder={AUDIT.searchHint}
          value={filter.search}
          onChange={(_, { value }) => session.filter({ search: value })}
        />
        <Button
          size="small"
          className={styles.filters}
          icon={narrowed ? <FilterFilled /> : <FilterRegular />}
          aria-expanded={isOpen}
          aria-controls="filters"
          onClick={() => setOpen(!isOpen)}
        >
          {AUDIT.filters}
        </Button>
      </div>
      {isOpen && <Choices audited={audited} />}
    </div>
  );
}

function Choices({ audited }: { readonly audited: Audited }) {
  const session = useSession();
  const styles = useStyles();
  const filter = usePane((state) => state.filter);
  const { sheets, rules } = filterChoices(audited);
  return (
    <div id="filters" className={styles.grid}>
      <Select
        size="small"
        aria-label={AUDIT.bySheet}
        value={filter.sheet}
        onChange={(_, { value }) => session.filter({ sheet: value })}
      >
        <option value="">{AUDIT.allSheets}</option>
        {sheets.map((sheet) => (
          <option key={sheet}>{sheet}</option>
        ))}
      </Select>
      <Select
        size="small"
        aria-label={AUDIT.byRule}
        value={filter.rule}
        onChange={(_, { value }) => session.filter({ rule: value })}
      >
        <option value="">{AUDIT.allRules}</option>
        {rules.map(({ id, title }) => (
          <option key={id} value={id}>
            {id} {title}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        aria-label={AUDIT.byState}
        value={filter.state}
        onChange={(_, { value }) => session.filter({ state: value as FindingState })}
      >
        {Object.entries(STATE_WORDS).map(([state, word]) => (
          <option key={state} value={state}>
            {word}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        aria-label={AUDIT.groupBy}
        value={filter.groupBy}
        onChange={(_, { value }) => session.filter({ groupBy: value as GroupBy })}
      >
        {Object.entries(GROUP_WORDS).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </Select>
    </div>
  );
}
