/** What a reply may give a customer, by the words for it in the languages of the phrase table. Folded. */
export const benefits = {
  free: /(?<![a-z-])(?:free of charge|for free|(?<!feel )free(?! (?:to|up|from|time)(?![a-z]))|(?:at )?no (?:extra |additional )?(?:cost|charge)|complimentary|on the house|on us|kostenlos[a-z]*|kostenfrei[a-z]*|gratis|gratuit[a-z]*|sans frais|offert[a-z]*|sin (?:cargo|coste?|costo)|sem custos?|senza (?:costi|spese)|omaggio|zonder kosten)(?![a-z])/u,
  discount:
    /(?<![a-z])(?:discount|\d+ ?% off|price reduction|rabatt|nachlass|remise|descuento|desconto|sconto|korting)/u,
  voucher:
    /(?<![a-z])(?:voucher|coupon|store credit|gutschein|bon d.?achat|cupon|vale de compra|cupom|buono (?:acquisto|sconto)|tegoedbon|waardebon)/u,
  compensation:
    /(?<![a-z])(?:compensat|goodwill|entschadig|kulanz|dedommag|indemni|compens|risarc|schadevergoed)/u,
  upgrade:
    /(?<![a-z])(?:(?:free|complimentary|kostenlos\p{L}*|gratuit\p{L}*|gratis) upgrade|surclassement offert)/u,
  speed:
    /(?<![a-z])(?:(?:expedited?|express|overnight|next[- ]day|same[- ]day|rush|priority) (?:shipping|shipment|delivery|dispatch|handling|post)|eilversand|expressversand|expresslieferung|(?:livraison|envoi) (?:express|prioritaire)|envio (?:urgente|expres|expresso|prioritario)|entrega (?:urgente|expressa)|spedizione (?:espressa|prioritaria)|spoedlevering)/u,
  extension: /(?<![a-z])(?:exten[ds]|verlanger|prolong|ampli[ae]|prorrog|estend|verleng)/u,
  waiver: /(?<![a-z])(?:waiv|erlass|verzicht|exoner|renonc|condon|exim|isent|esent|kwijtscheld)/u,
  warranty: /(?<![a-z])(?:warrant|guarante|garanti|gewahrleist|garanzia)/u,
} as const;
export type Benefit = keyof typeof benefits;

export function benefitsIn(folded: string): Benefit[] {
  return (Object.keys(benefits) as Benefit[]).filter((name) => benefits[name].test(folded));
}
