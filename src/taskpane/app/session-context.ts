import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PaneState, Session } from '../session';

export const SessionContext = createContext<Session | null>(null);

/** The session that the pane shows. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('The pane is shown outside of a session.');
  return session;
}

/** One part of the pane's state; `pick` must return the same value for the same state. */
export function usePane<T>(pick: (state: PaneState) => T): T {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => pick(store.get()));
}
