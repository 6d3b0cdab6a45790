import { Component, type ReactNode } from 'react';
import { cls } from './start-data';
import { words } from './words';

/** When the editor throws, its place goes blank and what was written is gone, as in a real app. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(error: Error) {
    window.__standin.errors.push(error.message);
  }

  override render() {
    return this.state.isBroken ? (
      <p className={cls('ReplyArea--broken')} role="alert">
        {words.broken}
      </p>
    ) : (
      this.props.children
    );
  }
}
