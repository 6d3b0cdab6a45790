/** An order spoken of in a text. UTF-16 offsets of the name itself, `end` exclusive. */
export interface OrderMention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const orderWord =
  /(?:order|bestell\p{L}*|auftrag\p{L}*|commande|pedido|encomenda|ordine|bestelling|zam[óo]wieni\p{L}*|tilaus\p{L}*|objedn[áa]vk\p{L}*|sipariş\p{L}*)\s*(?:is|was|id|number|no\.?|nr\.?|nummer|n[°ºo]\.?|num[ée]ro|n[úu]mero|ist|est|es|é)?\s*(?:is|ist|est|es|é)?\s*[:#]?\s*([A-Z]{0,5}[-–]?\d[\dA-Z-]{2,18})(?![\p{L}\p{N}])/giu;
const hashName = /#\s?([A-Z]{0,4}\d{3,12})(?!\p{L})/gu;

/** What words or signs around it show to be the name of an order, whether or not the helpdesk knows it. */
export function cuedOrders(text: string): OrderMention[] {
  const behindWord = [...text.matchAll(orderWord)].map(({ index, 0: all, 1: name = '' }) => {
    const end = index + all.length;
    return { name, start: end - name.length, end };
  });
  const behindHash = [...text.matchAll(hashName)].map(({ index, 0: all, 1: name = '' }) => ({
    name: `#${name}`,
    start: index,
    end: index + all.length,
  }));
  // "order #1042" is one mention.
  const ends = new Set(behindWord.map(({ end }) => end));
  return [...behindWord, ...behindHash.filter(({ end }) => !ends.has(end))];
}

/** Where a text names this order, however it is spelled; too short a name would be found in prices. */
export function mentionsOf(name: string, text: string): OrderMention[] {
  const wanted = bareOrderName(name);
  if (wanted.length < 3) return [];
  return [...text.matchAll(/[#\p{L}\p{N}][\p{L}\p{N}-]*/gu)]
    .filter(([word]) => bareOrderName(word) === wanted)
    .map(({ index, 0: word }) => ({ name, start: index, end: index + word.length }));
}

/** `#W-2378`, `W2378` and `w2378` are one order. */
export function bareOrderName(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
