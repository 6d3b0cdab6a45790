// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { zendeskPage } from './page';

const editor = (testId: string | null, text = '') =>
  `<div class="ck ck-content ck-editor__editable" contenteditable="true" role="textbox" ${testId ? `data-test-id="${testId}"` : ''}><p>${text}</p></div>`;
const rich = editor('omnicomposer-rich-text-ckeditor');
const plain = editor('omnicomposer-plain-text-ckeditor');
const switcher = (attributes: string) =>
  `<button data-test-id="omnichannel-channel-switcher-button" ${attributes}></button>`;

function show(inside: string, hidden = ''): void {
  document.body.innerHTML = `${hidden}<div data-side-conversations-anchor-id="7">${inside}</div>`;
}

const find = () => zendeskPage.findComposer(document, '7');

describe('the reply box of Zendesk', () => {
  it('is the one in the open ticket’s pane, not those of hidden tickets', () => {
    show(
      `${switcher('data-channel="web" aria-label="Email"')}${rich}`,
      `<div style="display:none" data-side-conversations-anchor-id="8">${rich}</div>`,
    );
    const found = find();
    expect(found).toMatchObject({ found: true, mode: 'public', modeLabel: 'Email', format: 'rich' });
    expect(found.found && found.element.closest('[data-side-conversations-anchor-id="7"]')).toBeTruthy();
  });

  it('is not the side conversation’s editor beside it', () => {
    show(`${rich}<section>${editor(null, 'side')}</section>`);
    const found = find();
    expect(found.found && found.element.textContent).toBe('');
  });

  it('is found inside a box that carries the test id', () => {
    show(`<div data-test-id="omnicomposer-rich-text-ckeditor">${editor(null, 'inner')}</div>`);
    const found = find();
    expect(found.found && found.element.classList.contains('ck-editor__editable')).toBe(true);
  });

  it('is plain for chats', () => {
    show(`${switcher('data-channel="chat"')}${plain}`);
    expect(find()).toMatchObject({ found: true, format: 'plain', mode: 'public' });
  });

  it('is missing in a closed ticket and several when two are drawn', () => {
    show('<p>closed</p>');
    expect(find()).toEqual({ found: false, reason: 'missing' });
    show(rich + rich);
    expect(find()).toEqual({ found: false, reason: 'several' });
  });

  it.each([
    ['data-channel="internal" aria-label="Note interne"', 'internal'],
    ['data-channel="web" aria-label="E-Mail"', 'public'],
    ['data-channel="native_messaging" aria-label="Messaging"', 'public'],
    ['aria-label="Interne Notiz"', 'internal'],
    ['aria-label="社内メモ"', 'internal'],
    ['aria-label="Public reply"', 'public'],
    ['aria-label="Etwas Neues"', 'unknown'],
    ['data-channel="brand_new" aria-label="Etwas Neues"', 'unknown'],
    ['data-channel="web" aria-label="Internal note"', 'unknown'],
  ])('has the mode that its switcher tells: %s is %s', (attributes, mode) => {
    show(switcher(attributes) + rich);
    expect(find()).toMatchObject({ found: true, mode });
  });

  it('has an unknown mode without a switcher', () => {
    show(rich);
    expect(find()).toMatchObject({ mode: 'unknown', modeLabel: null });
  });
});
