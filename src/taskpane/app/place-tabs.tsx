import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';
import { placesOf, type PlaceId } from '../session';
import { usePane, useSession } from './session-context';
import { PLACES, SHELL } from './words';

const useStyles = makeStyles({
  tabs: { display: 'flex', flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    padding: '6px 2px 4px',
    border: 'none',
    borderBottom: '3px solid transparent',
    cursor: 'pointer',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    // There the hover colour is as bright as the text.
    ':global([data-look="contrast"])': {
      ':hover': { backgroundColor: 'transparent', textDecorationLine: 'underline' },
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    // The system paints transparent borders there; only the chosen tab may have one.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

/**
 * The five places. Fluent's own tabs put hidden stops for the keyboard around themselves, which screen readers
 * may land on; these have none: one stop with Tab, then the arrow keys.
 */
export function PlaceTabs() {
  const session = useSession();
  const styles = useStyles();
  const place = usePane((state) => state.place);
  const list = useRef<HTMLDivElement>(null);
  const places = placesOf(session.work);
  const go = (id: PlaceId | undefined): void => {
    if (!id) return;
    session.go(id);
    list.current?.querySelector<HTMLElement>(`#tab-${id}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = places.indexOf(place);
    const last = places.length - 1;
    const to = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(places[to]);
  };
  return (
    <div ref={list} role="tablist" aria-label={SHELL.places} className={styles.tabs} onKeyDown={onKeyDown}>
      {places.map((id) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          className={mergeClasses(styles.tab, id === place && styles.chosen)}
          aria-selected={id === place}
          aria-controls="place"
          tabIndex={id === place ? 0 : -1}
          title={PLACES[id].about}
          onClick={() => go(id)}
        >
          {PLACES[id].title}
        </button>
      ))}
    </div>
  );
}
