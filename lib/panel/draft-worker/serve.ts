import { sentencesToRead } from '@/lib/draft/ledger/second-reading/sentences-to-read';
import { deriveNeed } from '@/lib/draft/need/need';
import { type Ledger, openLedger } from '@/lib/draft/open-ledger';
import { composeReply } from '@/lib/model/extractive/compose';
import { detectLanguage } from '@/lib/ticket/language';
import { type Answers, type Ask, ledgersKept, type ToPage, type ToWorker } from './messages';

/** Answers one page. What throws is told to the page, which fails that one request. */
export function serveDrafts(post: (message: ToPage) => void): (message: ToWorker) => Promise<void> {
  const ledgers = new Map<number, Ledger>();

  const ledgerOf = (ask: Extract<Ask, { type: 'check' }>): Ledger => {
    const known = ask.input === null ? ledgers.get(ask.ledger) : openLedger(ask.input);
    if (!known) throw new Error(`No ledger ${ask.ledger}`);
    ledgers.delete(ask.ledger);
    ledgers.set(ask.ledger, known);
    for (const oldest of ledgers.keys()) if (ledgers.size > ledgersKept) ledgers.delete(oldest);
    return known;
  };
  const answer = (ask: Ask): Answers[Ask['type']] | Promise<Answers[Ask['type']]> => {
    switch (ask.type) {
      case 'compose':
        return composeReply(ask.material);
      case 'need':
        return deriveNeed(ask.ticket);
      case 'language':
        return detectLanguage(ask.messages);
      case 'sentences-to-read':
        return sentencesToRead(ask.document, ask.claims);
      case 'check':
        return ledgerOf(ask).check(ask.document, ask.problems);
    }
  };

  return async (message) => {
    try {
      post({ id: message.id, answer: await answer(message) });
    } catch (error) {
      post({ id: message.id, failed: error instanceof Error ? error.message : String(error) });
    }
  };
}
