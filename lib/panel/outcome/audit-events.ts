import { withOpinions } from '@/lib/draft/ledger/second-reading/merge';
import type { OutboundRequest } from '@/lib/draft/prompt/outbound';
import { citedNumbers } from '@/lib/draft/reply/document';
import { toPlainText } from '@/lib/draft/reply/write-reply';
import { compareSent } from '@/lib/draft/session/outcome';
import { asWritten, currentAlternative } from '@/lib/draft/session/session';
import type { Alternative, DraftSession, Source } from '@/lib/draft/session/session-state';
import { canonicalJson, type Digest } from '@/lib/knowledge/canonical';
import type { ModelProvider, ModelRequest } from '@/lib/model/contract';
import type { AuditArticle, AuditEvent } from '@/lib/privacy/audit';
import { type Ticket, ticketKey } from '@/lib/ticket/ticket';

/** A draft, or a second reading of one, that was just begun, and the request it made. */
export interface BegunRequest {
  readonly kind: 'drafted' | 'read-again';
  readonly ticket: Ticket;
  readonly alternative: Pick<Alternative, 'id' | 'sources'>;
  readonly provider: Pick<ModelProvider, 'id' | 'label' | 'egress'>;
  readonly prompt: ModelRequest['prompt'];
  /** Masked words that were sent before it, to find by meaning; left out or empty: none. */
  readonly question?: readonly string[];
  /** Worked out only when the entry is written. `null`: nothing left the browser. */
  readonly outbound: (() => Pick<OutboundRequest, 'masked'>) | null;
}

export async function begunEvent(begun: BegunRequest, digest: Digest): Promise<AuditEvent> {
  const { kind, ticket, alternative, provider, prompt, question = [], outbound } = begun;
  return {
    kind,
    by: ticket.agentName,
    ticket: ticketKey(ticket),
    draft: alternative.id,
    articles: articlesOf(alternative.sources),
    provider: provider.id,
    model: provider.label,
    hosts: provider.egress,
    promptHash: prompt.length === 0 ? null : await digest(canonicalJson(prompt)),
    ...(question.length > 0 && { questionHash: await digest(canonicalJson(question)) }),
    masked: outbound?.().masked ?? {},
  };
}

/** `null`: nothing was put into a reply box and read back there. */
export function insertedEvent(session: DraftSession): AuditEvent | null {
  const alternative = currentAlternative(session);
  if (alternative === null || session.insertion.state !== 'verified') return null;
  const { mode } = session.insertion.result;
  // Not what the box holds: that may have words of the agent's around ours.
  const text = toPlainText(alternative.document);
  return placedEvent('inserted', session, { text, visibility: mode === 'unknown' ? null : mode });
}

export function sentEvent(session: DraftSession, sent: Placed): AuditEvent | null {
  return placedEvent('sent', session, sent);
}

interface Placed {
  readonly text: string;
  readonly visibility: 'public' | 'internal' | null;
}

function placedEvent(
  kind: 'inserted' | 'sent',
  session: DraftSession,
  { text, visibility }: Placed,
): AuditEvent | null {
  const { ticket } = session;
  const alternative = currentAlternative(session);
  if (ticket === null || alternative === null) return null;
  const cited = new Set(citedNumbers(alternative.document));
  return {
    kind,
    by: ticket.agentName,
    ticket: ticketKey(ticket),
    draft: alternative.id,
    articles: articlesOf(alternative.sources.filter(({ number }) => cited.has(number))),
    visibility,
    kept: keptOf(alternative),
    editDistance: compareSent(toPlainText(asWritten(alternative)), text).distance,
  };
}

/** Several passages of one article are one. */
function articlesOf(sources: readonly Source[]): AuditArticle[] {
  const articles = new Map<string, AuditArticle>();
  for (const { articleId, articleVersion } of sources)
    articles.set(`${articleId} ${articleVersion}`, { id: articleId, version: articleVersion });
  return [...articles.values()];
}

function keptOf({ claims, secondReading, kept: taken }: Alternative): Record<string, number> {
  const kept: Record<string, number> = {};
  for (const { id, state, reason, opinion } of withOpinions(claims, secondReading?.opinions ?? [])) {
    if (state !== 'kept' && !taken.includes(id)) continue;
    // A sentence that only the model doubted has no reason of the ledger's.
    const why = reason ?? (opinion ? 'doubted' : 'none');
    kept[why] = (kept[why] ?? 0) + 1;
  }
  return kept;
}
