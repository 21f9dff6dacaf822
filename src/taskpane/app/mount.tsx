import { createRoot } from 'react-dom/client';
import type { Session } from '../session';
import { Pane } from './pane';
import type { LookSource } from './theme';

export interface PaneOptions {
  readonly look: LookSource;
}

/** Shows the pane in an element; the returned function takes it away. */
export function mountPane(element: HTMLElement, session: Session, options: PaneOptions): () => void {
  const root = createRoot(element);
  root.render(<Pane session={session} look={options.look} />);
  return () => root.unmount();
}
