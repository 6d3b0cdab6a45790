import type { Claim, EvidenceSpan } from '@/lib/draft/claim';
import { type DraftDocument, textUnits } from '@/lib/draft/reply/document';
import type { Source } from '@/lib/draft/session/session-state';
import { preferredOf } from '@/lib/draft/sources/preferred';
import { type Span, splitSentences } from '@/lib/draft/words/sentences';
import type { Ticket } from '@/lib/ticket/ticket';

/** A sentence with the words in it that matter; the span counts from the sentence's start. */
export interface WordsInSentence {
  text: string;
  span: Span;
}

/** What stands for or against a claim, as the sheet shows it below the draft's words. */
export interface ShownEvidence extends WordsInSentence {
  kind: 'source' | 'message' | 'ticket' | 'order' | 'fact';
  /** Of `kind` source alone. */
  source: Source | null;
}

export function claimInDraft(document: DraftDocument, claim: Claim): WordsInSentence {
  const line = textUnits(document).find(({ block, item }) => block === claim.block && item === claim.item);
  const isThere = line?.text.slice(claim.start, claim.end) === claim.text;
  return isThere ? inSentence(line.text, claim) : alone(claim.text);
}

/** The exact words for the claim and against it, as far as the ledger names them. */
export function evidenceOf(
  { evidence, against, opinion, state }: Claim,
  sources: readonly Source[],
  ticket: Pick<Ticket, 'messages'>,
): ShownEvidence[] {
  const doubt = state === 'doubted' ? opinion?.words : null;
  return [evidence, against, doubt].flatMap((span) => (span ? [shownAt(span, sources, ticket)] : []));
}

/** The words that a second reading goes by, beside a mark that stands without it. */
export function opinionWordsOf(
  { opinion, state }: Claim,
  sources: readonly Source[],
  ticket: Pick<Ticket, 'messages'>,
): ShownEvidence | null {
  return opinion?.words && state !== 'doubted' ? shownAt(opinion.words, sources, ticket) : null;
}

function shownAt(
  span: EvidenceSpan,
  sources: readonly Source[],
  ticket: Pick<Ticket, 'messages'>,
): ShownEvidence {
  const { place } = span;
  if (place.kind === 'message') {
    const message = ticket.messages.find(({ id }) => id === place.id);
    return { kind: 'message', source: null, ...found(message?.text, span) };
  }
  if (place.kind !== 'source') return { kind: place.kind, source: null, ...alone(span.text) };
  const source = sources.find(({ number }) => number === place.number) ?? null;
  const text = place.field === 'text' ? source?.text : place.field === 'title' ? source?.title : null;
  return { kind: 'source', source, ...found(text, span) };
}

/** The article to go by, or to open: of two that disagree the preferred one, else the one that speaks against. */
export function sourceToGoBy(claim: Claim, evidence: readonly ShownEvidence[]): Source | null {
  const [one, other] = evidence.flatMap(({ source }) => (source ? [source] : []));
  const preferred = claim.reason === 'sources-disagree' && one && other ? preferredOf(one, other) : null;
  return preferred?.source ?? other ?? one ?? null;
}

/** Another version of the text may stand there by now: then the words alone are shown. */
function found(text: string | null | undefined, span: EvidenceSpan): WordsInSentence {
  return text?.slice(span.start, span.end) === span.text ? inSentence(text, span) : alone(span.text);
}

function alone(text: string): WordsInSentence {
  return { text, span: { start: 0, end: text.length } };
}

function inSentence(text: string, { start, end }: Span): WordsInSentence {
  const touched = splitSentences(text).filter((sentence) => sentence.start < end && start < sentence.end);
  const from = Math.min(start, touched[0]?.start ?? start);
  const to = Math.max(end, touched.at(-1)?.end ?? end);
  return { text: text.slice(from, to), span: { start: start - from, end: end - from } };
}
