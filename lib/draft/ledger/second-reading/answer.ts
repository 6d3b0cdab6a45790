import * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/result';
import type { EvidenceSpan } from '../../claim';
import type { Asked } from './ask';
import type { Opinion, OpinionKind } from './opinion';
import { findQuote, findQuoteUnmasked } from './quote';

const answerSchema = z.object({
  id: z.string(),
  verdict: z.enum(['supported', 'contradicted', 'not stated', 'no claim']),
  text: z.optional(z.nullable(z.string())),
  quote: z.optional(z.nullable(z.string())),
});
/** Models leave the outer object away; each answer is looked at by itself. */
const answersSchema = z.union([z.object({ answers: z.array(z.unknown()) }), z.array(z.unknown())]);

/**
 * Opinions that hold: of sentences that were asked about, one each, with words that stand in the text it names, as it
 * was sent and as it stands here. All else is dropped. Fails when the answer is no JSON of the form asked for.
 */
export function readAnswer(
  answer: string,
  { sentences, texts }: Pick<Asked, 'sentences' | 'texts'>,
): Result<Opinion[], { code: 'not-understood' }> {
  const parsed = answersSchema.safeParse(toJson(answer));
  if (!parsed.success) return err({ code: 'not-understood' });
  const answers = (Array.isArray(parsed.data) ? parsed.data : parsed.data.answers).flatMap((each) => {
    const one = answerSchema.safeParse(each);
    return one.success ? [one.data] : [];
  });
  // A row of things that are no answers is not understood either; an empty one says that there is nothing to say.
  if (answers.length === 0 && sentences.size > 0) return err({ code: 'not-understood' });
  const opinions: Opinion[] = [];
  for (const [id, { block, item, start, end, text: sentence }] of sentences) {
    const given = answers.filter((each) => each.id === id);
    // Two answers to one question are none.
    const [only] = given.length === 1 ? given : [];
    if (only === undefined || only.verdict === 'no claim') continue;
    const says: OpinionKind = only.verdict === 'not stated' ? 'not-stated' : only.verdict;
    const words = says === 'not-stated' ? null : spanOf(only, texts);
    if (says !== 'not-stated' && words === null) continue;
    opinions.push({ block, item, start, end, sentence, says, words });
  }
  return ok(opinions);
}

function spanOf({ text, quote }: z.infer<typeof answerSchema>, texts: Asked['texts']): EvidenceSpan | null {
  const named = texts.get((text ?? '').replace(/^\[|\]$/gu, ''));
  if (named === undefined || !quote || findQuote(quote, named.given) === null) return null;
  const span = findQuoteUnmasked(quote, named.original);
  return span && { place: named.place, ...span, text: named.original.slice(span.start, span.end) };
}

/** JSON alone, in a code fence, or with words around it. */
function toJson(answer: string): unknown {
  const cuts = [answer, between(answer, '{', '}'), between(answer, '[', ']')];
  for (const cut of cuts) {
    try {
      return JSON.parse(cut);
    } catch {
      // Not this way; what no way reads is told by the schema.
    }
  }
  return null;
}

function between(text: string, first: string, last: string): string {
  return text.slice(Math.max(0, text.indexOf(first)), text.lastIndexOf(last) + 1);
}
