// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { gorgiasPage } from './page';

const at = (path: string) =>
  gorgiasPage.findOpenTicket(document, new URL(path, 'https://brewhaven.gorgias.com'));

describe('which ticket is open in Gorgias', () => {
  it.each([
    ['/app/views/1234567/301442817', '301442817'],
    ['/app/views/1234567/301442817/', '301442817'],
    ['/app/views/1234567/301442817/timeline/5', '301442817'],
    ['/app/ticket/301442817', '301442817'],
    ['/app/ticket/301442817/?x=1', '301442817'],
    ['/app/tickets/301442817', '301442817'],
  ])('is read from %s', (path, id) => {
    expect(at(path)).toEqual({
      kind: 'ticket',
      helpdesk: 'gorgias',
      account: 'brewhaven.gorgias.com',
      ticketId: id,
      url: `https://brewhaven.gorgias.com/app/ticket/${id}`,
    });
  });

  it.each([
    '/app/views/1234567',
    '/app/views',
    '/app/customer/990214',
    '/app/ticket/new',
    '/app/settings/api',
    '/',
    '/app/views/12/new',
    '/other/app/ticket/1',
  ])('is none at %s', (path) => {
    expect(at(path)).toEqual({ kind: 'none' });
  });
});

const draft = (text = '') =>
  `<div class="DraftEditor-root"><div class="public-DraftEditor-content" contenteditable="true" role="textbox"><div data-contents="true"><div data-block="true">${text}</div></div></div></div>`;

function show(html: string): void {
  document.body.innerHTML = html;
}
const find = () => gorgiasPage.findComposer(document, '1');

describe('the reply box of Gorgias', () => {
  it.each([
    ['Draft.js', draft(), 'public-DraftEditor-content'],
    ['Lexical', '<div class="lx" data-lexical-editor="true" contenteditable="true"></div>', 'lx'],
    ['ProseMirror', '<div class="ProseMirror" contenteditable="true"></div>', 'ProseMirror'],
    ['Quill', '<div class="ql-editor" contenteditable="true"></div>', 'ql-editor'],
    ['an unknown editor', '<div class="new" role="textbox" contenteditable="true"></div>', 'new'],
  ])('is found when it is %s', (_name, html, className) => {
    show(
      `<div aria-label="Ticket thread"></div>${html}<textarea id="note-field" aria-label="Note"></textarea><input type="search">`,
    );
    const found = find();
    expect(found.found && found.element.className).toBe(className);
  });

  it('may be a textarea that says so, and no other', () => {
    show('<textarea aria-label="Write a reply"></textarea><textarea aria-label="Tags"></textarea>');
    expect(find()).toMatchObject({ found: true, format: 'plain' });
    show('<textarea aria-label="Tags"></textarea>');
    expect(find()).toEqual({ found: false, reason: 'missing' });
  });

  it('is the one below the thread when there are two', () => {
    show(`${draft('above')}<div aria-label="Ticket thread"></div>${draft('below')}`);
    const found = find();
    expect(found.found && found.element.textContent).toBe('below');
  });

  it('is the one that the agent is in when both lie below', () => {
    show(`<div aria-label="Ticket thread"></div>${draft('reply')}${draft('note')}`);
    expect(find()).toEqual({ found: false, reason: 'several' });
    const note = document.querySelectorAll<HTMLElement>('.public-DraftEditor-content')[1];
    if (note) note.tabIndex = 0;
    note?.focus();
    const found = find();
    expect(found.found && found.element.textContent).toBe('note');
  });

  it('is not one that is hidden', () => {
    show(`<div style="visibility:hidden">${draft('hidden')}</div>${draft('shown')}`);
    const found = find();
    expect(found.found && found.element.textContent).toBe('shown');
  });

  it.each([
    [
      '<button aria-pressed="true">Internal note</button><button aria-pressed="false">Reply by email</button>',
      'internal',
    ],
    [
      '<button aria-pressed="false">Internal note</button><button aria-pressed="true">Email</button>',
      'public',
    ],
    ['<button aria-haspopup="menu" aria-label="Channel: Interne Notiz"></button>', 'internal'],
    [
      '<button aria-pressed="true">Internal note</button><button aria-pressed="true">Email</button>',
      'unknown',
    ],
    [
      '<button aria-pressed="false">Internal note</button><button aria-pressed="true">Odpověď</button>',
      'public',
    ],
    ['<button role="tab" aria-selected="false">Internal note</button>', 'unknown'],
    ['<button>Internal note</button><button>Send</button>', 'unknown'],
    ['<button>Send</button>', 'unknown'],
  ])('has the mode that a chosen control near it tells: %s', (controls, mode) => {
    show(`<form>${controls}${draft()}</form>`);
    expect(find()).toMatchObject({ found: true, mode });
  });
});

describe('the send buttons of Gorgias', () => {
  it('are told by their names, and nothing else is', () => {
    show(
      '<button>Send</button><button aria-label="Send &amp; Close"><svg></svg></button><button>Reply templates</button><button>Close</button><a>Send</a>',
    );
    const buttons = [...document.querySelectorAll('button, a')].map((each) =>
      gorgiasPage.isSendControl(each),
    );
    expect(buttons).toEqual([true, true, false, false, false]);
  });
});
