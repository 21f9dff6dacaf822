import { Component, type ReactNode } from 'react';
import { SHELL } from './words';

interface Props {
  readonly children: ReactNode;
}

/** Says one line in place of an empty pane when drawing fails. */
export class SafetyNet extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <p role="alert">{SHELL.broken}</p> : this.props.children;
  }
}
