import { answerMethods, type CallContext, type Served } from './answer';
import type { CallMethod, Contract, Input, Method, Output, StreamMethod } from './contract';

type Fact = 'string' | readonly string[];

/**
 * What a content script takes, written out. zod alone would be half of the script that runs on every helpdesk page; who
 * asks has been proven by then, and the answers are parsed by schema where they arrive. A test holds this list and
 * the contract's schemas together.
 */
export const pageInputs = {
  'page.watch': {},
  'api.get': { path: 'string' },
  'page.snapshot': { ticketId: 'string' },
  'page.focused': {},
  'composer.read': {},
  'composer.insert': {
    requestId: 'string',
    ticketId: 'string',
    html: 'string',
    text: 'string',
    placement: ['replace', 'append', 'caret'],
    expectedMode: ['public', 'internal', 'unknown'],
    expectedText: 'string',
  },
} as const satisfies Partial<Record<Method, Readonly<Record<string, Fact>>>>;

export type PageMethod = keyof typeof pageInputs;
type PageCall = PageMethod & CallMethod;
type PageStream = PageMethod & StreamMethod;

/** One function per method of a content script, and none missing. */
export type PageHandlers = {
  [M in PageCall]: (input: Input<M>, context: CallContext) => Promise<Output<M>>;
} & {
  [M in PageStream]: (input: Input<M>, context: CallContext) => AsyncIterable<Output<M>>;
};

/** Answers from a helpdesk's page, and only the extension's own pages. */
export function servePage(handlers: PageHandlers, signal: AbortSignal): void {
  const serve = <M extends PageMethod>(method: M, kind: Contract[M]['kind']) => ({
    kind,
    from: 'extension' as const,
    parse: (input: unknown) => parsePageInput(method, input),
    handle: handlers[method] as unknown as Served<M>['handle'],
  });
  answerMethods(
    {
      'page.watch': serve('page.watch', 'stream'),
      'api.get': serve('api.get', 'stream'),
      'page.snapshot': serve('page.snapshot', 'call'),
      'page.focused': serve('page.focused', 'call'),
      'composer.read': serve('composer.read', 'call'),
      'composer.insert': serve('composer.insert', 'call'),
    },
    signal,
  );
}

/** The input with the known fields alone, or `null` when one is missing or of another kind. */
export function parsePageInput<M extends PageMethod>(method: M, input: unknown): Input<M> | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  const given = input as Record<string, unknown>;
  const facts = Object.entries<Fact>(pageInputs[method]);
  const fits = facts.every(([name, fact]) => {
    const value = given[name];
    return typeof value === 'string' && (fact === 'string' || fact.includes(value));
  });
  return fits ? (Object.fromEntries(facts.map(([name]) => [name, given[name]])) as Input<M>) : null;
}
