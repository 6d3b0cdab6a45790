import { describe, expect, it } from 'vitest';
import { analyze } from './analyze';
import { detectLanguage } from './detect';
import { languages, primaryLanguage } from './languages';
import { scanTokens } from './tokens';

const terms = (text: string, language = 'en') =>
  analyze(text, language)
    .filter(({ stop }) => !stop)
    .map(({ term }) => term);

describe('analyze', () => {
  it('brings inflections of a word together', () => {
    expect(terms('refund refunds refunded')).toEqual(['refund', 'refund', 'refund']);
    expect(terms('Bestellung Bestellungen', 'de')[0]).toBe(terms('Bestellungen', 'de')[0]);
  });

  it('keeps codes whole and gives their parts', () => {
    expect(terms('SKU-1042/B')).toEqual(['sku-1042/b', 'sku', '1042']);
    expect(terms('version 3.5')).toContain('3.5');
    expect(terms('https://www.shop.example/returns?x=1')).toContain('shop.example/returns?x=1');
  });

  it('sees where a plain word is part of more: a code, a URL, letters beyond ASCII', () => {
    const surfaces: string[] = [];
    scanTokens('Ask (at 12:30): https://shop.example/lamp. Naïve A-1 end-', (surface) =>
      surfaces.push(surface),
    );
    expect(surfaces.join(' ')).toBe(
      'ask at 12:30 12 30 shop.example/lamp shop example lamp naïve a-1 a 1 end',
    );
  });

  it('tells where each word stands', () => {
    const text = 'Où est ma commande ?';
    for (const { surface, start, end } of analyze(text, 'fr')) {
      expect(text.slice(start, end).toLowerCase()).toBe(surface);
    }
  });

  it('finds a word typed without its accents', () => {
    expect(terms('qualité', 'fr')).toEqual(terms('qualite', 'fr'));
  });

  it('separates an article joined by an apostrophe', () => {
    expect(terms("l'adresse", 'fr')).toContain(terms('adresse', 'fr')[0]);
  });

  it('segments scripts without spaces', () => {
    expect(analyze('返品はできますか', 'ja').length).toBeGreaterThan(1);
    expect(analyze('我想退货', 'zh').length).toBeGreaterThan(1);
    expect(terms('สวัสดีครับ', 'th').length).toBeGreaterThan(0);
  });

  it('survives lone surrogates, emoji, right-to-left text and nothing at all', () => {
    expect(terms('\ud800refund\udc00')).toContain('refund');
    expect(terms('😀👩‍👩‍👧')).toEqual([]);
    expect(terms('איפה ההזמנה שלי', 'he')).toHaveLength(3);
    expect(terms('')).toEqual([]);
  });

  it('has stemmers or stop words for at least fifteen languages', () => {
    expect(Object.keys(languages).length).toBeGreaterThanOrEqual(15);
  });
});

describe('detectLanguage', () => {
  it.each([
    ['en', 'Where is my order? It should have arrived last week and I am still waiting.'],
    ['de', 'Wo ist meine Bestellung? Sie hätte letzte Woche ankommen sollen und ich warte noch.'],
    ['fr', 'Où est ma commande ? Elle aurait dû arriver la semaine dernière et je l’attends toujours.'],
    ['es', '¿Dónde está mi pedido? Tenía que llegar la semana pasada y todavía lo estoy esperando.'],
    ['it', 'Dove si trova il mio ordine? Doveva arrivare la settimana scorsa e lo sto ancora aspettando.'],
    ['nl', 'Waar is mijn bestelling? Die had vorige week moeten aankomen en ik wacht er nog steeds op.'],
    ['pt', 'Onde está a minha encomenda? Devia ter chegado na semana passada e ainda estou à espera.'],
    ['ja', '注文した商品がまだ届いていません。'],
    ['zh', '我的订单还没有到，请问什么时候发货？'],
    ['el', 'Πού είναι η παραγγελία μου;'],
  ])('knows %s', (language, text) => {
    expect(detectLanguage(text, 'xx')).toBe(language);
  });

  it('does not guess from a few letters', () => {
    expect(detectLanguage('ok', 'de')).toBe('de');
  });

  it('answers within the languages that the index holds', () => {
    expect(detectLanguage('Where is my order? It should have arrived last week.', 'en', ['de', 'en'])).toBe(
      'en',
    );
  });
});

describe('primaryLanguage', () => {
  it('drops the region and joins both Norwegians', () => {
    expect([primaryLanguage('de-AT'), primaryLanguage('pt_BR'), primaryLanguage('nb')]).toEqual([
      'de',
      'pt',
      'no',
    ]);
  });
});
