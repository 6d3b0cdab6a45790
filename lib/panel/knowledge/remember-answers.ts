/** A ticket asks twice, in the customer's words and in the articles'; this is room for two tickets. */
const mostRemembered = 4;

type Ask<Request, Answer> = (request: Request, signal: AbortSignal) => Promise<Answer>;

/**
 * Asks the index, and gives the latest answers again for the same requests until `forget` says that the index has
 * changed. The draft asks what was asked for the list of sources a moment before; the answer is the same, and it is there
 * at once. `isWorthIt`: left out, all are remembered.
 */
export function rememberAnswers<Request, Answer>(
  ask: Ask<Request, Answer>,
  isWorthIt: (request: Request) => boolean = () => true,
): { ask: Ask<Request, Answer>; forget(): void } {
  const remembered = new Map<string, Answer>();
  let changes = 0;
  return {
    async ask(request, signal) {
      if (!isWorthIt(request)) return ask(request, signal);
      const asked = JSON.stringify(request);
      const known = remembered.get(asked);
      if (known !== undefined) return known;
      const before = changes;
      const answer = await ask(request, signal);
      if (before === changes) {
        remembered.set(asked, answer);
        for (const oldest of remembered.keys()) {
          if (remembered.size <= mostRemembered) break;
          remembered.delete(oldest);
        }
      }
      return answer;
    },
    forget() {
      changes += 1;
      remembered.clear();
    },
  };
}
