/** What a reply says around the quotes. Nothing here states a fact about the shop. */
export interface Phrases {
  /** With the first name, and without one. */
  greeting: (name: string) => string;
  greetingNoName: string;
  thanks: string;
  /** For complaints and for "warmer". */
  warm: string;
  /** To somebody who is angry: owns the trouble, admits nothing. */
  sorry: string;
  /** Before answers to several asks. */
  several: string;
  /** Before a quote of what the customer asked that nothing answers. */
  open: string;
  openSeveral: string;
  /** When nothing answers anything. */
  nothing: string;
  orderNumber: string;
  offer: string;
  regards: string;
}

const en: Phrases = {
  greeting: (name) => `Hi ${name},`,
  greetingNoName: 'Hello,',
  thanks: 'Thank you for your message.',
  warm: 'Thank you for getting in touch, I am glad to help with this.',
  sorry: 'I am sorry for the trouble you have had with this.',
  several: 'Thank you for your message. I will take your points one by one.',
  open: 'On this point I do not want to guess, so I am checking it first:',
  openSeveral: 'On these points I do not want to guess, so I am checking them first:',
  nothing:
    'I have read your message and would like to check this properly before I answer, rather than guess.',
  orderNumber: 'Could you please send me your order number, so that I can look into it?',
  offer: 'If anything is still unclear, just reply to this message.',
  regards: 'Kind regards,',
};
const de: Phrases = {
  greeting: (name) => `Hallo ${name},`,
  greetingNoName: 'Guten Tag,',
  thanks: 'vielen Dank für Ihre Nachricht.',
  warm: 'vielen Dank, dass Sie sich melden. Ich helfe Ihnen gern weiter.',
  sorry: 'es tut mir leid, dass Sie damit solchen Ärger haben.',
  several: 'vielen Dank für Ihre Nachricht. Ich gehe Ihre Punkte der Reihe nach durch.',
  open: 'Bei diesem Punkt möchte ich nicht raten und kläre ihn zuerst:',
  openSeveral: 'Bei diesen Punkten möchte ich nicht raten und kläre sie zuerst:',
  nothing: 'ich habe Ihre Nachricht gelesen und möchte das erst genau prüfen, statt zu raten.',
  orderNumber: 'Können Sie mir bitte Ihre Bestellnummer schicken, damit ich nachsehen kann?',
  offer: 'Wenn noch etwas offen ist, antworten Sie einfach auf diese Nachricht.',
  regards: 'Freundliche Grüße',
};
const fr: Phrases = {
  greeting: (name) => `Bonjour ${name},`,
  greetingNoName: 'Bonjour,',
  thanks: 'Merci pour votre message.',
  warm: 'Merci de nous avoir écrit, je vous aide volontiers.',
  sorry: 'Je suis désolé pour les désagréments que cela vous cause.',
  several: 'Merci pour votre message. Je reprends vos points un par un.',
  open: 'Sur ce point, je préfère vérifier plutôt que deviner :',
  openSeveral: 'Sur ces points, je préfère vérifier plutôt que deviner :',
  nothing: "J'ai bien lu votre message et je préfère vérifier avant de répondre plutôt que deviner.",
  orderNumber: "Pourriez-vous m'indiquer votre numéro de commande, afin que je puisse vérifier ?",
  offer: "S'il reste une question, répondez simplement à ce message.",
  regards: 'Cordialement,',
};
const es: Phrases = {
  greeting: (name) => `Hola, ${name}:`,
  greetingNoName: 'Hola:',
  thanks: 'Gracias por su mensaje.',
  warm: 'Gracias por escribirnos; le ayudo con mucho gusto.',
  sorry: 'Lamento las molestias que esto le ha causado.',
  several: 'Gracias por su mensaje. Respondo a sus puntos uno por uno.',
  open: 'Sobre este punto prefiero comprobarlo antes que adivinar:',
  openSeveral: 'Sobre estos puntos prefiero comprobarlo antes que adivinar:',
  nothing: 'He leído su mensaje y prefiero comprobarlo bien antes de responder.',
  orderNumber: '¿Podría indicarme su número de pedido para que lo revise?',
  offer: 'Si queda alguna duda, responda a este mensaje.',
  regards: 'Un saludo,',
};
const pt: Phrases = {
  greeting: (name) => `Olá ${name},`,
  greetingNoName: 'Olá,',
  thanks: 'Obrigado pela sua mensagem.',
  warm: 'Obrigado pelo seu contacto; ajudo com todo o gosto.',
  sorry: 'Lamento o transtorno que isto lhe causou.',
  several: 'Obrigado pela sua mensagem. Respondo aos seus pontos um a um.',
  open: 'Neste ponto prefiro confirmar em vez de adivinhar:',
  openSeveral: 'Nestes pontos prefiro confirmar em vez de adivinhar:',
  nothing: 'Li a sua mensagem e prefiro confirmar antes de responder, em vez de adivinhar.',
  orderNumber: 'Pode indicar-me o número da sua encomenda, para eu verificar?',
  offer: 'Se restar alguma dúvida, basta responder a esta mensagem.',
  regards: 'Com os melhores cumprimentos,',
};
const it: Phrases = {
  greeting: (name) => `Ciao ${name},`,
  greetingNoName: 'Buongiorno,',
  thanks: 'grazie per il messaggio.',
  warm: 'grazie per averci scritto, sono qui per aiutarla.',
  sorry: 'mi dispiace per il disagio che le abbiamo causato.',
  several: 'grazie per il messaggio. Rispondo ai suoi punti uno per uno.',
  open: 'Su questo punto preferisco verificare prima di rispondere:',
  openSeveral: 'Su questi punti preferisco verificare prima di rispondere:',
  nothing: 'ho letto il suo messaggio e preferisco verificare bene prima di rispondere.',
  orderNumber: 'Può indicarmi il numero del suo ordine, così posso controllare?',
  offer: 'Se resta qualche dubbio, risponda pure a questo messaggio.',
  regards: 'Cordiali saluti,',
};
const nl: Phrases = {
  greeting: (name) => `Hallo ${name},`,
  greetingNoName: 'Hallo,',
  thanks: 'Bedankt voor uw bericht.',
  warm: 'Bedankt dat u contact opneemt, ik help u graag verder.',
  sorry: 'Het spijt me dat u hier zoveel last van hebt.',
  several: 'Bedankt voor uw bericht. Ik ga uw punten een voor een na.',
  open: 'Op dit punt wil ik niet gokken, ik zoek het eerst uit:',
  openSeveral: 'Op deze punten wil ik niet gokken, ik zoek ze eerst uit:',
  nothing: 'Ik heb uw bericht gelezen en wil dit eerst goed uitzoeken in plaats van te gokken.',
  orderNumber: 'Kunt u mij uw bestelnummer sturen, zodat ik het kan nakijken?',
  offer: 'Is er nog iets onduidelijk, beantwoord dan gewoon dit bericht.',
  regards: 'Met vriendelijke groet,',
};
const pl: Phrases = {
  greeting: (name) => `Dzień dobry ${name},`,
  greetingNoName: 'Dzień dobry,',
  thanks: 'dziękuję za wiadomość.',
  warm: 'dziękuję za kontakt, chętnie pomogę.',
  sorry: 'przykro mi z powodu kłopotów, których to Państwu przysporzyło.',
  several: 'dziękuję za wiadomość. Odpowiadam na poszczególne pytania po kolei.',
  open: 'W tej sprawie wolę najpierw sprawdzić, niż zgadywać:',
  openSeveral: 'W tych sprawach wolę najpierw sprawdzić, niż zgadywać:',
  nothing: 'zapoznałem się z wiadomością, ale przed odpowiedzią muszę to dokładnie sprawdzić.',
  orderNumber: 'Czy mogę prosić o numer zamówienia, abym mógł to sprawdzić?',
  offer: 'W razie dalszych pytań proszę po prostu odpowiedzieć na tę wiadomość.',
  regards: 'Z poważaniem,',
};
const sv: Phrases = {
  greeting: (name) => `Hej ${name},`,
  greetingNoName: 'Hej,',
  thanks: 'Tack för ditt meddelande.',
  warm: 'Tack för att du hör av dig, jag hjälper gärna till.',
  sorry: 'Jag beklagar besväret som detta har orsakat dig.',
  several: 'Tack för ditt meddelande. Jag tar dina frågor en i taget.',
  open: 'På den här punkten vill jag inte gissa, så jag kontrollerar den först:',
  openSeveral: 'På de här punkterna vill jag inte gissa, så jag kontrollerar dem först:',
  nothing: 'Jag har läst ditt meddelande och vill kontrollera det ordentligt innan jag svarar.',
  orderNumber: 'Kan du skicka ditt ordernummer, så att jag kan titta på det?',
  offer: 'Om något fortfarande är oklart är det bara att svara på det här meddelandet.',
  regards: 'Vänliga hälsningar,',
};
const da: Phrases = {
  greeting: (name) => `Hej ${name},`,
  greetingNoName: 'Hej,',
  thanks: 'Tak for din besked.',
  warm: 'Tak, fordi du skriver, jeg hjælper gerne.',
  sorry: 'Jeg beklager det besvær, det har givet dig.',
  several: 'Tak for din besked. Jeg tager dine spørgsmål et ad gangen.',
  open: 'På dette punkt vil jeg ikke gætte, så jeg undersøger det først:',
  openSeveral: 'På disse punkter vil jeg ikke gætte, så jeg undersøger dem først:',
  nothing: 'Jeg har læst din besked og vil undersøge det ordentligt, før jeg svarer.',
  orderNumber: 'Kan du sende mig dit ordrenummer, så jeg kan undersøge det?',
  offer: 'Hvis noget stadig er uklart, kan du bare svare på denne besked.',
  regards: 'Venlig hilsen',
};
const no: Phrases = {
  greeting: (name) => `Hei ${name},`,
  greetingNoName: 'Hei,',
  thanks: 'Takk for meldingen.',
  warm: 'Takk for at du tar kontakt, jeg hjelper gjerne.',
  sorry: 'Jeg beklager bryet dette har gitt deg.',
  several: 'Takk for meldingen. Jeg tar spørsmålene dine ett for ett.',
  open: 'På dette punktet vil jeg ikke gjette, så jeg undersøker det først:',
  openSeveral: 'På disse punktene vil jeg ikke gjette, så jeg undersøker dem først:',
  nothing: 'Jeg har lest meldingen din og vil undersøke dette ordentlig før jeg svarer.',
  orderNumber: 'Kan du sende meg ordrenummeret ditt, så jeg kan undersøke det?',
  offer: 'Hvis noe fortsatt er uklart, er det bare å svare på denne meldingen.',
  regards: 'Vennlig hilsen',
};
const fi: Phrases = {
  greeting: (name) => `Hei ${name},`,
  greetingNoName: 'Hei,',
  thanks: 'Kiitos viestistäsi.',
  warm: 'Kiitos yhteydenotostasi, autan mielelläni.',
  sorry: 'Pahoittelen tästä aiheutunutta vaivaa.',
  several: 'Kiitos viestistäsi. Vastaan kysymyksiisi yksi kerrallaan.',
  open: 'Tätä en halua arvata, joten tarkistan sen ensin:',
  openSeveral: 'Näitä en halua arvata, joten tarkistan ne ensin:',
  nothing: 'Luin viestisi ja haluan tarkistaa asian kunnolla ennen kuin vastaan.',
  orderNumber: 'Voisitko lähettää tilausnumerosi, jotta voin tarkistaa asian?',
  offer: 'Jos jokin jäi epäselväksi, vastaa vain tähän viestiin.',
  regards: 'Ystävällisin terveisin',
};
const cs: Phrases = {
  greeting: (name) => `Dobrý den ${name},`,
  greetingNoName: 'Dobrý den,',
  thanks: 'děkuji za Vaši zprávu.',
  warm: 'děkuji, že jste se ozval, rád Vám pomohu.',
  sorry: 'omlouvám se za potíže, které Vám to způsobilo.',
  several: 'děkuji za Vaši zprávu. Odpovídám na jednotlivé body postupně.',
  open: 'U tohoto bodu nechci hádat, nejprve ho ověřím:',
  openSeveral: 'U těchto bodů nechci hádat, nejprve je ověřím:',
  nothing: 'Vaši zprávu jsem si přečetl a před odpovědí to chci důkladně ověřit.',
  orderNumber: 'Můžete mi prosím poslat číslo objednávky, abych to mohl prověřit?',
  offer: 'Pokud zůstalo něco nejasné, stačí odpovědět na tuto zprávu.',
  regards: 'S pozdravem',
};
const tr: Phrases = {
  greeting: (name) => `Merhaba ${name},`,
  greetingNoName: 'Merhaba,',
  thanks: 'Mesajınız için teşekkür ederim.',
  warm: 'Bize yazdığınız için teşekkür ederim, memnuniyetle yardımcı olurum.',
  sorry: 'Yaşadığınız sıkıntı için üzgünüm.',
  several: 'Mesajınız için teşekkür ederim. Sorularınızı sırayla yanıtlıyorum.',
  open: 'Bu konuda tahmin yürütmek istemem, önce kontrol ediyorum:',
  openSeveral: 'Bu konularda tahmin yürütmek istemem, önce kontrol ediyorum:',
  nothing: 'Mesajınızı okudum; yanıtlamadan önce bunu iyice kontrol etmek istiyorum.',
  orderNumber: 'Kontrol edebilmem için sipariş numaranızı gönderebilir misiniz?',
  offer: 'Anlaşılmayan bir şey kalırsa bu mesajı yanıtlamanız yeterli.',
  regards: 'Saygılarımla,',
};

export const phraseTable: Readonly<Record<string, Phrases>> = {
  en,
  de,
  fr,
  es,
  pt,
  it,
  nl,
  pl,
  sv,
  da,
  no,
  fi,
  cs,
  tr,
};

/** Phrases of the customer's language; English where there are none, and `isExact` says so. */
export function phrasesFor(language: string | null): {
  phrases: Phrases;
  language: string;
  isExact: boolean;
} {
  const primary = language?.toLowerCase().split(/[-_]/)[0] ?? 'en';
  const phrases = phraseTable[primary];
  return phrases === undefined
    ? { phrases: en, language: 'en', isExact: false }
    : { phrases, language: primary, isExact: true };
}
