import { beforeAll, describe, expect, it } from 'vitest';
import { type Checks, loadChecks } from './checks';
import { detectNumbers, detectPeople } from './detect';
import { withoutOverlaps } from './finding';

let checks: Checks;
beforeAll(async () => {
  checks = await loadChecks();
});

/** The text with each finding as its type in angle brackets. */
function marked(text: string): string {
  const clues = { checks, country: null };
  const found = withoutOverlaps(text, [...detectNumbers(text, clues), ...detectPeople(text, clues)]);
  return found.reduceRight(
    (out, { type, start, end }) => `${out.slice(0, start)}<${type}>${out.slice(end)}`,
    text,
  );
}

describe('detection from the text alone', () => {
  it.each([
    // people
    ['Hi, my name is Odalys Brennecke and I wait.', 'Hi, my name is <PERSON> and I wait.'],
    ['ich heiße tamsin vogelsang und warte', 'ich heiße <PERSON> und warte'],
    ["Bonjour, je m'appelle Aurélien Castagnet", "Bonjour, je m'appelle <PERSON>"],
    ['Hola, me llamo Itziar Mendizabal.', 'Hola, me llamo <PERSON>.'],
    ['Buongiorno, mi chiamo Ottavia Brambilla', 'Buongiorno, mi chiamo <PERSON>'],
    ['Nazywam się Bożydar Kwieciński', 'Nazywam się <PERSON>'],
    ['Where is it?\n\nKind regards,\nWilmot Ashgrove', 'Where is it?\n\nKind regards,\n<PERSON>'],
    ['Danke.\n\nViele Grüße\nHeidrun Obermoser', 'Danke.\n\nViele Grüße\n<PERSON>'],
    ['Merci.\nCordialement, Solenne Bruyas', 'Merci.\nCordialement, <PERSON>'],
    ['Dear Mrs. Threlkeld, we wait', 'Dear Mrs. <PERSON>, we wait'],
    ['Sehr geehrte Frau Zwiebelmann,', 'Sehr geehrte Frau <PERSON>,'],
    ['From: Quillon Draper <qd@mail.example>', 'From: <PERSON> <<EMAIL>>'],
    ['I spoke with Veronika about it', 'I spoke with <PERSON> about it'],
    // right beside letters of scripts without spaces
    ['卡号是4242424242424242谢谢', '卡号是<CARD>谢谢'],
    ['我的电话是13800138000谢谢', '我的电话是<PHONE>谢谢'],
    ['电话：+86 138 0013 8000。', '电话：<PHONE>。'],
    ['携帯は090-1234-5678です', '携帯は<PHONE>です'],
    ['휴대폰 번호는 010-1234-5678입니다', '휴대폰 번호는 <PHONE>입니다'],
    ['密码是Tulip-Rain7谢谢', '密码是<PASSWORD>谢谢'],
    ['パスワードはTulip-Rain7です。', 'パスワードは<PASSWORD>です。'],
    ['비밀번호는 Tulip-Rain7 입니다', '비밀번호는 <PASSWORD> 입니다'],
    ['كلمة المرور: Tulip-Rain7 شكرا', 'كلمة المرور: <PASSWORD> شكرا'],
    // where they live
    ['Ship it to 48 Larkspur Road, Bexhurst, please', 'Ship it to <ADDRESS>, please'],
    ['Neue Adresse: Amselweg 7, 80999 Buchenau', 'Neue Adresse: <ADDRESS>'],
    ["J'habite 12 rue des Glycines, 31000 Valmorel", "J'habite <ADDRESS>"],
    ['Vivo en Calle Almendro 14, Villasol', 'Vivo en <ADDRESS>'],
    ['via dei Gelsomini 9, 20100 Montelago', '<ADDRESS>'],
    ['ul. Jaśminowa 5, 00-950 Brzozów', '<ADDRESS>'],
    ['Bezorgen op Tulpenlaan 33, 1234 AB Meerdorp', 'Bezorgen op <ADDRESS>'],
    // numbers
    ['IBAN fr76 3000 6000 0112 3456 7890 189 danke', 'IBAN <IBAN> danke'],
    ['paid by 6304 0000 0000 0000 today, card 5018 0000 0009', 'paid by <CARD> today, card <CARD>'],
    ['my card number is 4111 1111 1111 1112', 'my card number is <CARD>'],
    ['CPF 529.982.247-25', 'CPF <NATIONAL_ID>'],
    ['passport no. C01X00T47', 'passport no. <NATIONAL_ID>'],
    ['DNI: 12345678Z', 'DNI: <NATIONAL_ID>'],
    ['he told me RSSMRA85T10A562S', 'he told me <NATIONAL_ID>'],
    ['born on 3 March 1984', 'born on <DATE_OF_BIRTH>'],
    ['Geburtsdatum: 03.04.1979', 'Geburtsdatum: <DATE_OF_BIRTH>'],
    ['née le 5 mai 1990', 'née le <DATE_OF_BIRTH>'],
    ['blocked fe80::1ff:fe23:4567:890a and ::1', 'blocked <IP> and ::1'],
    ['Fax: 212.555.0142x31', 'Fax: <PHONE>'],
    ['rappelez-moi au 06 12 34 56 78', 'rappelez-moi au <PHONE>'],
    ['write to odalys (at) mail (dot) example', 'write to <EMAIL>'],
    // secrets
    ['login foo, password Tr4il!mix', 'login foo, password <PASSWORD>'],
    ['mi contraseña es girasol99', 'mi contraseña es <PASSWORD>'],
    ['postgres://app:hunter2hunter@db.example/x', 'postgres://app:<PASSWORD>@db.example/x'],
    ['token: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b', 'token: <API_KEY>'],
  ])('%s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it.each([
    'The Larkspur Kettle 2 leaks. Order 233 438 242, placed 12 May 2026.',
    'Hello team, the order ORD-88121 has not moved since Tuesday.',
    'Thanks again, the Brass Lantern Pro works well.',
    'Mein Paket ist seit Freitag in der Zustellung. Vielen Dank im Voraus!',
    'GTIN 4006381333931, serial 4000123412341234, SKU TR-88/2',
    'Return within 30 days, 2 Orders, €1,250.00 or 99.90 USD',
    'My name appears twice. Please call me back about order 998877665.',
    'I forgot my password and reset it twice',
    'invoice 2026-004411, ref 0123-456-7890, ticket 48213',
    'Bonjour, je suis très déçue de la commande 77120.',
    'Hola, estoy esperando el pedido 45-99120.',
    'build 10.0.0.12 since version 2.14.0, at 12:30:45',
    'UUID 123e4567-e89b-12d3-a456-426614174000',
  ])('leaves alone: %s', (text) => {
    expect(marked(text)).toBe(text);
  });

  it('keeps what a second finding covers beside the first', () => {
    const found = withoutOverlaps('Ines Calloway', [
      { type: 'PERSON', start: 0, end: 4 },
      { type: 'ADDRESS', start: 0, end: 13 },
    ]);
    expect(found).toEqual([
      { type: 'PERSON', start: 0, end: 4 },
      { type: 'ADDRESS', start: 5, end: 13 },
    ]);
  });

  it('finds a password in an address behind many letters', () => {
    expect(marked(`${'a'.repeat(500)} ftp://app:hunter2hunter@db.example`)).toContain(
      'ftp://app:<PASSWORD>@db.example',
    );
  });
});
