import { ok, type Result } from '@/lib/result';
import { getJson } from '../api';
import type { ApiGet, OpenTicket, ReadFailure, SentReply } from '../contract';
import { toSentReply } from '../sent-reply';
import { commentsShape, conversationLogShape } from './api-shapes';
import { fromComment, fromEvent } from './messages';

/**
 * The newest agent's message after `since`, by one GET: comments come newest first; a live conversation's messages are
 * only in the log.
 */
export async function findSentReply(
  open: OpenTicket & { kind: 'ticket' },
  since: string,
  get: ApiGet,
  signal: AbortSignal,
  options: { isLive: boolean },
): Promise<Result<SentReply | null, ReadFailure>> {
  const base = `/api/v2/tickets/${open.ticketId}`;
  const messages = options.isLive ? await readLog(base, get, signal) : await readComments(base, get, signal);
  if (!messages.ok) return messages;
  const sent = messages.value
    .filter(
      ({ author, sentAt }) =>
        author.role === 'agent' && sentAt !== null && Date.parse(sentAt) > Date.parse(since),
    )
    .sort((a, b) => Date.parse(b.sentAt ?? '') - Date.parse(a.sentAt ?? ''))[0];
  return ok(sent ? toSentReply(sent, since) : null);
}

async function readComments(base: string, get: ApiGet, signal: AbortSignal) {
  const path = `${base}/comments.json?include=users&sort=-created_at&page[size]=10`;
  const answer = await getJson(get, path, commentsShape, signal);
  if (!answer.ok) return answer;
  const users = new Map(
    (answer.value.users ?? []).flatMap((user) => (user.id === null ? [] : [[user.id, user] as const])),
  );
  return ok(answer.value.comments.map((comment) => fromComment(comment, users, null)));
}

async function readLog(base: string, get: ApiGet, signal: AbortSignal) {
  const answer = await getJson(
    get,
    `${base}/conversation_log.json?page[size]=100`,
    conversationLogShape,
    signal,
  );
  if (!answer.ok) return answer;
  return ok(answer.value.events.map((event) => fromEvent(event, null)).filter((message) => message !== null));
}
