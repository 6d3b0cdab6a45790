import { describe, expect, it } from 'vitest';
import { claimedAction, isPromise } from './commitments';

describe('what a sentence says was done', () => {
  it.each([
    ['refund', 'Ho già rimborsato i 40 euro.'],
    ['refund', "L'importo è stato rimborsato ieri."],
    ['refund', 'Wij hebben het bedrag gisteren terugbetaald.'],
    ['cancel', 'Abbiamo annullato il suo ordine.'],
    ['cancel', 'Uw bestelling is geannuleerd.'],
    ['ship', 'Il pacco è stato spedito stamattina.'],
    ['ship', 'Uw pakket is vandaag verzonden.'],
    ['change', 'Ho aggiornato il suo indirizzo.'],
    ['change', 'Ik heb uw adres aangepast.'],
  ])('%s: %s', (kind, sentence) => {
    expect(claimedAction(sentence)?.kind).toBe(kind);
  });

  it.each([
    'Non appena è stato rimborsato, la banca ha bisogno di tempo.',
    'Se il pacco è stato spedito, non possiamo annullarlo.',
    'Non abbiamo annullato il suo ordine.',
    'Zodra het bedrag is terugbetaald, krijgt u bericht.',
    'Als uw pakket is verzonden, kunnen wij het adres niet wijzigen.',
    'Is het bedrag al terugbetaald?',
    'Le abbiamo inviato una mail con le istruzioni.',
  ])('is nothing in "%s"', (sentence) => {
    expect(claimedAction(sentence)).toBeNull();
  });
});

describe('a promise', () => {
  it.each([
    'Le rimborseremo le spese di spedizione.',
    'Riceverà un buono sconto.',
    'Wij vergoeden de verzendkosten.',
    'U krijgt het hele bedrag terugbetaald.',
  ])('%s', (sentence) => {
    expect(isPromise(sentence)).toBe(true);
  });

  it.each(['Riceverà una risposta domani.', 'Kunt u het artikel retourneren?', 'U krijgt morgen antwoord.'])(
    'is none in "%s"',
    (sentence) => {
      expect(isPromise(sentence)).toBe(false);
    },
  );
});
