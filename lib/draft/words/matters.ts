import { fold } from './fold';

/**
 * What shops and their customers call the same thing, by language. Beginnings of folded words; a phrase is written with
 * a space. Bridges "send it back" and "returns", and a question in one language to an article in another.
 */
const table: Record<string, string> = {
  return:
    'return|send back|sending back|send it back|send them back|zuruckschick|zurucksend|zuruckgeb|ruckgab|rucksend|retour|renvoy|renvoi|devol|devuel|restitu|reso |rendere|terugstur|retourner|zwrot|zwroc|返品|返送|ارجاع|إرجاع',
  refund:
    'refund|money back|my money|the money|reimburs|erstatt|geld zuruck|ruckzahl|rembours|reembols|dinero|dinheiro|rimbors|terugbetal|zwrot pieni|返金|払い戻|استرداد|المبلغ|get back|remboursement|le montant|pay back',
  exchange:
    'exchang|swap|umtausch|tausch|echang|cambi|troc|scambi|ruil|omruil|different size|another size|another color|交換|استبدال|تبديل|gegen eine andere|replacement|ersatz|remplac|reemplaz|substitu',
  delivery:
    'deliver|shipping|shipped|ship |arriv|dispatch|comes by|come by|get here|gets here|need it by|need it for|liefer|versand|zustell|versend|livrais|livrer|expedi|envio|envia|entreg|llega|cheg|consegn|spedi|bezorg|verzend|dostaw|配達|配送|届|توصيل',
  where:
    'where is|where s |track|wo ist|wo bleibt|sendungs|ou est|suivi|donde esta|seguimiento|onde esta|rastre|dov e|tracciam|waar is|volgen|追跡|どこ',
  lost: 'lost|missing|never came|never arriv|not arriv|disappear|verloren|verschwund|nicht angekommen|perdu|disparu|perdid|extravi|smarrit|kwijt|zaginel|scan|見つから|紛失|届かない|لم يصل|مفقود',
  broken:
    'broke|fault|defect|damag|leak|crack|torn|tear|stopped working|does not work|doesn t work|not working|kaputt|defekt|beschadig|undicht|gerissen|casse|abim|endommag|fuit|roto|rota|danad|averi|pierde aire|avari|danific|partid|rott|danneggi|kapot|uszkodz|壊|故障|不良|破損|تالف|مكسور|منتفخ|snapped|swollen|geschwoll|lets water|let water|water in|undicht|laisse passer|burbuj|bolhas|peel|came off|coming off|swell|abgerissen|faulty',
  cancel: 'cancel|storn|annul|anular|annull|odwola|キャンセル|الغاء|إلغاء',
  address:
    'address|adress|direccion|morada|endereco|indirizz|adres|住所|عنوان|dorthin|house number|hausnummer|strasse |rue |quai |calle |rua ',
  warranty: 'warrant|the guarantee|a guarantee|under guarantee|year guarantee|garant|gewahrleist|保証|ضمان',
  cost: 'cost|price|charge|fee |fees|how much|pay |pays |paid |charged|zahl|payer|paye |pagar|paga |kostet|kosten|preis|gebuhr|prix|cout|frais|tarif|precio|cuesta|gasto|preco|custa|custo|prezz|costa|prijs|koszt|free|kostenlos|gratuit|gratis|料金|いくら|送料|gastos',
  label: 'label|etikett|etiquet|etichett',
  invoice:
    'invoice|receipt|vat|rechnung|beleg|ust|facture|tva|factura|iva|fatura|fattura|factuur|btw|faktur|請求書|領収書|فاتورة|billing|credit note|gutschrift',
  size: 'size|fit |fits|tight|too big|too small|grosse|passt|zu klein|zu gross|taille|talla|tamanho|taglia|maat|rozmiar',
  address_change:
    'change the address|change my address|wrong address|adresse andern|andere adresse|changer l adresse|cambiar la direccion|mudar a morada|redirect|umleit',
  discount:
    'discount|coupon|voucher|code|cheaper|price match|rabatt|gutschein|gunstiger|remise|reduction|moins cher|descuento|cupon|mas barat|desconto|cupao|mais barat|sconto|korting|znizk|price drop|nur noch|differenz|difference|diferencia|reduced|reduziert|sale price|price fell|gesunken|baisse|rebaj',
  gift: 'gift card|geschenk|carte cadeau|tarjeta regalo|cartao presente|cartao-presente|cadeaubon|buono regalo',
  repair:
    'repair|spare part|replacement part|reparatur|reparier|ersatzteil|repar|piece detach|recambi|peca|ricambi|riparaz',
  payment:
    'payment|paypal|klarna|bank transfer|credit card|bezahl|zahlung|uberweis|kreditkart|paiement|virement|carte bancaire|pago|tarjeta|pagamento|cartao|betal|platnos',
  pickup: 'pick up|pick-up|pickup|collect|abhol|retrait|recoger|recogida|levantar|recolher|ritir|afhal',
  wash: 'wash|clean|dry |proof|wasch|reinig|trockn|impragn|laver|nettoy|lavar|limpi|limp',
  fuel: 'fuel|gas |canister|alcohol|petrol|brennstoff|kartusche|spiritus|benzin|carburant|combust|cartouche|cartuch',
  battery:
    'battery|batteries|charging|charger|recharg|charge the|charge it|akku|batterie|laden|ladt|bateri|carreg|recharg|batterij|バッテリー|電池|بطارية',
  privacy:
    'delete my|my data|account|privacy|daten|loschen|konto|donnees|compte|datos|cuenta|dados|conta|dati|gegevens',
  student: 'student|studier|etudiant|estudiant|schuler',
  secret:
    'password|passwort|kennwort|mot de passe|contrasena|palavra-passe|senha|card number|kartennummer|cvv|cvc|security code|login',
  gone: 'sold out|out of stock|ausverkauft|epuise|rupture|agotad|esgotad|esaurit',
  wrong_item:
    'wrong item|wrong one|wrong product|wrong color|wrong colour|other one|falsche artikel|falschen artikel|falsche farb|mauvais article|articulo equivocad|han mandado otr|han enviado otr|otro articulo|otro color|artigo errad|cor errad|articolo sbagliat|verkeerde artikel',
  early: 'pre-order|preorder|vorbestell|precommande|preventa|pre-venda',
  rent: 'rent|hire|leih|miet|louer|location|alquil|alug|nolegg|huren',
};

/** English words for the matters, to find what another tongue or another word calls by its name. */
const searchWords: Record<string, string> = {
  where: 'tracking order status',
  lost: 'lost missing parcel',
  broken: 'faulty damaged broken defective',
  address_change: 'change delivery address',
  address: 'address',
  discount: 'discount price match code',
  cost: 'cost price',
  gift: 'gift card',
  repair: 'repair spare parts',
  pickup: 'pick up collect',
  wash: 'washing care',
  battery: 'battery charging',
  privacy: 'personal data account',
  secret: 'password card number',
  gone: 'sold out stock',
  early: 'pre-order',
  rent: 'rental',
  wrong_item: 'wrong item',
};

/** A question made of matters alone; empty without any. */
export function searchWordsOf(matters: readonly string[]): string {
  return matters.map((matter) => searchWords[matter.slice(1)] ?? matter.slice(1)).join(' ');
}

/** Scripts that write no spaces, or articles and prepositions into the word: their stems may begin anywhere. */
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}]/u;

interface Stem {
  matter: string;
  text: string;
  /** "reso ": nothing may follow. */
  isWhole: boolean;
}

/** By first character, so that a text is walked once; patterns of this size take longer to compile than to use. */
const { stems, wideStems } = readTable();

function readTable() {
  const stems = new Map<string, Stem[]>();
  const wideStems: Stem[] = [];
  for (const [name, written] of Object.entries(table)) {
    for (const each of written.split('|')) {
      const stem = { matter: `§${name}`, text: fold(each.trim()), isWhole: each.endsWith(' ') };
      if (wide.test(each)) wideStems.push(stem);
      else stems.set(stem.text[0]!, [...(stems.get(stem.text[0]!) ?? []), stem]);
    }
  }
  return { stems, wideStems };
}

/** Names of the matters a folded text speaks of, marked so that no word can be taken for one. */
export function mattersOf(folded: string): string[] {
  const text = folded.replace(/['’]/gu, ' ');
  const found = new Set<string>();
  for (const { index } of text.matchAll(/\p{L}+/gu)) {
    for (const stem of stems.get(text[index]!) ?? []) {
      const end = index + stem.text.length;
      if (text.startsWith(stem.text, index) && !(stem.isWhole && isLetter(text[end]))) found.add(stem.matter);
    }
  }
  for (const stem of wideStems) if (text.includes(stem.text)) found.add(stem.matter);
  return [...found];
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /\p{L}/u.test(char);
}
