import { chosenOrder } from '@/lib/draft/need/order-names';
import type { DraftDocument } from '@/lib/draft/reply/document';
import { parseReply } from '@/lib/draft/reply/parse-reply';
import { currentAlternative } from '@/lib/draft/session/session';
import { slotValuesFor } from '@/lib/knowledge/slot-values';
import { fillSlots } from '@/lib/knowledge/slots';
import type { PanelDeps } from '../deps';
import type { CannedReply } from '../panel-state';
import type { Sessions } from '../sessions';

const mostShown = 20;
const previewCharacters = 120;

export interface CannedReplies {
  /** Best first; with no words, those that fit the ticket. */
  search(ticketKey: string, query: string): Promise<void>;
  /** Makes it a version of the draft, so that nothing written before is lost. */
  take(ticketKey: string, reply: CannedReply): void;
}

export function createCannedReplies(
  deps: PanelDeps,
  sessions: Sessions,
  onFound: (replies: readonly CannedReply[]) => void,
  signal: AbortSignal,
): CannedReplies {
  let latest = 0;
  return {
    async search(key, query) {
      const turn = ++latest;
      const { ticket, need } = sessions.get(key);
      if (!ticket) return;
      const words = query.trim() || [ticket.subject, ...(need?.asks ?? []).map((ask) => ask.text)].join('\n');
      const found = await deps.suggest(
        { text: words, limit: mostShown, filter: { kinds: ['canned-reply'] } },
        signal,
      );
      // A slower answer to fewer letters must not overwrite a newer one.
      if (turn !== latest) return;
      const ids = found.ok ? found.value.hits.map(({ articleId }) => articleId) : [];
      const articles = await deps.readArticles(ids, signal);
      if (turn !== latest) return;
      const values = slotValuesFor(ticket, chosenOrder(ticket.orders, need?.orderNames ?? []));
      onFound(
        articles.map((article) => {
          const { text } = fillSlots(article.body, values);
          const preview = text.replace(/\s+/gu, ' ').trim().slice(0, previewCharacters);
          return {
            id: article.id,
            title: article.title,
            document: parseReply(text, new Set()).document,
            preview,
          };
        }),
      );
    },
    take(key, reply) {
      const session = sessions.get(key);
      const id = deps.newId();
      const startedAt = deps.clock.now().toISOString();
      const document: DraftDocument = reply.document;
      sessions.dispatch(key, {
        type: 'writing-began',
        alternative: {
          id,
          document,
          instruction: null,
          writtenBy: reply.title,
          finished: 'writing',
          editedByAgent: false,
          startedAt,
          tookMs: 0,
          usage: null,
          claims: [],
          kept: [],
          sources: currentAlternative(session)?.sources ?? session.sources,
          warnings: [],
        },
      });
      sessions.dispatch(key, {
        type: 'writing-ended',
        id,
        finished: 'complete',
        tookMs: 0,
        usage: null,
        failure: null,
      });
    },
  };
}
