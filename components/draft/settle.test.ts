import { describe, expect, it } from 'vitest';
import { toPlainText } from '@/lib/draft/reply/write-reply';
import { claims, document, sources } from '@/test/support/gallery/fixtures';
import { offerFor, withOffer, withoutSentence } from './settle';

const byId = (id: string) => claims.find((claim) => claim.id === id)!;
const refundTimes = sources[2]!;

describe('settling a claim', () => {
  it('offers the one figure that the source holds instead', () => {
    const offer = offerFor(byId('c7'), refundTimes)!;
    expect(offer.words).toMatch(/^10 working days$/);
    expect(toPlainText(withOffer(document, byId('c7'), offer))).toContain(
      'is paid within 10 working days after the parcel',
    );
  });

  it('offers nothing where the source holds two such figures', () => {
    const twice = { ...refundTimes, text: 'Within 10 working days, for cards within 7 working days.' };
    expect(offerFor(byId('c7'), twice)).toBeNull();
  });

  it('offers nothing for a claim that no source contradicts', () => {
    expect(offerFor(byId('c8'), refundTimes)).toBeNull();
  });

  it('removes the sentence and leaves the rest of the line', () => {
    const text = toPlainText(withoutSentence(document, byId('c8')));
    expect(text).not.toContain('voucher');
    expect(text).toContain('after the parcel arrives.');
  });

  it('removes the footnotes of the sentence with it', () => {
    const [, , label] = withoutSentence(document, byId('c5')).blocks;
    expect(label).toEqual({
      type: 'paragraph',
      content: [{ text: 'Reply with a photo of the crack and I will send it to you.' }],
    });
  });

  it('removes a paragraph that held nothing else', () => {
    const short = {
      blocks: [
        { type: 'paragraph' as const, content: [{ text: 'Free voucher.' }] },
        { type: 'paragraph' as const, content: [{ text: 'Bye' }] },
      ],
    };
    const voucher = { ...byId('c8'), block: 0, start: 0, end: 12, text: 'Free voucher' };
    expect(withoutSentence(short, voucher).blocks).toHaveLength(1);
  });
});
