import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  /** The client closed before the answer was complete. */
  closedEarly: boolean;
}

/** Answers one request; may write as slowly, as brokenly or as rarely as a test needs. */
export type Answer = (response: ServerResponse, request: SeenRequest) => void | Promise<void>;

export interface SseServer {
  readonly origin: string;
  /** Base address as a user would type it. */
  readonly baseUrl: string;
  readonly requests: SeenRequest[];
  /** Answers of `POST …/chat/completions` in order; the last one stays. */
  chat(...answers: Answer[]): void;
  /** Answers of `POST …/embeddings` in order; the last one stays. Without any: 404, as where there is no such path. */
  embeddings(...answers: Answer[]): void;
  /** Answer of `GET …/models`. */
  models(answer: Answer): void;
  close(): Promise<void>;
}

/**
 * A real HTTP server on this machine that speaks chat completions, well or badly. `openToPages`: answers to any origin,
 * as servers of local models do; browsers ask that of a page that was not granted the host.
 */
export async function startSseServer({ openToPages = false } = {}): Promise<SseServer> {
  const requests: SeenRequest[] = [];
  let chats: Answer[] = [words('Hello.')];
  let embeddings: Answer[] = [status(404)];
  let models: Answer = json({ object: 'list', data: [{ id: 'house-12b', object: 'model' }] });
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (openToPages) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', 'authorization, *');
      response.setHeader('access-control-expose-headers', 'retry-after, retry-after-ms');
      if (request.method === 'OPTIONS') {
        response.writeHead(204).end();
        return;
      }
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    const seen: SeenRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body,
      closedEarly: false,
    };
    requests.push(seen);
    response.on('close', () => (seen.closedEarly = !response.writableFinished));
    if (seen.path.endsWith('/models')) await models(response, seen);
    else if (seen.path.endsWith('/chat/completions')) await nextOf(chats)(response, seen);
    else if (seen.path.endsWith('/embeddings')) await nextOf(embeddings)(response, seen);
    else await status(404)(response, seen);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    baseUrl: `${origin}/v1`,
    requests,
    chat: (...answers) => {
      chats = answers;
    },
    embeddings: (...answers) => {
      embeddings = answers;
    },
    models: (next) => {
      models = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function nextOf(answers: Answer[]): Answer {
  return answers.length > 1 ? answers.shift()! : answers[0]!;
}

export function openStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
}

export function chunk(content: string | null, finish: string | null = null): string {
  return event({
    id: 'c',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta: content === null ? {} : { content }, finish_reason: finish }],
  });
}

export function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

const usage = event({
  id: 'c',
  object: 'chat.completion.chunk',
  choices: [],
  usage: { prompt_tokens: 120, completion_tokens: 7, total_tokens: 127 },
});
export const done = 'data: [DONE]\n\n';

/** A whole, well-formed stream. */
export function words(...pieces: string[]): Answer {
  return (response) => {
    openStream(response);
    for (const piece of pieces) response.write(chunk(piece));
    response.end(chunk(null, 'stop') + usage + done);
  };
}

export function status(
  code: number,
  headers: Record<string, string> = {},
  body: unknown = { error: { message: 'no', code: null } },
): Answer {
  return (response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

export function json(body: unknown): Answer {
  return status(200, {}, body);
}

export function html(code = 200): Answer {
  return (response) => {
    response.writeHead(code, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Sign in</title><form><input name="password"></form>');
  };
}
