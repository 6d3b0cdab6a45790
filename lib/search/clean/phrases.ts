/**
 * What mail is made of besides the matter, in the languages that support mail comes in. Kept as data: a line here
 * teaches the cleaner a new wording.
 */
export const greetingWords = [
  'hi|hello|hey|hiya|howdy|dear|greetings|good (?:morning|afternoon|evening|day)|to whom it may concern',
  'hallo|moin|servus|liebe[rs]?|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|grüezi|grüß gott',
  'bonjour|bonsoir|salut|cher|chère|chers|madame|monsieur',
  'hola|buenos d[ií]as|buenas(?: tardes| noches)?|estimad[oa]s?|querid[oa]s?',
  'ciao|salve|buongiorno|buonasera|gentile|gentili|egregi[oa]',
  'ol[áa]|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?',
  'beste|geachte|goedemorgen|goedemiddag|goedendag|goedenavond|dag',
  'hej|hejsan|god (?:morgon|dag|kväll)|kære|bästa|heisann',
  'hei|hyvää (?:päivää|huomenta)|dzień dobry|witam|cześć|szanowni państwo|merhaba|iyi günler|dobrý den|здравствуйте|добрый день|привет',
];

export const closingWords = [
  '(?:best|kind|warm|many|with)?[ ]?(?:kind |best |warm )?(?:regards|wishes)|regards|sincerely|yours (?:sincerely|faithfully|truly)|sincerely yours|cheers|respectfully|cordially|all the best|take care|have a (?:nice|great|good) (?:day|one|week|weekend|evening)',
  '(?:many |much |lots of )?thanks(?: a lot| so much| again| in advance| and (?:best |kind )?regards)?|thank you(?: so much| very much| again| in advance| kindly)?|thx|ty|tia',
  'mit (?:freundlichen|besten|herzlichen|lieben) grüßen|mit freundlichem gruß|(?:viele|liebe|beste|freundliche|schöne|herzliche) grüße|(?:lieber|besten|schönen|herzlichen) gruß|mfg|lg|vg|gruß|grüße|(?:vielen|besten|herzlichen|lieben)? ?dank(?: im voraus)?|danke(?: im voraus| schön)?',
  'cordialement|bien (?:cordialement|à vous)|(?:meilleures|sincères) salutations|salutations|merci(?: beaucoup| d.avance| par avance)?|bonne journée|cdlt',
  'saludos(?: cordiales)?|un (?:cordial )?saludo|atentamente|cordialmente|(?:muchas )?gracias(?: de antemano| por adelantado)?',
  'cordiali saluti|distinti saluti|saluti|un saluto|grazie(?: mille| in anticipo)?',
  'atenciosamente|cumprimentos|com os melhores cumprimentos|(?:muito )?obrigad[oa](?: desde já)?|abraços|att',
  '(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg|alvast (?:hartelijk )?bedankt|(?:hartelijk )?(?:bedankt|dank)|dank (?:u|je)(?: wel)?',
  '(?:med )?vänliga? hälsning(?:ar)?|mvh|hälsningar|tack(?: på förhand)?|med venlig hilsen|venlig hilsen|hilsen|vennlig hilsen|på forhånd tak|tak|takk|ystävällisin terveisin|terveisin|kiitos',
  'pozdrawiam|z poważaniem|dziękuję|dzięki|saygılarımla|teşekkürler|s pozdravem|děkuji|с уважением|спасибо',
];

/** Whom a greeting addresses when it names nobody. */
export const addressWords = [
  'there|sir|madam|ma.?am|team|all|everyone|everybody|folks|guys',
  'zusammen|damen und herren|ihr lieben|liebes team',
  'à (?:tous|toutes)|l.équipe|messieurs(?:[ -]dames)?|mesdames',
  'señor(?:a|es)?|equipo|a todos',
  'signor[aei]?|a tutti|squadra',
  'senhor(?:a|es)?|equip[ea]|a todos|a todas',
  'meneer|mevrouw|allemaal|heer',
];

/** Nods and short replies: they answer a question of ours and ask none. */
export const replyWords = [
  'ok(?:ay|ey)?|yes|yeah|yep|no|nope|alright|sure|great|perfect|understood|got it|welcome|sorry|please',
  'ja|nein|gut|alles klar|verstanden|super|bitte|gerne',
  'oui|non|d.accord|parfait|entendu|s.il (?:vous|te) pla[iî]t',
  's[ií]|vale|de acuerdo|perfecto|por favor|claro',
  'va bene|perfetto|d.accordo|certo|per favore|prego',
  'sim|não|certo|perfeito|está bem|por favor',
  'nee|oké|prima|begrepen|goed|graag|alstublieft|alsjeblieft',
];

/** Lines that open a quoted mail: all below them is history. */
export const quoteOpeners: readonly RegExp[] = [
  /^[ \t>]*-{2,}[ \t]*(?:original|forwarded|ursprüngliche|weitergeleitete|message|mensaje|messaggio|mensagem|oorspronkelijk|doorgestuurd|vidarebefordrat|begin forwarded)[^\n]*-{0,}[ \t]*$/imu,
  /^[ \t>]*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message réexpédié)[^\n]*$/imu,
  /^[ \t>]*(?:on|am|le|el|il|op|em|den|w dniu|dnia)\b[^\n]{4,160}(?:\n[^\n]{0,100})?(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał|napisała)\b[^\n]{0,80}:[ \t]*$/imu,
  /^[^\n]{3,120}(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev)(?: am| on| le| el)?[^\n]{0,60}:[ \t]*$/imu,
  /^[ \t>*]*(?:from|von|de|da|van|från|fra|od)[ \t]*:\*?[^\n]{2,160}\n(?:[^\n]{0,200}\n){0,2}?[ \t>*]*(?:sent|date|gesendet|datum|envoyé|date|enviado|fecha|inviato|data|verzonden|skickat|sendt|to|an|à|para|a|aan|till|til)[ \t]*:/imu,
  /^[ \t]*_{20,}[ \t]*$/mu,
  /^[ \t]*##-? ?(?:please type your reply|bitte geben sie ihre antwort|veuillez (?:saisir|taper)|por favor,? escriba)[^\n]*$/imu,
];

/** Lines that a device or a mail program adds. */
export const deviceLines =
  /^[ \t]*(?:sent (?:from|via|with)|get outlook|von meinem|gesendet (?:von|mit)|envoyé (?:de|depuis|à partir)|enviado desde|enviado d[oe]|inviato d[ao]|verzonden (?:vanaf|met)|verstuurd (?:vanaf|met)|skickat från|sendt fra|lähetetty)\b[^\n]*$/gimu;

/** A paragraph with two of these is a disclaimer. */
export const disclaimerMarks: readonly RegExp[] = [
  /confidential|vertraulich|confidentiel|confidencial|riservat[oaie]|vertrouwelijk|konfidentiell|fortrolig/iu,
  /intended (?:recipient|only|solely)|addressee|bestimmungsgemäße|empfänger|adressat|destinatario|destinataire|destinatário|geadresseerde|mottagare/iu,
  /privileged|disclos|unauthori[sz]ed|unbefugt|non autorisé|no autorizad|não autorizad|onbevoegd|otillåten/iu,
  /delete (?:this|it|the)|löschen|vernichten|supprimer|elimin|verwijder|destroy/iu,
  /(?:e-?mail|message|nachricht|mensaje|messaggio|mensagem|bericht) (?:and any|including|is|ist|est|es|en|kann|may|enthält|contains)/iu,
  /before printing|environment|umwelt|bevor sie|avant d.imprimer|antes de imprimir/iu,
  /registered (?:office|in)|registergericht|handelsregister|amtsgericht|geschäftsführer|company (?:no|number)|siret|vat (?:no|number)|ust-?id/iu,
];

/** Sentences that are only manners. */
export const courtesies = [
  '(?:i )?(?:hope|trust) (?:you|this|that|everyone|all)[^.!?\\n]{0,50}(?:well|good day|great day|fine|okay|safe|week|weekend)',
  '(?:i.m |i am |we.re )?look(?:ing)? forward to[^.!?\\n]{0,60}',
  '(?:many )?thanks?(?: you)?(?: so much| very much)?(?: in advance)? for (?:your|any|the|all)[^.!?\\n]{0,60}',
  '(?:i.d |i would )?(?:really |greatly |much )?appreciate (?:any|your|a quick)[^.!?\\n]{0,60}',
  '(?:please )?(?:let me know|get back to me|reply|respond|answer)[^.!?\\n]{0,30}(?:as soon as (?:possible|you can)|asap|at your earliest convenience|soon|quickly|urgently)',
  'ich hoffe,? (?:es geht|ihnen geht|sie)[^.!?\\n]{0,50}',
  '(?:ich )?freue mich (?:auf|von)[^.!?\\n]{0,60}',
  'vielen dank (?:für|im)[^.!?\\n]{0,50}',
  'j.espère que[^.!?\\n]{0,50}bien',
  '(?:dans l.attente|en vous remerciant|merci de votre)[^.!?\\n]{0,60}',
  'espero que[^.!?\\n]{0,40}bien',
  '(?:quedo|quedamos) a la espera[^.!?\\n]{0,50}',
  'spero che[^.!?\\n]{0,40}bene',
  '(?:resto|rimango) in attesa[^.!?\\n]{0,50}',
  'ik hoop dat[^.!?\\n]{0,40}goed[^.!?\\n]{0,10}',
];
