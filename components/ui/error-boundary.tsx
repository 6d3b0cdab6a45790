import { Component, type ReactNode } from 'react';
import { i18n } from '#i18n';
import { Button } from './button';
import { EmptyState } from './empty-state';

export interface ErrorBoundaryProps {
  /** What is kept although this page stopped, in words. */
  kept: string;
  onReload: () => void;
  children: ReactNode;
}

/** A fault in drawing takes the whole page away; here it leaves words and a way on. React knows only classes for this. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { fault: string | null }> {
  override state = { fault: null };

  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override render() {
    const { fault } = this.state;
    const { kept, onReload, children } = this.props;
    if (fault === null) return children;
    return (
      <main>
        <EmptyState
          level={1}
          title={i18n.t('fault.stopped')}
          actions={
            <Button variant="primary" onClick={onReload}>
              {i18n.t('fault.reload')}
            </Button>
          }
        >
          <p>{kept}</p>
          <p>{i18n.t('fault.tell', [fault])}</p>
        </EmptyState>
      </main>
    );
  }
}
