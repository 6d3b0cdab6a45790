import { chosenOrder } from '@/lib/draft/need/order-names';
import { parseReply } from '@/lib/draft/reply/parse-reply';
import { slotValuesFor } from '@/lib/knowledge/slot-values';
import { fillSlots } from '@/lib/knowledge/slots';
import type { PanelDeps } from '../deps';
import { takeReadyMade } from '../drafting/ready-made';
import type { CannedReply } from '../panel-state';
import type { Sessions } from '../sessions';

const mostShown = 20;
const previewCharacters = 120;

export interface CannedReplies {
  /** Best first; with no words, those that fit the ticket. */
  search(ticketKey: string, query: string): Promise<void>;
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
    take(key, { document, title }) {
      takeReadyMade(deps, sessions, key, { document, writtenBy: title });
    },
  };
}
