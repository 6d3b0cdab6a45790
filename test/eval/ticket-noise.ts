/** Wordings around a question as mail programs and people add them; written for the bench, not taken from the cleaner. */
interface Style {
  readonly greeting: readonly string[];
  readonly small: readonly string[];
  readonly closing: readonly string[];
  readonly history: readonly string[];
}

const english: Style = {
  greeting: [
    'Hi there,',
    'Hello Support Team,',
    'Dear Sir or Madam,',
    'Good morning,',
    'Hey guys!',
    'To whom it may concern,',
    'Hi Maria,',
  ],
  small: [
    'I hope you are having a wonderful week so far.',
    'I have been a loyal customer of yours for many years now and have always been happy.',
    'Sorry to bother you again, I know you must be very busy these days.',
    'My colleague recommended that I write to you directly about it.',
    'I tried calling yesterday but nobody picked up the phone.',
    'It would be great to hear back from you today if at all possible.',
  ],
  closing: [
    'Kind regards,\nJonathan Whitfield\nSenior Purchasing Manager | Northgate Logistics Ltd\n14 Harbour Street, Bristol BS1 4QA\nTel: +44 117 496 0123 | www.northgate-logistics.example',
    'Thanks so much in advance,\nPriya\n\nSent from my iPhone',
    'Best,\nDr. Emily Carter\nDepartment of Chemistry\nRoom 4.12, Science Building',
    'Cheers\nTom\n--\nTom Becker · Freelance photographer · portfolio and bookings at tombecker.example',
    'Sincerely yours,\nMrs. A. Robinson\n\nThis message and any attachments are confidential and intended solely for the addressee. If you have received this message in error please notify the sender and delete it immediately. Any unauthorised disclosure is prohibited.',
  ],
  history: [
    'On Mon, Nov 2, 2026 at 10:15 AM Customer Care <care@shop.example> wrote:\n> Thank you for contacting us. We have received your request and will answer within one business day.\n> Your account manager will review the payment, the card and the delivery of your order.',
    'From: Customer Care <care@shop.example>\nSent: Monday, November 2, 2026 10:15 AM\nTo: Jonathan Whitfield\nSubject: RE: Your request\n\nThank you for your message. Our team is looking into your account and will refund the transaction if the product is faulty.',
    '-----Original Message-----\nFrom: care@shop.example\n\nYour request has been received. Please rate our delivery, our website and our support team.',
    '________________________________\nFrom: Customer Care\nSent: 02 November 2026 10:15\nTo: me\nSubject: Ticket\n\nPlease confirm your email, phone number and password settings.',
  ],
};

const german: Style = {
  greeting: ['Sehr geehrte Damen und Herren,', 'Hallo liebes Team,', 'Guten Tag,'],
  small: ['Ich hoffe, es geht Ihnen gut.', 'Leider habe ich telefonisch niemanden erreicht.'],
  closing: [
    'Mit freundlichen Grüßen\nKatrin Schuster\nLeiterin Einkauf\nSchuster GmbH, Amtsgericht Köln, HRB 12345',
    'Viele Grüße\nJens\n\nVon meinem iPhone gesendet',
  ],
  history: [
    'Am 02.11.2026 um 10:15 schrieb Kundendienst <hilfe@shop.example>:\n> Vielen Dank für Ihre Nachricht. Wir melden uns innerhalb eines Werktags.',
    'Von: Kundendienst <hilfe@shop.example>\nGesendet: Montag, 2. November 2026 10:15\nAn: Katrin Schuster\nBetreff: AW: Ihre Anfrage\n\nIhre Anfrage ist eingegangen.',
  ],
};

const french: Style = {
  greeting: ['Bonjour,', 'Madame, Monsieur,'],
  small: ['J’espère que vous allez bien.', 'Je vous écris après avoir essayé de vous joindre par téléphone.'],
  closing: [
    'Cordialement,\nLuc Bernard\nDirecteur commercial',
    'Bien à vous,\nClaire\n\nEnvoyé de mon iPhone',
  ],
  history: [
    'Le lun. 2 nov. 2026 à 10:15, Service client <aide@shop.example> a écrit :\n> Nous avons bien reçu votre demande et revenons vers vous sous un jour ouvré.',
  ],
};

const spanish: Style = {
  greeting: ['Hola:', 'Estimados señores:'],
  small: ['Espero que se encuentren bien.'],
  closing: ['Un cordial saludo,\nEva Romero\nAdministración', 'Muchas gracias de antemano,\nPablo'],
  history: [
    'El lun, 2 nov 2026 a las 10:15, Atención al cliente (<ayuda@shop.example>) escribió:\n> Hemos recibido su solicitud y le responderemos pronto.',
  ],
};

/** English questions mostly come in English mail; phones and companies of other countries frame them in theirs. */
const styles = [english, english, english, german, french, spanish];

/** Puts a question into a mail. `random` gives numbers in [0, 1). */
export function addNoise(question: string, random: () => number): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const style = pick(styles);
  const before = random() < 0.6 ? `${pick(style.small)} ` : '';
  const after = random() < 0.4 ? ` ${pick(style.small)}` : '';
  const history = random() < 0.6 ? `\n\n${pick(style.history)}` : '';
  const mark = /[.!?]\s*$/.test(question) ? '' : '.';
  return `${pick(style.greeting)}\n\n${before}${question}${mark}${after}\n\n${pick(style.closing)}${history}`;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** One slip of the finger in about one word of six: a letter swapped, doubled, dropped or replaced. */
export function addTypos(question: string, random: () => number): string {
  return question.replace(/\p{L}{5,}/gu, (word) => {
    if (random() > 1 / 6) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    const kind = Math.floor(random() * 4);
    if (kind === 0) return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
    if (kind === 1) return word.slice(0, at) + word[at]! + word.slice(at);
    if (kind === 2) return word.slice(0, at) + word.slice(at + 1);
    return word.slice(0, at) + letters[Math.floor(random() * letters.length)]! + word.slice(at + 1);
  });
}
