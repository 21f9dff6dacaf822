import { FluentProvider, makeStyles, Text } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useSyncExternalStore, type ComponentType, type KeyboardEvent } from 'react';
import { AuditPlace } from '../audit-place/audit-place';
import type { PlaceId, Session } from '../session';
import { LiveRegion } from './live-region';
import { NoticeBar } from './notice-bar';
import { PlaceTabs } from './place-tabs';
import { loadLater, PreviewPanel } from './later';
import { SafetyNet } from './safety-net';
import { SessionContext, usePane, useSession } from './session-context';
import { TaskBar } from './task-bar';
import { THEMES, type LookSource } from './theme';
import { SHELL } from './words';

const VIEWS: Readonly<Record<PlaceId, ComponentType>> = {
  audit: AuditPlace,
  fill: lazy(() => import('../fill-place/fill-place')),
  reports: lazy(() => import('../reports-place/reports-place')),
  consolidation: lazy(() => import('../consolidation-place/consolidation-place')),
  settings: lazy(() => import('../settings-place/settings-place')),
};

const useStyles = makeStyles({
  provider: { height: '100%', overflow: 'hidden' },
  shell: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0, position: 'relative' },
  loading: { padding: '12px' },
  place: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'hidden' },
});

/** The whole pane: tabs, what is under way, what has to be said, and the place that is open. */
export function Pane({ session, look }: { readonly session: Session; readonly look: LookSource }) {
  const shown = useSyncExternalStore(look.subscribe, look.get);
  const styles = useStyles();
  useEffect(() => {
    const watching = session.watch();
    loadLater();
    return () => void watching.then((stop) => stop());
  }, [session]);
  return (
    <FluentProvider theme={THEMES[shown]} className={styles.provider} lang="zh-CN" data-look={shown}>
      <SafetyNet>
        <SessionContext.Provider value={session}>
          <Shell />
        </SessionContext.Provider>
      </SafetyNet>
    </FluentProvider>
  );
}

function Shell() {
  const session = useSession();
  const styles = useStyles();
  const place = usePane((state) => state.place);
  const preview = usePane((state) => state.preview);
  const View = VIEWS[place];
  const undoKey = (event: KeyboardEvent): void => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (!isUndo || isTyping(event.target)) return;
    event.preventDefault();
    void session.undo();
  };
  return (
    <div className={styles.shell} onKeyDown={undoKey}>
      <PlaceTabs />
      <TaskBar />
      <NoticeBar />
      <div id="place" role="tabpanel" aria-labelledby={`tab-${place}`} className={styles.place}>
        <Suspense fallback={<Text className={styles.loading}>{SHELL.loading}</Text>}>
          {preview !== null && preview.from === place ? (
            <PreviewPanel key={preview.title} preview={preview} />
          ) : (
            <View />
          )}
        </Suspense>
      </div>
      <LiveRegion />
    </div>
  );
}

/** Inside a text field Ctrl+Z takes back typing, not a change in the workbook. */
function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');
}
