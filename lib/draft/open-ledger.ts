import type { Claim } from './claim';
import { checkDocument, createLedgerContext, type LedgerContext, type LedgerInput } from './ledger';
import type { DraftDocument } from './reply/document';
import type { ReplyProblem } from './reply/inline';

/** Holds drafts against what was found for one ticket. */
export interface Ledger {
  check(document: DraftDocument, problems: readonly ReplyProblem[]): Promise<readonly Claim[]>;
}

/** Opening costs nothing: what drafts are held against is read with the first check. */
export type OpenLedger = (input: LedgerInput) => Ledger;

/** Checks where it is called. A page calls it in its worker. */
export const openLedger: OpenLedger = (input) => {
  let context: LedgerContext | null = null;
  return {
    async check(document, problems) {
      context ??= createLedgerContext(input);
      return checkDocument(document, context, problems);
    },
  };
};
