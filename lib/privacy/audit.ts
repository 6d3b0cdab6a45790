import type { MaskType } from './finding';
import type { PersonKind } from './person-kinds';
import type { RetainedStore } from './retention';

/** A version of an article that a draft was given or a reply cites. */
export interface AuditArticle {
  readonly id: string;
  readonly version: number;
}

interface AboutReply {
  /** As the helpdesk names the agent; `null`: not known, somebody at this browser. */
  readonly by: string | null;
  /** `zendesk:acme.zendesk.com:4711`. */
  readonly ticket: string;
  /** The same in all entries of one draft. */
  readonly draft: string;
  readonly articles: readonly AuditArticle[];
}

/**
 * What the audit log tells. No entry holds words of a customer, of a draft or of a reply: only who, which, how many,
 * and hashes.
 */
export type AuditEvent =
  /**
   * A draft was begun, or risky sentences of a finished one put to the model once more; with a model that reads a prompt,
   * the request left (or, on this device, was put to it).
   */
  | (AboutReply & {
      readonly kind: 'drafted' | 'read-again';
      /** Id of the provider, and the model as it names itself. */
      readonly provider: string;
      readonly model: string;
      /** Who got the request; none: nothing left the browser. */
      readonly hosts: readonly string[];
      /** SHA-256 of the messages as sent, as canonical JSON; `null`: no prompt was made. */
      readonly promptHash: string | null;
      /** SHA-256 of the words that were sent just before it, to find by meaning, as canonical JSON; left out: none. */
      readonly questionHash?: string;
      /** Values that were taken out of the request, by type. */
      readonly masked: Partial<Record<MaskType, number>>;
    })
  /** Text was put into the reply box and read back there, or was then seen as sent. Articles: those it cites. */
  | (AboutReply & {
      readonly kind: 'inserted' | 'sent';
      readonly visibility: 'public' | 'internal' | null;
      /** Claims that the agent took on, by the reason why nothing stood behind them. */
      readonly kept: Readonly<Record<string, number>>;
      /** Levenshtein distance in characters from the draft as written. */
      readonly editDistance: number;
    })
  /** Passages of public articles were sent to be found by meaning: how many, to whom, for which model. */
  | {
      readonly kind: 'embedded';
      readonly model: string;
      readonly hosts: readonly string[];
      readonly passages: number;
    }
  /** Somebody had everything about one person erased: how many records went, by kind. Of whom is not told. */
  | { readonly kind: 'erased'; readonly counts: Partial<Record<PersonKind, number>> }
  /** Retention ran: how many records went, by store. */
  | { readonly kind: 'pruned'; readonly counts: Partial<Record<RetainedStore, number>> };
