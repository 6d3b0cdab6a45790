import { Node } from '@tiptap/core';
import type { Source } from '@/lib/draft/session/session-state';
import { footnoteFlag, footnoteName } from './mark-words';
import styles from './marks.module.css';

export interface CitationOptions {
  sourceOf: (number: number) => Source | undefined;
  onOpen: (number: number, pos: number) => void;
}

/** A footnote in the text: one character wide for the caret, a button for everyone else. */
export const CitationNode = Node.create<CitationOptions>({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addOptions() {
    return { sourceOf: () => undefined, onOpen: () => {} };
  },
  addAttributes() {
    return { number: { default: 0, parseHTML: (element) => Number(element.getAttribute('data-footnote')) } };
  },
  parseHTML() {
    return [{ tag: '[data-footnote]' }];
  },
  renderHTML({ node }) {
    return ['sup', { 'data-footnote': node.attrs.number }, `${node.attrs.number}`];
  },
  renderText({ node }) {
    return `[${node.attrs.number}]`;
  },
  addNodeView() {
    return ({ node, getPos }) => {
      const number = Number(node.attrs.number);
      const source = this.options.sourceOf(number);
      const flag = footnoteFlag(source);
      const dom = document.createElement('button');
      dom.type = 'button';
      dom.className = [styles.chip, flag && styles[`flag-${flag}`]].filter(Boolean).join(' ');
      dom.dataset.footnote = String(number);
      dom.contentEditable = 'false';
      dom.setAttribute('aria-label', footnoteName(number, source, null));
      dom.textContent = String(number);
      dom.addEventListener('click', (event) => {
        event.preventDefault();
        this.options.onOpen(number, getPos() ?? 0);
      });
      return { dom, stopEvent: (event) => event.type === 'click' || event.type === 'keydown' };
    };
  },
});
