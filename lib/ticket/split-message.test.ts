import { describe, expect, it } from 'vitest';
import { splitMessage } from './split-message';

const old = 'Hello,\n\nyour parcel left us on Monday.\n\nKim';
const quotedOld = old
  .split('\n')
  .map((line) => `> ${line}`)
  .join('\n');

describe('quoted history', () => {
  it.each([
    ['Gmail, English', 'On Tue, Nov 3, 2026 at 10:00 AM Acme Help <help@acme.example> wrote:'],
    ['Gmail, German', 'Am Di., 3. Nov. 2026 um 10:00 Uhr schrieb Acme Help <help@acme.example>:'],
    ['Gmail, French', 'Le mar. 3 nov. 2026 à 10:00, Acme Help <help@acme.example> a écrit :'],
    ['Gmail, Spanish', 'El mar, 3 nov 2026 a las 10:00, Acme Help (<help@acme.example>) escribió:'],
    [
      'Apple Mail, Italian',
      'Il giorno 3 nov 2026, alle ore 10:00, Acme Help <help@acme.example> ha scritto:',
    ],
    ['Gmail, Portuguese', 'Em ter., 3 de nov. de 2026 às 10:00, Acme Help <help@acme.example> escreveu:'],
    ['Gmail, Dutch', 'Op di 3 nov 2026 om 10:00 schreef Acme Help <help@acme.example>:'],
    ['Gmail, Swedish', 'Den tis 3 nov. 2026 kl 10:00 skrev Acme Help <help@acme.example>:'],
    ['Gmail, Danish', 'Den tirs. 3. nov. 2026 kl. 10.00 skrev Acme Help <help@acme.example>:'],
    ['Gmail, Polish', 'wt., 3 lis 2026 o 10:00 Acme Help <help@acme.example> napisał(a):'],
    ['Gmail, Japanese', '2026年11月3日(火) 10:00 Acme Help <help@acme.example>:'],
  ])('is taken out below the attribution of %s', (_name, attribution) => {
    const split = splitMessage(`Where is it now?\n\n${attribution}\n\n${quotedOld}`);
    expect(split.text).toBe('Where is it now?');
    expect(split.quoted).toContain('your parcel left us');
    expect(split.quoted).toContain('help@acme.example');
  });

  it('is taken out below an attribution that the mail program broke over two lines', () => {
    const split = splitMessage(
      `Thanks.\n\nOn Tuesday, 3 November 2026 at 10:00, Acme Help\n<help@acme.example> wrote:\n${quotedOld}`,
    );
    expect(split.text).toBe('Thanks.');
  });

  it.each([
    [
      'English',
      'From: Acme Help <help@acme.example>\nSent: Tuesday, 3 November 2026 10:00\nTo: Rosa\nSubject: Re: parcel',
    ],
    [
      'German',
      'Von: Acme Help <help@acme.example>\nGesendet: Dienstag, 3. November 2026 10:00\nAn: Rosa\nBetreff: AW: Paket',
    ],
    [
      'French',
      'De : Acme Help <help@acme.example>\nEnvoyé : mardi 3 novembre 2026 10:00\nÀ : Rosa\nObjet : RE: colis',
    ],
    ['Spanish', 'De: Acme Help\nEnviado: martes, 3 de noviembre de 2026\nPara: Rosa\nAsunto: RE: pedido'],
  ])('is taken out below the repeated headers of Outlook in %s', (_name, headers) => {
    const split = splitMessage(`Still waiting.\n\n${headers}\n\n${old}`);
    expect(split.text).toBe('Still waiting.');
    expect(split.quoted).toContain('your parcel left us');
  });

  it('is taken out below a ruler', () => {
    const split = splitMessage(`Nein.\n\n-----Ursprüngliche Nachricht-----\nHallo`);
    expect(split).toEqual({
      text: 'Nein.',
      quoted: '-----Ursprüngliche Nachricht-----\nHallo',
      signature: null,
    });
  });

  it('leaves answers between the quoted lines as text', () => {
    const split = splitMessage(
      'See below.\n\nOn Tue, Nov 3, 2026 at 10:00 AM Kim <k@acme.example> wrote:\n> Which size?\n\nMedium, please.\n\n> Which colour?\n\nBlue.',
    );
    expect(split.text).toBe('See below.\n\nMedium, please.\nBlue.');
    expect(split.quoted).toContain('> Which size?');
    expect(split.quoted).not.toContain('Medium');
  });

  it('is kept when there is nothing else, as in a bare forward', () => {
    const split = splitMessage(quotedOld);
    expect(split.text).toContain('your parcel left us');
    expect(split.quoted).toBeNull();
  });

  it('is not seen in ordinary sentences', () => {
    const text =
      'On Monday I wrote: nobody answered.\nTo: be honest I am tired of it.\n\nFrom now on I shop elsewhere.';
    expect(splitMessage(text)).toEqual({ text, quoted: null, signature: null });
  });
});

describe('signatures', () => {
  it('end a message behind the standard mark', () => {
    const split = splitMessage('Where is it?\n\nRosa\n-- \nRosa Lind\nLind Interiors AB');
    expect(split.text).toBe('Where is it?\n\nRosa');
    expect(split.signature).toContain('Lind Interiors AB');
  });

  it.each([
    'Sent from my iPhone',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'iPhoneから送信',
  ])('of a phone are taken out: %s', (line) => {
    expect(splitMessage(`Where is it?\n\n${line}`)).toEqual({
      text: 'Where is it?',
      quoted: null,
      signature: line,
    });
  });

  it('without a mark lose the contact data below the name and keep the name', () => {
    const split = splitMessage(
      'Bitte um Rückruf.\n\nMit freundlichen Grüßen\nIlse Brandt\n\nBrandt GmbH\nTel. +49 431 555 0134\n24103 Kiel',
    );
    expect(split.text).toBe('Bitte um Rückruf.\n\nMit freundlichen Grüßen\nIlse Brandt');
    expect(split.signature).toBe('Brandt GmbH\nTel. +49 431 555 0134\n24103 Kiel');
  });

  it('are not made of a postscript', () => {
    const text = 'All good.\n\nThanks,\nRosa\n\nPS: the lid was missing, too.';
    expect(splitMessage(text).text).toBe(text);
  });
});
