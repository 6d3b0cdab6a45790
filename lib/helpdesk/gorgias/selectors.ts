/**
 * Everything that Footnote knows of the Gorgias page. Class names are `Component--part` and a hash, so they are matched
 * by their stable half. Which editor the reply box is was never documented: several are known, most likely first.
 */
export const gorgiasSelectors = {
  thread: ['[aria-label="Ticket thread"]'],
  bubble: ['[class*="MessageBubble--messageBubble"]'],
  customerName: ['[aria-label="Breadcrumbs"] a[href*="/customer/"]', 'a[href*="/app/customer/"]'],
  editors: [
    '.public-DraftEditor-content[contenteditable="true"]',
    '[data-lexical-editor="true"][contenteditable="true"]',
    '.ProseMirror[contenteditable="true"]',
    '[data-slate-editor="true"]',
    '.ql-editor[contenteditable="true"]',
    '[role="textbox"][contenteditable="true"]',
    'textarea',
  ],
  /** A locked reply box still is the reply box. */
  lockedEditors: [
    '.public-DraftEditor-content',
    '[data-lexical-editor="true"]',
    '.ProseMirror',
    'textarea[readonly], textarea[disabled]',
  ],
  notComposer: '#note-field, [aria-label="Note"], [type="search"], [role="search"] *, [role="combobox"]',
  /** Controls that say which channel is chosen. */
  chosenControls:
    '[aria-pressed="true"], [aria-selected="true"], [aria-current], [aria-checked="true"], [aria-haspopup]',
  /** Controls of a switch that say of themselves that they are not chosen. */
  unchosenControls: '[aria-pressed="false"], [aria-selected="false"], [aria-checked="false"]',
} as const;

/** A bare `textarea` is the reply box only when it says so. */
export const replyWords = /repl|message|antwort|nachricht|respon|mensagem|mensaje|messag|返信|メッセージ/i;

/** What the send buttons are called. */
export const sendWords = /^(?:send\b|reply$|senden\b|enviar\b|envoyer\b|送信)/i;
