import { describe, expect, it } from 'vitest';
import { cleanTicket } from './clean-ticket';

describe('cleanTicket', () => {
  it.each([
    [
      'English',
      'Hi there,\n\nMy lamp is broken.\n\nKind regards,\nAnn Lee\nTel. +1 555 0100',
      'My lamp is broken.',
    ],
    ['one line', 'Hello, where is my order?', 'where is my order?'],
    [
      'German',
      'Sehr geehrte Damen und Herren,\n\nmeine Lampe ist kaputt.\n\nMit freundlichen Grüßen\nJens Maier',
      'meine Lampe ist kaputt.',
    ],
    ['French', 'Bonjour,\n\nMa lampe est cassée.\n\nCordialement,\nLuc', 'Ma lampe est cassée.'],
    ['Spanish', 'Hola:\n\nMi lámpara está rota.\n\nUn saludo,\nEva', 'Mi lámpara está rota.'],
    ['a phone', 'My lamp is broken.\n\nSent from my iPhone', 'My lamp is broken.'],
    ['dashes', 'My lamp is broken.\n--\nAnn Lee\nHead of Lamps', 'My lamp is broken.'],
    [
      'courtesies',
      'I hope this email finds you well. My lamp is broken. Thanks in advance for your help!',
      'My lamp is broken.',
    ],
  ])('takes manners off: %s', (_name, text, matter) => {
    expect(cleanTicket(text)).toBe(matter);
  });

  it.each([
    ['Gmail', 'On Tue, 3 Nov 2026 at 09:12, Shop <help@shop.example> wrote:\n> Your order shipped.'],
    [
      'Apple Mail, German',
      'Am 03.11.2026 um 09:12 schrieb Shop <help@shop.example>:\n> Ihre Bestellung ist unterwegs.',
    ],
    [
      'French',
      'Le mar. 3 nov. 2026 à 09:12, Shop <help@shop.example> a écrit :\n> Votre commande est partie.',
    ],
    [
      'Outlook',
      'From: Shop <help@shop.example>\nSent: Tuesday, 3 November 2026 09:12\nTo: Ann\nSubject: Order\n\nYour order shipped.',
    ],
    [
      'Outlook, German',
      'Von: Shop <help@shop.example>\nGesendet: Dienstag, 3. November 2026 09:12\nAn: Ann\nBetreff: Bestellung\n\nIhre Bestellung ist unterwegs.',
    ],
    ['Outlook rule', '________________________________\nYour order shipped.'],
    ['forwarded', '---------- Forwarded message ---------\nYour order shipped.'],
    ['Zendesk', '##- Please type your reply above this line -##\nYour order shipped.'],
  ])('cuts quoted history: %s', (_name, history) => {
    expect(cleanTicket(`My lamp is broken.\n\n${history}`)).toBe('My lamp is broken.');
  });

  it('cuts a disclaimer', () => {
    const disclaimer =
      'This e-mail and any attachments are confidential and intended only for the addressee. If you are not the intended recipient, delete it.';
    expect(cleanTicket(`My lamp is broken.\n\n${disclaimer}`)).toBe('My lamp is broken.');
  });

  it('keeps a question that stands below the thanks', () => {
    expect(cleanTicket('My lamp is broken.\nThanks\nCan I get a new one?')).toContain('Can I get a new one?');
  });

  it('keeps words that only look like a greeting', () => {
    expect(cleanTicket('Hi-fi speakers hum when I turn them on')).toBe(
      'Hi-fi speakers hum when I turn them on',
    );
  });

  it('never empties a text', () => {
    for (const text of ['Hi', 'Thanks!', '> quoted only', '']) {
      expect(cleanTicket(text)).toBe(text);
    }
    expect(cleanTicket('Hello,\nBest regards,\nAnn')).toMatch(/Ann/);
  });
});
