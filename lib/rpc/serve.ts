import * as z from 'zod/mini';
import { answerMethods, type CallContext, type ServedMethods } from './answer';
import {
  type CallMethod,
  contract,
  type Input,
  type Method,
  type Output,
  type StreamMethod,
} from './contract';

/** One function per method that this side answers; it answers no other. */
export type Handlers = {
  [M in CallMethod]?: (input: Input<M>, context: CallContext) => Promise<Output<M>>;
} & {
  [M in StreamMethod]?: (input: Input<M>, context: CallContext) => AsyncIterable<Output<M>>;
};

/** Answers from one of the extension's own pages or its worker, inputs parsed by the contract's schemas. */
export function serveRpc(handlers: Handlers, signal: AbortSignal): void {
  const served = Object.entries(handlers).map(([method, handle]) => {
    const { kind, from, input } = contract[method as Method];
    const parse = (value: unknown): unknown => {
      const parsed = z.safeParse(input as z.ZodMiniType, value);
      return parsed.success ? parsed.data : null;
    };
    return [method, { kind, from, parse, handle }];
  });
  answerMethods(Object.fromEntries(served) as ServedMethods, signal);
}
