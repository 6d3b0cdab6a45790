// @vitest-environment happy-dom
import { act, createRef } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Claim } from '@/lib/draft/claim';
import type { DraftDocument } from '@/lib/draft/reply/document';
import { claims, document as draft, sources } from '@/test/support/gallery/fixtures';
import { DraftEditor, type DraftEditorHandle, type DraftEditorProps } from './draft-editor';

vi.mock('#i18n', () => import('@/test/support/i18n'));

let root: ReturnType<typeof createRoot>;
let place: HTMLElement;
const handle = createRef<DraftEditorHandle>();
const changes: DraftDocument[] = [];
const opened: string[] = [];

function show(over: Partial<DraftEditorProps> = {}) {
  act(() => {
    root.render(
      <DraftEditor
        document={draft}
        claims={claims}
        sources={sources}
        language="en"
        openClaim={null}
        handle={handle}
        onChange={(changed) => changes.push(changed)}
        onOpenSource={(number, claim: Claim | null) => opened.push(`source ${number} for ${claim?.id}`)}
        onOpenClaim={(claim) => opened.push(`claim ${claim.id}`)}
        onCannedReplies={() => opened.push('canned replies')}
        {...over}
      />,
    );
  });
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  changes.length = 0;
  opened.length = 0;
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

const box = () => place.querySelector('[role=textbox]')!;

describe('the draft editor', () => {
  it('is a named text box in the language of the reply', () => {
    show();
    expect(box().getAttribute('aria-label')).toBe('Draft reply');
    expect(box().getAttribute('lang')).toBe('en');
    expect(box().getAttribute('aria-multiline')).toBe('true');
  });

  it('underlines every claim whose words stand there', () => {
    show();
    const words = (id: string) =>
      [...box().querySelectorAll(`[data-words="${id}"]`)].map((each) => each.textContent).join('');
    expect(Object.fromEntries(claims.map((claim) => [claim.id, words(claim.id)]))).toEqual(
      Object.fromEntries(claims.map((claim) => [claim.id, claim.text])),
    );
  });

  it('puts a letter behind claims that no footnote carries', () => {
    show();
    const letters = [...box().querySelectorAll('[data-claim]')].map((each) => each.textContent);
    expect(letters).toEqual(['T', 'O', 'O', '≠', '?']);
  });

  it('names a footnote with its article', () => {
    show();
    expect(box().querySelector('[data-footnote]')?.getAttribute('aria-label')).toBe('Footnote 1, Returns');
  });

  it('opens the source of a footnote for the claim before it', () => {
    show();
    box().querySelectorAll<HTMLElement>('[data-footnote]')[1]!.click();
    box().querySelector<HTMLElement>('[data-claim=c8]')!.click();
    expect(opened).toEqual(['source 1 for c3', 'claim c8']);
  });

  it('tells what was inserted, and undraws marks of changed words only', () => {
    show();
    act(() => handle.current!.insert({ blocks: [{ type: 'paragraph', content: [{ text: 'New.' }] }] }));
    expect(
      changes.at(-1)!.blocks.flatMap((block) => (block.type === 'paragraph' ? block.content : [])),
    ).toContainEqual({ text: 'New.' });
    expect(box().querySelectorAll('[data-words=c8]').length).toBeGreaterThan(0);
  });

  it('takes a document set from outside without reporting it as an edit', () => {
    show();
    show({ document: { blocks: [{ type: 'paragraph', content: [{ text: 'Short.' }] }] }, claims: [] });
    expect(box().textContent).toBe('Short.');
    expect(changes).toEqual([]);
  });
});
