import { describe, expect, it } from 'vitest';
import { isMannersOnly } from './manners';

describe('isMannersOnly', () => {
  it.each([
    'Hi!',
    'Hello there 👋',
    'Good morning, sir.',
    'Thanks a lot!',
    'ok, thank you',
    'Hallo zusammen, vielen Dank!',
    'Bonjour madame, merci beaucoup',
    'Hola, gracias.',
    'Buongiorno a tutti',
    'Olá, obrigado',
    'Goedemiddag mevrouw',
    'No.',
  ])('knows a text without a need: %s', (text) => {
    expect(isMannersOnly(text)).toBe(true);
  });

  it.each([
    'Hi, refund please',
    'Thanks, where is my kettle?',
    'No parcel',
    'Hitze',
    'okapi',
    'Danke, die Lampe ist kaputt',
    'Merci de rembourser',
    'kettle',
    '',
  ])('leaves one that says more: %s', (text) => {
    expect(isMannersOnly(text)).toBe(false);
  });

  it('gives up on thanks without end', () => {
    expect(isMannersOnly(`${'thanks '.repeat(11)}x`)).toBe(false);
  });
});
