import { describe, expect, it } from 'vitest';
import { claimsOf } from '@/test/support/ledger-fixtures';

const sources = ['The first exchange is free. We offer a discount of 10% to students.'];
const reasons = (text: string, known: Parameters<typeof claimsOf>[1] = { sources }) =>
  claimsOf(text, known).map(({ reason }) => reason);

describe('benefits', () => {
  it.each([
    'Overnight shipping is free of charge.[1]',
    'Der Versand ist kostenlos.[1]',
    'La livraison express vous est offerte.[1]',
    'El envío es gratis.[1]',
    'We will add a voucher for your trouble.[1]',
    'Wir verlängern Ihre Frist gern.[1]',
    'We can waive the fee.[1]',
    'A manager has already approved the full amount.[1]',
    'Ein Teamleiter hat die Rückgabe genehmigt.[1]',
    'Un responsable a approuvé votre demande.[1]',
  ])('that no evidence gives are marked, cited or not: %s', (text) => {
    expect(reasons(text)).toContainEqual(
      expect.stringMatching(/promise-without-source|action-not-in-ticket/u),
    );
    expect(reasons(text.replace('[1]', ''), {})).not.toEqual([]);
  });

  it.each([
    'Your first exchange is free.[1]',
    'Ihr erster Umtausch ist kostenlos.[1]',
    'As a student you get a discount.[1]',
    'Please feel free to write again.',
    'Would you like free shipping?',
    'We do not give vouchers.',
  ])('that the passage gives, or that are none, are not: %s', (text) => {
    expect(reasons(text).filter((reason) => reason !== null)).toEqual([]);
  });

  it('may stand on what an agent wrote before', () => {
    expect(
      reasons('As said, shipping is free.', { agent: 'We will ship it for free, shipping is on us.' }),
    ).toEqual([]);
  });
});
