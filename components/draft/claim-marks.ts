import { Extension } from '@tiptap/core';
import type { Node as EditorDocument } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Claim } from '@/lib/draft/claim';
import { claimPosition } from './claim-positions';
import { markGlyph, markName } from './mark-words';
import styles from './marks.module.css';
import { hasMark } from './segments';

export interface ClaimMarksOptions {
  onOpen: (claimId: string) => void;
}

export const claimMarksKey = new PluginKey<DecorationSet>('claimMarks');

/** What the editor is told to draw. `open`: the claim whose sheet is shown. */
export interface ShownClaims {
  claims: readonly Claim[];
  open: string | null;
}

/** Draws the ledger over the text. Between two checks the marks move with the words. */
export const ClaimMarks = Extension.create<ClaimMarksOptions>({
  name: 'claimMarks',
  addOptions() {
    return { onOpen: () => {} };
  },
  addProseMirrorPlugins() {
    const { onOpen } = this.options;
    return [
      new Plugin({
        key: claimMarksKey,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, marks) {
            const shown = transaction.getMeta(claimMarksKey) as ShownClaims | undefined;
            if (shown) return draw(transaction.doc, shown, onOpen);
            return transaction.docChanged ? follow(transaction, marks) : marks;
          },
        },
        props: { decorations: (state) => claimMarksKey.getState(state) },
      }),
    ];
  },
});

function draw(
  doc: EditorDocument,
  { claims, open }: ShownClaims,
  onOpen: (id: string) => void,
): DecorationSet {
  const decorations: Decoration[] = [];
  for (const claim of claims) {
    const place = claimPosition(doc, claim);
    if (!place) continue;
    const attributes = { class: `${styles.claim} ${styles[claim.state]}`, 'data-words': claim.id };
    decorations.push(Decoration.inline(place.from, place.to, attributes, { claim: claim.id }));
    if (!hasMark(claim)) continue;
    const isOpen = claim.id === open;
    const key = `${claim.id} ${claim.state} ${claim.text} ${isOpen}`;
    decorations.push(
      Decoration.widget(place.mark, () => chip(claim, isOpen, onOpen), { key, side: -1, claim: claim.id }),
    );
  }
  return DecorationSet.create(doc, decorations);
}

/** Words that were changed turn grey and lose their letter until they are checked again. */
function follow(transaction: Transaction, marks: DecorationSet): DecorationSet {
  const moved = marks.map(transaction.mapping, transaction.doc);
  const grey: Decoration[] = [];
  const touched = new Set<unknown>();
  for (const [index, map] of transaction.mapping.maps.entries()) {
    const rest = transaction.mapping.slice(index + 1);
    map.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
      for (const mark of moved.find(rest.map(newFrom, -1), rest.map(newTo, 1))) {
        if (mark.spec.claim === undefined) continue;
        touched.add(mark.spec.claim);
        if (mark.to > mark.from)
          grey.push(Decoration.inline(mark.from, mark.to, { class: styles.changed ?? '' }, {}));
      }
    });
  }
  if (touched.size === 0) return moved;
  return moved
    .remove(moved.find(undefined, undefined, (spec) => touched.has(spec.claim)))
    .add(transaction.doc, grey);
}

function chip(claim: Claim, isOpen: boolean, onOpen: (id: string) => void): HTMLElement {
  const dom = document.createElement('button');
  dom.type = 'button';
  dom.className = `${styles.chip} ${styles[`chip-${claim.state}`]} ${isOpen ? styles['chip-open'] : ''}`;
  dom.contentEditable = 'false';
  dom.dataset.claim = claim.id;
  dom.setAttribute('aria-label', markName(claim));
  dom.textContent = markGlyph(claim);
  dom.addEventListener('click', (event) => {
    event.preventDefault();
    onOpen(claim.id);
  });
  return dom;
}
