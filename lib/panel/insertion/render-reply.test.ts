// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { DraftDocument } from '@/lib/draft/reply/document';
import { renderReply } from './render-reply';

const paragraph = (text: string, href?: string): DraftDocument => ({
  blocks: [{ type: 'paragraph', content: [{ text, ...(href && { href }) }] }],
});

describe('a draft as HTML', () => {
  it('keeps paragraphs, lists, emphasis, breaks and links', async () => {
    const document: DraftDocument = {
      blocks: [
        { type: 'paragraph', content: [{ text: 'Hi\nAnn', bold: true }, { citation: 1 }] },
        {
          type: 'list',
          ordered: true,
          items: [[{ text: 'here', italic: true, href: 'https://shop.example/a' }]],
        },
      ],
    };
    expect(await renderReply(document, { paragraphGap: 'none' })).toBe(
      '<p><strong>Hi<br>Ann</strong></p><ol><li><a href="https://shop.example/a"><em>here</em></a></li></ol>',
    );
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '"><script>alert(1)</script>',
    '<a href="javascript:alert(1)">x</a>',
  ])('writes %s as words', async (text) => {
    const box = globalThis.document.createElement('div');
    box.innerHTML = await renderReply(paragraph(text), { paragraphGap: 'none' });
    expect(box.querySelectorAll('p').length).toBe(1);
    expect(box.querySelectorAll(':not(p)').length).toBe(0);
    expect(box.textContent).toBe(text);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'java\nscript:alert(1)'])(
    'makes no link of %s',
    async (href) => {
      expect(await renderReply(paragraph('invoice', href), { paragraphGap: 'none' })).toBe('<p>invoice</p>');
    },
  );
});
