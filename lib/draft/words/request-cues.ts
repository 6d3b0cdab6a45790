import { lettered } from './letters';

/** How people ask, by language. Tried all together: a short message rarely tells its language. */

/** Opens a question even when the question mark is missing. */
export const questionStart = lettered(
  new RegExp(
    `^(?:(?:and|but|so|also|und|aber|et|mais|y|pero|e|mas|ma|en)[ ,]+)?(?:${[
      "until when|by when|bis wann|jusqu[’']à quand|hasta cuándo|até quando|what|when|where|which|who|whose|why|how|can i|can you|can we|could i|could you|do you|does|did|is it|is there|are there|are you|will i|will you|will my|would it|would you|should i|may i|has my|have you",
      'was|wann|wo|welche[rsnm]?|wer|warum|wieso|weshalb|wie|kann ich|kann man|können sie|könnt ihr|könnten sie|könntet ihr|gibt es|ist es|ist das|haben sie|habt ihr|muss ich|darf ich|wird|werden',
      'que(?= )|quel|quelle|quand|où|comment|pourquoi|combien|est-ce que|puis-je|pouvez-vous|pourriez-vous|peut-on|y a-t-il|avez-vous|dois-je',
      'qué|cuál|cuándo|dónde|cómo|por qué|cuánto|cuánta|puedo|podría|pueden|puede|hay|tienen|debo',
      'o que|qual|quando|onde|como|por que|porque é que|quanto|posso|poderia|podem|pode|há|têm|tem como|devo',
      'che cosa|cosa|quale|dove|come|perché|quanto|posso|potete|potrei|avete|wat|welke|wanneer|waar|hoe|waarom|kan ik|kunt u|kunnen jullie|hebben jullie',
    ].join('|')})(?![\\p{L}])`,
    'iu',
  ),
);

/** A wish or an order without being a question. */
export const request = lettered(
  new RegExp(
    `(?<![\\p{L}])(?:${[
      "please|i(?:'d| would) (?:also |really |just |rather )?(?:like|love|prefer) (?:to|a|an|my|you)|i(?:'m| am| was) (?:actually |also |just |really )?(?:looking|hoping|trying|wondering|curious)|i (?:also |just |really |still )?(?:want|need|wish|demand|expect)|let me know|tell me|send me|i(?:'ve)? been (?:waiting|trying)|help me|we (?:need|want|would like)",
      'bitte|ich (?:möchte|will|brauche|hätte gern|benötige|bitte|erwarte|verlange|würde gern)|wir (?:möchten|brauchen|bitten)|sagen sie mir|schicken sie|teilen sie mir',
      "s'il (?:vous|te) pla[iî]t|svp|je (?:voudrais|souhaite|souhaiterais|veux|demande|cherche|aimerais)|merci de|dites-moi|nous (?:souhaitons|voudrions)",
      'por favor|quiero|quisiera|necesito|me gustaría|solicito|exijo|queremos|díganme|dígame|envíenme',
      'quero|queria|gostaria|preciso|solicito|exijo|agradeço que|digam-me|envie-me|peço',
      'per favore|per cortesia|vorrei|voglio|desidero|ho bisogno|alstublieft|graag|ik wil|ik zou|ik heb .{0,20}nodig',
    ].join('|')})(?![\\p{L}])`,
    'iu',
  ),
);

/** Something is wrong: an ask in itself. */
export const problem = lettered(
  /(?<!\p{L})(?:not? (?:arrived|received|working|work)|(?:hasn|haven|didn|doesn|isn|won|can|couldn)['’]t|never (?:arrived|received|got)|missing|broken|broke|damaged|defective|faulty|wrong|late|delayed|lost|cracked|torn|leak\p{L}*|stopped|fehlt|fehlen|kaputt|defekt|beschädigt|falsch\p{L}*|nicht (?:angekommen|erhalten|geliefert|funktioniert)|funktioniert nicht|verspätet|verloren|gerissen|cassée?|abîmée?|endommagée?|défectueu\p{L}+|manqu\p{L}+|pas (?:reçu|arrivée?|encore)|retard|perdue?|mauvais\p{L}*|rot[oa]|dañad[oa]|defectuos[oa]|falta|no (?:ha llegado|llegó|funciona|he recibido)|equivocad[oa]|retraso|perdid[oa]|partid[oa]|avariad[oa]|danificad[oa]|com defeito|errad[oa]|não (?:chegou|recebi|funciona)|atrasad[oa]|extraviad[oa]|rott[oa]|danneggiat[oa]|non (?:è arrivat\p{L}+|funziona|ho ricevuto)|kapot|beschadigd|niet (?:aangekomen|ontvangen))(?!\p{L})/iu,
);

/** Polite frames with nothing in them to answer. */
export const empty = lettered(
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|liebe\p{L}*|sehr geehrte\p{L}*|moin|servus|bonjour|bonsoir|madame|monsieur|salut|hola|buen[oa]s (?:días|tardes|noches)|estimad\p{L}*|olá|oi|bom dia|boa (?:tarde|noite)|prezad\p{L}*|caros?|ciao|buongiorno|buonasera|gentil\p{L}*|hoi|beste|geachte|goede\p{L}*)(?!\p{L})[^.!?,:\n]{0,40}[,:!.]?|(?:many )?(?:thanks|thank you|thx|cheers)[^.!?\n]{0,60}[.!]?|(?:vielen |herzlichen )?dank[^.!?\n]{0,40}[.!]?|danke[^.!?\n]{0,40}[.!]?|merci(?! de)[^.!?\n]{0,60}[.!]?|(?:muchas )?gracias[^.!?\n]{0,50}[.!]?|(?:muito )?obrigad[oa][^.!?\n]{0,50}[.!]?|grazie[^.!?\n]{0,50}[.!]?|bedankt[^.!?\n]{0,50}[.!]?|(?:best|kind|warm|many) (?:regards|wishes)[^.!?\n]{0,30}|regards[^.!?\n]{0,30}|(?:mit freundlichen|viele|liebe|beste|herzliche) grü(?:ß|ss)en?[^.!?\n]{0,30}|cordialement[^.!?\n]{0,30}|(?:un )?saludos?[^.!?\n]{0,30}|(?:melhores )?cumprimentos[^.!?\n]{0,30}|abraços?[^.!?\n]{0,30}|atenciosamente[^.!?\n]{0,30}|how are you[^.!?\n]{0,20}\?|i hope (?:you|this)[^.!?\n]{0,60}[.!]?|(?:can|could|would) you (?:please )?(?:help|assist)(?: me)?(?: (?:out|with (?:this|that)))?(?:,? please)?\s*\?|i need (?:some )?help[^.!?\n]{0,20}[.!]?|(?:können|könnten) sie mir (?:bitte )?(?:dabei )?(?:weiter)?helfen\?|pouvez-vous m['’]aider[^.!?\n]{0,10}\?|(?:me )?pueden? ayudar(?:me)?[^.!?\n]{0,10}\?|podem? (?:me )?ajudar(?:-me)?[^.!?\n]{0,10}\?|(?:please|bitte|kindly)?\s*(?:let me know|get back to me|reply|antworten sie)[^.!?\n]{0,30}[.!]?|(?:ich )?(?:freue|bitte um)[^.!?\n]{0,12}(?:antwort|rückmeldung)[^.!?\n]{0,20}[.!]?)$/iu,
);

export const angry = lettered(
  /(?<!\p{L})(?:unacceptable|ridiculous|disgusting|furious|scam|fraud|outrageous|worst|terrible|awful|useless|lawyer|never again|fed up|rip-?off|disgrace|joke|unverschämt|frechheit|inakzeptabel|sauer|wütend|betrug|anwalt|katastrophe|lächerlich|inadmissible|inacceptable|honteu\p{L}+|scandaleu\p{L}+|arnaque|furieu\p{L}+|avocat|inaceptable|vergüenza|estafa|indignad\p{L}+|abogado|pésim\p{L}+|inaceitável|vergonha|burla|golpe|absurdo|advogado|péssim\p{L}+|inaccettabile|vergogna|truffa|onacceptabel|schandalig)(?!\p{L})/iu,
);
export const worried = lettered(
  /(?<!\p{L})(?:worried|concerned|urgent|urgently|anxious|afraid|asap|as soon as possible|desperate|dringend|besorgt|sorge|schnellstmöglich|eilig|inqui(?:et|ète)\p{L}*|urgente?|au plus vite|preocupad\p{L}+|cuanto antes|o mais rápido|quanto antes|preoccupat\p{L}+|bezorgd|dringend)(?!\p{L})/iu,
);
export const happy = lettered(
  /(?<!\p{L})(?:love it|great|awesome|perfect|wonderful|amazing|fantastic|super|toll|prima|großartig|wunderbar|génial|parfait|excellent|genial|perfecto|encantad\p{L}+|ótim\p{L}+|perfeito|adorei|fantastico|perfetto|geweldig)(?!\p{L})/iu,
);

/** Words that make a case one about an order. */
export const aboutOrder = lettered(
  /(?<!\p{L})(?:my (?:order|parcel|package|delivery|refund|purchase)|the (?:order|parcel|package)|return|refund|exchange|cancel|tracking|bestellung|paket|lieferung|rückerstattung|erstattung|umtausch\p{L}*|zurückschicken|stornier\p{L}+|commande|colis|livraison|rembours\p{L}+|retour\p{L}*|échang\p{L}+|annul\p{L}+|pedido|paquete|envío|reembols\p{L}+|devol\p{L}+|cambio|cancel\p{L}+|encomenda|entrega|troca\p{L}*|ordine|pacco|rimbors\p{L}+|reso|bestelling|pakket|terugbetaling)(?!\p{L})/iu,
);
