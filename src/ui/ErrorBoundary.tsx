/** @file Keeps an error inside the part of the screen where it happened, with a way back. */
import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown in place of the children after an error; `retry` mounts them anew. */
  readonly fallback: (error: unknown, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
  readonly error: unknown;
}

const WORKING: State = { failed: false, error: null };

export class ErrorBoundary extends Component<Props, State> {
  override state: State = WORKING;

  static getDerivedStateFromError(error: unknown): State {
    return { failed: true, error };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return this.props.fallback(this.state.error, () => this.setState(WORKING));
  }
}
