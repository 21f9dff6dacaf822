import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { use, useEffect, useState } from 'react';
import type { LevelChoice, Profile, Thresholds } from '../../audit';
import { THRESHOLD_BOUNDS } from '../../audit/profile-file';
import { ENTRY_KINDS, type EntryKind } from '../../recognize/types';
import { usePane, useSession } from '../app/session-context';
import type { RuleChoice, SettingsWork } from '../work/work';
import { LEVEL_CHOICES, SETTINGS, TABLES } from './words';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  button: { alignSelf: 'flex-start' },
  number: { minWidth: 0, width: '100%' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  rule: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    columnGap: '8px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { minWidth: 0, overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200 },
});

/** The rule profile: chosen, and adjusted where it may be. Every change is kept in the workbook. */
export function RuleSettings({ settings }: { readonly settings: SettingsWork }) {
  const session = useSession();
  const styles = useStyles();
  const profile = usePane((state) => state.settings.profile);
  useEffect(() => void session.loadProfile(), [session]);
  const choose = (id: string): void =>
    void session.chooseProfile(settings.profiles.find((one) => one.id === id) ?? null);
  return (
    <section className={styles.section}>
      <Field label={SETTINGS.profile} hint={SETTINGS.profileHint}>
        <Select value={profile?.id ?? ''} onChange={(_, { value }) => choose(value)}>
          <option value="">{SETTINGS.ownProfile}</option>
          {settings.profiles.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      {profile && <Adjust key={profile.id} settings={settings} profile={profile} />}
    </section>
  );
}

function Adjust({ settings, profile }: { readonly settings: SettingsWork; readonly profile: Profile }) {
  const session = useSession();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const change = (patch: Partial<Profile>): void => void session.chooseProfile({ ...profile, ...patch });
  const toggle = (kind: EntryKind): void =>
    change({ requiredTables: ENTRY_KINDS.filter((one) => (one === kind) !== profile.requiredTables.includes(one)) });
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{SETTINGS.required}</legend>
        {ENTRY_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={TABLES[kind]}
            checked={profile.requiredTables.includes(kind)}
            onChange={() => toggle(kind)}
          />
        ))}
      </fieldset>
      <Threshold name="classSizeSlack" profile={profile} change={change} />
      <Threshold name="mergeFrom" profile={profile} change={change} />
      <Checkbox label={SETTINGS.norms} checked={profile.norms} onChange={() => change({ norms: !profile.norms })} />
      <Button className={styles.button} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {SETTINGS.levels}
      </Button>
      {isOpen && <Levels settings={settings} profile={profile} change={change} />}
    </>
  );
}

interface Changing {
  readonly profile: Profile;
  readonly change: (patch: Partial<Profile>) => void;
}

/** A figure; what lies outside its bounds is not taken and says so. */
function Threshold({ name, profile, change }: Changing & { readonly name: keyof Thresholds }) {
  const styles = useStyles();
  const [text, setText] = useState(String(profile.thresholds[name]));
  const { least, most } = THRESHOLD_BOUNDS[name];
  const value = Number(text);
  const isFine = text.trim() !== '' && value >= least && value <= most;
  const keep = (): void => {
    if (isFine && value !== profile.thresholds[name]) change({ thresholds: { ...profile.thresholds, [name]: value } });
  };
  return (
    <Field label={SETTINGS.thresholds[name]} {...(isFine ? {} : { validationMessage: SETTINGS.between(least, most) })}>
      <Input
        className={styles.number}
        inputMode="decimal"
        value={text}
        onChange={(_, { value: typed }) => setText(typed)}
        onBlur={keep}
        onKeyDown={({ key }) => key === 'Enter' && keep()}
      />
    </Field>
  );
}

function Levels({ settings, profile, change }: Changing & { readonly settings: SettingsWork }) {
  const styles = useStyles();
  const rules = use(settings.rules());
  const set = ({ ids, level }: RuleChoice, chosen: LevelChoice): void => {
    const others = Object.entries(profile.levels).filter(([id]) => !ids.includes(id));
    // The rule's own level is none of the profile's business.
    const own = chosen === level ? [] : ids.map((id) => [id, chosen] as const);
    change({ levels: Object.fromEntries([...others, ...own]) });
  };
  return (
    <ul className={styles.list} aria-label={SETTINGS.levels}>
      {rules.map((rule) => {
        const name = `${rule.ids[0]} ${rule.title}`;
        const allowed = settings.allowed(profile, rule.level);
        return (
          <li key={name} className={styles.rule}>
            <span className={styles.title}>{name}</span>
            <Select
              size="small"
              aria-label={name}
              disabled={allowed.length === 1}
              value={profile.levels[rule.ids[0] ?? ''] ?? rule.level}
              onChange={(_, { value }) => set(rule, value as LevelChoice)}
            >
              {allowed.map((level) => (
                <option key={level} value={level}>
                  {LEVEL_CHOICES[level]}
                </option>
              ))}
            </Select>
          </li>
        );
      })}
    </ul>
  );
}
