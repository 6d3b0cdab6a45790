/**
 * What shops and their customers call the same thing, by language. Beginnings of folded words; a phrase is written with
 * a space. Bridges "send it back" and "returns", and a question in one language to an article in another.
 */
const table: Record<string, string> = {
  return:
    'return|send back|sending back|send it back|send them back|zuruckschick|zurucksend|zuruckgeb|ruckgab|rucksend|retour|renvoy|renvoi|devol|devuel|restitu|reso |rendere|terugstur|retourner|zwrot|zwroc',
  refund:
    'refund|money back|my money|the money|reimburs|erstatt|geld zuruck|ruckzahl|rembours|reembols|dinero|dinheiro|rimbors|terugbetal|zwrot pieni',
  exchange:
    'exchang|swap|umtausch|tausch|echang|cambi|troc|scambi|ruil|omruil|different size|another size|another color',
  delivery:
    'deliver|shipping|shipped|ship |arriv|dispatch|express|liefer|versand|zustell|versend|livrais|livrer|expedi|envio|envia|entreg|llega|cheg|consegn|spedi|bezorg|verzend|dostaw',
  where:
    'where is|where s |track|wo ist|wo bleibt|sendungs|ou est|suivi|donde esta|seguimiento|onde esta|rastre|dov e|tracciam|waar is|volgen',
  lost: 'lost|missing|never came|never arriv|not arriv|disappear|verloren|verschwund|nicht angekommen|perdu|disparu|perdid|extravi|smarrit|kwijt|zaginel|scan',
  broken:
    'broke|fault|defect|damag|leak|crack|torn|tear|stopped working|not work|kaputt|defekt|beschadig|undicht|gerissen|casse|abim|endommag|fuit|roto|rota|danad|averi|pierde aire|avari|danific|partid|rott|danneggi|kapot|uszkodz',
  cancel: 'cancel|storn|annul|anular|annull|odwola',
  address: 'address|adress|direccion|morada|endereco|indirizz|adres',
  warranty: 'warrant|guarantee|garant|gewahrleist',
  cost: 'cost|price|charge|fee |fees|how much|pay |pays |paid |charged|zahl|payer|paye |pagar|paga |kostet|kosten|preis|gebuhr|prix|cout|frais|tarif|precio|cuesta|gasto|preco|custa|custo|prezz|costa|prijs|koszt|free|kostenlos|gratuit|gratis',
  label: 'label|etikett|etiquet|etichett',
  invoice: 'invoice|receipt|vat|rechnung|beleg|ust|facture|tva|factura|iva|fatura|fattura|factuur|btw|faktur',
  size: 'size|fit |fits|tight|too big|too small|grosse|passt|zu klein|zu gross|taille|talla|tamanho|taglia|maat|rozmiar',
  address_change:
    'change the address|change my address|wrong address|adresse andern|andere adresse|changer l adresse|cambiar la direccion|mudar a morada|redirect|umleit',
  discount:
    'discount|coupon|voucher|code|cheaper|price match|rabatt|gutschein|gunstiger|remise|reduction|moins cher|descuento|cupon|mas barat|desconto|cupao|mais barat|sconto|korting|znizk',
  gift: 'gift card|geschenk|carte cadeau|tarjeta regalo|cartao presente|cartao-presente|cadeaubon|buono regalo',
  repair:
    'repair|spare part|replacement part|reparatur|reparier|ersatzteil|repar|piece detach|recambi|peca|ricambi|riparaz',
  payment:
    'payment|paypal|klarna|bank transfer|credit card|bezahl|zahlung|uberweis|kreditkart|paiement|virement|carte bancaire|pago|tarjeta|pagamento|cartao|betal|platnos',
  pickup: 'pick up|pick-up|pickup|collect|abhol|retrait|recoger|recogida|levantar|recolher|ritir|afhal',
  wash: 'wash|clean|dry |proof|wasch|reinig|trockn|impragn|laver|nettoy|lavar|limpi|limp',
  fuel: 'fuel|gas |canister|alcohol|petrol|brennstoff|kartusche|spiritus|benzin|carburant|combust|cartouche|cartuch',
  battery: 'battery|batteries|charg|akku|batterie|laden|ladt|bateri|carreg|recharg|batterij',
  privacy:
    'delete my|my data|account|privacy|daten|loschen|konto|donnees|compte|datos|cuenta|dados|conta|dati|gegevens',
  rent: 'rent|hire|leih|miet|louer|location|alquil|alug|nolegg|huren',
};

const concepts = Object.entries(table).map(
  ([name, stems]) =>
    [
      `§${name}`,
      new RegExp(
        `(?<![\\p{L}])(?:${stems
          .split('|')
          .map((stem) => (stem.endsWith(' ') ? `${stem.trim()}(?![\\p{L}])` : stem))
          .join('|')})`,
        'u',
      ),
    ] as const,
);

/** Names of the matters a folded text speaks of, marked so that no word can be taken for one. */
export function conceptsOf(folded: string): string[] {
  const text = folded.replace(/['’]/gu, ' ');
  return concepts.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
