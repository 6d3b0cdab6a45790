import type { ApiGet, ApiResponse } from '@/lib/helpdesk/contract';
import { ok } from '@/lib/result';

type Answer = Partial<ApiResponse> | ((path: string) => Partial<ApiResponse>);

/** A helpdesk's API that answers by path, without its query; what is not listed answers 404. Keeps the paths asked. */
export function apiAnswering(answers: Record<string, Answer>): { get: ApiGet; asked: string[] } {
  const asked: string[] = [];
  const get: ApiGet = async (path) => {
    asked.push(path);
    const answer = answers[path.split('?')[0] ?? ''] ?? { status: 404, body: { error: 'RecordNotFound' } };
    const part = typeof answer === 'function' ? answer(path) : answer;
    return ok({ status: 200, body: null, contentType: 'application/json', retryAfterSeconds: null, ...part });
  };
  return { get, asked };
}
