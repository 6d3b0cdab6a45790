import { describe, expect, it } from 'vitest';
import { aMessage, anOrder, aTicket } from '@/test/support/draft-fixtures';
import { deriveNeed } from './need';

const need = (text: string, change: Parameters<typeof aTicket>[0] = {}) =>
  deriveNeed(aTicket({ subject: '', messages: [aMessage({ text })], ...change }));
const asks = (text: string) => need(text).asks.map((ask) => ask.text);

describe('the need', () => {
  it.each([
    [
      'Hello,\n\nCan I still send it back? And what does the label cost me?\n\nThanks\nNora',
      ['Can I still send it back?', 'And what does the label cost me?'],
    ],
    [
      'Guten Tag, die Schuhe sind zu klein. Kostet mich der Umtausch etwas?',
      ['Kostet mich der Umtausch etwas?'],
    ],
    ['Bonjour, je voudrais annuler ma commande. Cordialement', ['Bonjour, je voudrais annuler ma commande.']],
    ['Hola: ¿cuándo llega mi pedido?', ['Hola: ¿cuándo llega mi pedido?']],
    ['Olá, gostaria de trocar o tamanho. Obrigada', ['Olá, gostaria de trocar o tamanho.']],
    ['My lamp arrived broken.', ['My lamp arrived broken.']],
    ['I can return it within a month. Is that right?', ['I can return it within a month. Is that right?']],
    ['今後どうすればいいですか？', ['今後どうすればいいですか？']],
  ])('finds what is asked in %j', (text, expected) => {
    expect(asks(text)).toEqual(expected);
  });

  it('quotes each ask at its exact place', () => {
    const text = 'Hi 🙂,\n\nwhere is it? Please call me.';
    for (const ask of need(text).asks) expect(text.slice(ask.quote!.start, ask.quote!.end)).toBe(ask.text);
    expect(need(text).asks).toHaveLength(2);
  });

  it('reads only the messages since the last reply, and goes back when they ask nothing', () => {
    const messages = [
      aMessage({ id: '1', text: 'Can I change the address?' }),
      aMessage({ id: '2', author: { role: 'agent', name: null }, text: 'What is your e-mail?' }),
      aMessage({ id: '3', text: 'ann@mail.example' }),
    ];
    expect(deriveNeed(aTicket({ messages })).asks).toMatchObject([{ quote: { messageId: '1' } }]);
    expect(
      deriveNeed(
        aTicket({ messages: [...messages, aMessage({ id: '4', text: 'And how long does it take?' })] }),
      ).asks,
    ).toMatchObject([{ quote: { messageId: '4' } }]);
  });

  it('never reads internal notes', () => {
    const messages = [aMessage(), aMessage({ id: '9', visibility: 'internal', text: 'Can we refuse?' })];
    expect(deriveNeed(aTicket({ messages })).asks.map((ask) => ask.text)).toEqual([
      'When will I get my refund?',
    ]);
  });

  it('finds the order that is spoken of, as the helpdesk spells it', () => {
    const orders = [anOrder({ name: 'HP-1042' }), anOrder({ name: 'HP-2000' })];
    expect(need('Where is hp2000?', { orders }).orderNames).toEqual(['HP-2000']);
    expect(need('Where is order #W2378156?').orderNames).toEqual(['W2378156']);
    expect(need('Where is it?', { orders: [orders[0]!] }).orderNames).toEqual(['HP-1042']);
  });

  it('says that the order number is missing only when nobody knows it', () => {
    expect(need('I want to return my order.').missing).toEqual(['order number']);
    expect(need('I want to return my order HP-1042.').missing).toEqual([]);
    expect(need('I want to return my order.', { orders: [anOrder()] }).missing).toEqual([]);
    expect(need('Do you sell tents?').missing).toEqual([]);
  });

  it.each([
    ['This is UNACCEPTABLE, where is it?', 'angry'],
    ['I am worried, is it lost?', 'worried'],
    ['I love it, great service! Which size is next?', 'happy'],
    ['Which size do I need?', 'neutral'],
  ])('hears the tone of %j', (text, tone) => {
    expect(need(text).tone).toBe(tone);
  });

  it.each([
    ['Hello, where is my order?', 'en'],
    ['Wann kommt meine Bestellung an?', 'de'],
    ['Où est ma commande, je ne la trouve pas', 'fr'],
    ['¿Dónde está mi pedido? No lo he recibido', 'es'],
    ['Onde está a minha encomenda? Não recebi', 'pt'],
    ['Dov’è il mio ordine? Non ho ricevuto', 'it'],
    ['今後どうすればいいですか', 'ja'],
    ['أين طلبي من فضلكم', 'ar'],
  ])('tells the language of %j', (text, language) => {
    expect(need(text).language).toBe(language);
  });
});
