import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { i18n } from '#i18n';
import type { Claim } from '@/lib/draft/claim';
import type { DraftDocument } from '@/lib/draft/reply/document';
import type { Source } from '@/lib/draft/session/session-state';
import { claimMarksKey, type ShownClaims } from './claim-marks';
import { claimPosition } from './claim-positions';
import { type EditorNode, fromEditorJson, toEditorJson } from './document-json';
import styles from './draft.module.css';
import { createEditor } from './editor-setup';
import { claimBefore } from './segments';

export interface DraftEditorHandle {
  focus(): void;
  /** Puts a canned reply at the caret. */
  insert(document: DraftDocument): void;
  insertLink(href: string, text: string): void;
  /** Scrolls to a claim and puts the caret behind it. */
  showClaim(claimId: string): void;
  claimAtCaret(): Claim | null;
}

export interface DraftEditorProps {
  document: DraftDocument;
  claims: readonly Claim[];
  sources: readonly Source[];
  language: string | null;
  openClaim: string | null;
  handle?: Ref<DraftEditorHandle>;
  onChange: (document: DraftDocument) => void;
  onOpenSource: (number: number, claim: Claim | null) => void;
  onOpenClaim: (claim: Claim) => void;
  onCannedReplies: () => void;
}

/** Mount with the alternative's id as `key`: each alternative has its own undo history. */
export function DraftEditor(props: DraftEditorProps) {
  const { document, claims, language, openClaim, handle } = props;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const latest = useRef(props);
  latest.current = props;
  /** The document as the editor holds it; what comes back by props unchanged is not set again. */
  const held = useRef(document);

  useEffect(() => {
    const created = createEditor({
      element: place.current,
      content: toEditorJson(held.current),
      attributes: {
        class: styles.draft ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': i18n.t('panel.draft.name'),
        dir: 'auto',
        // Browsers may ask a server to check spelling; a ticket stays here.
        spellcheck: 'false',
        ...(language ? { lang: language } : {}),
      },
      citations: {
        sourceOf: (number) => latest.current.sources.find((each) => each.number === number),
        onOpen: (number, pos) =>
          latest.current.onOpenSource(number, claimOfFootnote(created, latest.current.claims, number, pos)),
      },
      marks: {
        onOpen: (id) => {
          const claim = latest.current.claims.find((each) => each.id === id);
          if (claim) latest.current.onOpenClaim(claim);
        },
      },
      onChange: (changed) => {
        held.current = fromEditorJson(changed.getJSON() as EditorNode);
        latest.current.onChange(held.current);
      },
      onSemicolon: () => latest.current.onCannedReplies(),
    });
    editor.current = created;
    return () => created.destroy();
  }, [language]);

  useEffect(() => {
    const { current } = editor;
    if (!current || document === held.current) return;
    held.current = document;
    current.view.dispatch(closeHistory(current.state.tr));
    current.commands.setContent(toEditorJson(document), { emitUpdate: false });
    showMarks(current, { claims: latest.current.claims, open: latest.current.openClaim });
  }, [document]);

  // Not with every letter: between two checks the marks move with the words by themselves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new editor has no marks yet.
  useEffect(() => {
    if (editor.current) showMarks(editor.current, { claims, open: openClaim });
  }, [claims, openClaim, language]);

  useImperativeHandle(
    handle,
    () =>
      createHandle(
        () => editor.current,
        () => latest.current.claims,
      ),
    [],
  );

  return <div ref={place} className={styles.editor} />;
}

function showMarks({ view, state }: Editor, shown: ShownClaims): void {
  view.dispatch(state.tr.setMeta(claimMarksKey, shown).setMeta('addToHistory', false));
}

function createHandle(editorNow: () => Editor | null, claimsNow: () => readonly Claim[]): DraftEditorHandle {
  return {
    focus() {
      editorNow()?.commands.focus();
    },
    insert(document) {
      editorNow()
        ?.chain()
        .focus()
        .insertContent(toEditorJson(document).content ?? [])
        .run();
    },
    insertLink(href, text) {
      const link = { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] };
      editorNow()?.chain().focus().insertContent(link).run();
    },
    showClaim(claimId) {
      const words = editorNow()?.view.dom.querySelector(`[data-words="${CSS.escape(claimId)}"]`);
      words?.scrollIntoView({ block: 'nearest' });
    },
    claimAtCaret() {
      const editor = editorNow();
      if (!editor) return null;
      const { from } = editor.state.selection;
      const at = claimsNow().map((claim) => ({ claim, place: claimPosition(editor.state.doc, claim) }));
      return at.find(({ place }) => place && place.from <= from && from <= place.mark + 1)?.claim ?? null;
    },
  };
}

/** Which of the claims a pressed footnote supports, by its place in the text. */
function claimOfFootnote(
  editor: Editor,
  claims: readonly Claim[],
  number: number,
  pos: number,
): Claim | null {
  const at = editor.state.doc.resolve(pos);
  const item = at.depth > 1 ? at.index(1) : null;
  let offset = 0;
  at.parent.forEach((child, childOffset) => {
    if (at.start() + childOffset >= pos) return;
    offset += child.isText ? child.nodeSize : child.type.name === 'hardBreak' ? 1 : 0;
  });
  const here = claims.filter((claim) => claim.block === at.index(0) && claim.item === item);
  return claimBefore(here, offset, number);
}
