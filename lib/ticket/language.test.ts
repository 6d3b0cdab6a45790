import { describe, expect, it } from 'vitest';
import { detectLanguage, detectTextLanguage } from './language';

describe('the language of a text', () => {
  it.each([
    ['en', 'Hello, my kettle arrived without its lid. Can you send me one?'],
    ['de', 'Guten Tag, mein Wasserkocher kam ohne Deckel an. Können Sie mir einen schicken?'],
    ['fr', 'Bonjour, ma bouilloire est arrivée sans son couvercle. Pouvez-vous en envoyer un ?'],
    ['es', 'Hola, mi hervidor llegó sin la tapa. ¿Me pueden enviar una, por favor?'],
    ['pt', 'Olá, minha chaleira chegou sem a tampa. Vocês podem me enviar uma, por favor?'],
    ['it', 'Buongiorno, il mio bollitore è arrivato senza coperchio. Potete mandarmene uno?'],
    ['nl', 'Hallo, mijn waterkoker kwam zonder deksel aan. Kunnen jullie er een sturen?'],
    ['ja', 'やかんの蓋が入っていませんでした。送っていただけますか。'],
  ])('%s is told', (language, text) => {
    expect(detectTextLanguage(text)).toBe(language);
  });

  it('is not guessed from a number, an address or one word', () => {
    expect(detectTextLanguage('#1042 rosa@example.net')).toBeNull();
    expect(detectTextLanguage('ok')).toBeNull();
    expect(detectTextLanguage('')).toBeNull();
  });
});

describe('the language of a ticket', () => {
  const message = (role: 'customer' | 'agent', text: string) => ({ author: { role, name: null }, text });

  it('is that of the newest message of the customer that tells it', () => {
    const messages = [
      message('customer', 'Hello, where is my parcel? I ordered it two weeks ago.'),
      message('agent', 'Bonjour, votre colis est en route vers vous depuis lundi.'),
      message('customer', 'Das Paket ist immer noch nicht angekommen, bitte prüfen Sie das.'),
      message('customer', 'ok?'),
    ];
    expect(detectLanguage(messages)).toBe('de');
  });

  it('is unknown when the customer wrote nothing', () => {
    expect(detectLanguage([message('agent', 'Bonjour, votre colis est en route.')])).toBeNull();
  });
});
