import type { OutboundRequest } from '@/lib/draft/prompt/outbound';

/** What the agent says of a request that waits. */
export type RequestAnswer = 'send' | 'without-model' | 'cancel';

/** Requests that wait for the agent's word, one a ticket. */
export interface Asking {
  /** Resolves with the answer, or with `cancel` when `signal` fires. */
  ask(ticketKey: string, request: OutboundRequest, signal: AbortSignal): Promise<RequestAnswer>;
  answer(ticketKey: string, answer: RequestAnswer): void;
}

/** `onAsked` shows the request; `null`: it was answered. */
export function createAsking(onAsked: (ticketKey: string, request: OutboundRequest | null) => void): Asking {
  const waiting = new Map<string, (answer: RequestAnswer) => void>();
  return {
    async ask(ticketKey, request, signal) {
      if (signal.aborted) return 'cancel';
      onAsked(ticketKey, request);
      const answer = await new Promise<RequestAnswer>((resolve) => {
        waiting.set(ticketKey, resolve);
        signal.addEventListener('abort', () => resolve('cancel'), { once: true });
      });
      waiting.delete(ticketKey);
      onAsked(ticketKey, null);
      return answer;
    },
    answer: (ticketKey, answer) => waiting.get(ticketKey)?.(answer),
  };
}
