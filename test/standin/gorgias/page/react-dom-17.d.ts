declare module 'react-dom-17' {
  import type { ReactElement } from 'react';

  /** React 17's entry, which the types of React 19 no longer know. */
  export function render(element: ReactElement, container: Element): void;
}
