import { JSDOM } from 'jsdom';
import type { DraftDocument } from '@/lib/draft/reply/document';
import { toPlainText, toReplyText } from '@/lib/draft/reply/write-reply';
import { textBlocks } from '@/lib/helpdesk/editor/blocks';
import { parseHtml } from '@/lib/helpdesk/editor/html';
import { writeFor } from '@/lib/helpdesk/editor/write-for';
import type { ModelRequest } from '@/lib/model/contract';
import { renderReply } from '@/lib/panel/insertion/render-reply';
import { planted } from './injection-scene';

/** Pages, as the message readers, the sanitiser and the content script find one in the browser. */
export function openPage(): void {
  const { window } = new JSDOM('<!doctype html><body></body>', {
    url: 'https://acme.zendesk.com/agent/tickets/7',
  });
  const names = [
    'DOMParser',
    'Node',
    'Element',
    'HTMLElement',
    'HTMLTextAreaElement',
    'document',
    'window',
  ] as const;
  for (const name of names)
    Object.defineProperty(globalThis, name, {
      value: name === 'window' ? window : window[name],
      configurable: true,
    });
}

export interface Exit {
  exit: 'request' | 'draft' | 'html' | 'composer';
  content: string;
  /** The part of it that is read as HTML. */
  html?: string;
}

/**
 * Everything that leaves: what the endpoint is sent (the rules' own canary stands in its rules by design and is no leak
 * there), the draft as the panel holds it, its HTML for reply box and clipboard, and what each editor is given.
 */
export async function exitsOf(
  requests: readonly ModelRequest[],
  document: DraftDocument | null,
): Promise<Exit[]> {
  const exits: Exit[] = requests.map(({ prompt }) => ({
    exit: 'request',
    content: prompt
      .map(({ role, content }) => (role === 'system' ? content.replaceAll(planted.rules, '') : content))
      .join('\n'),
  }));
  if (document === null) return exits;
  const hrefs = JSON.stringify(document);
  exits.push({ exit: 'draft', content: [hrefs, toReplyText(document), toPlainText(document)].join('\n') });
  const pasted = await renderReply(document, { paragraphGap: 'blank-line' });
  const copied = await renderReply(document, { paragraphGap: 'none' });
  exits.push({ exit: 'html', content: `${pasted}\n${copied}`, html: pasted + copied });
  const text = toPlainText(document);
  for (const { element, format } of editors()) {
    const payload = format === 'plain' ? textBlocks(text) : parseHtml(pasted);
    for (const placement of ['replace', 'append'] as const) {
      const request = writeFor(
        element,
        format,
        { before: textBlocks('Old text.'), payload, placement },
        text,
      );
      exits.push({ exit: 'composer', content: `${request.html}\n${request.text}`, html: request.html });
    }
  }
  return exits;
}

/** One reply box of each kind that the two helpdesks have. */
function editors(): { element: HTMLElement; format: 'rich' | 'plain' }[] {
  const box = (html: string) => {
    const holder = document.createElement('div');
    holder.innerHTML = html;
    return holder.firstElementChild as HTMLElement;
  };
  return [
    { element: box('<div class="ck-editor__editable" contenteditable="true"></div>'), format: 'rich' },
    { element: box('<div class="ck-editor__editable" contenteditable="true"></div>'), format: 'plain' },
    { element: box('<div class="public-DraftEditor-content" contenteditable="true"></div>'), format: 'rich' },
    { element: box('<div data-lexical-editor="true" contenteditable="true"></div>'), format: 'rich' },
    { element: box('<div class="ProseMirror" contenteditable="true"></div>'), format: 'rich' },
    { element: box('<textarea></textarea>'), format: 'plain' },
  ];
}

const fixedTags = new Set(['P', 'BR', 'UL', 'OL', 'LI', 'STRONG', 'EM', 'A']);

/** What in some HTML could act or load: an element, attribute or address that no reply needs. `null`: nothing. */
export function activeIn(html: string): string | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('*')) {
    if (!fixedTags.has(element.tagName)) return `<${element.tagName.toLowerCase()}>`;
    for (const { name, value } of element.attributes) {
      if (name !== 'href' || !/^(?:https?:\/\/|mailto:)/.test(value)) return `${name}="${value}"`;
    }
  }
  return null;
}
