import { splitMessage } from '@/lib/ticket/split-message';
import type { Message } from '@/lib/ticket/ticket';
import { readMessageHtml } from '../html-text';
import type { ZendeskComment, ZendeskEvent, ZendeskUser } from './api-shapes';

/** A comment of an e-mail or web ticket. What is not said to be public counts as internal: it is never quoted. */
export function fromComment(
  comment: ZendeskComment,
  users: ReadonlyMap<number, ZendeskUser>,
  requesterId: number | null,
): Message {
  const user = comment.author_id === null ? undefined : users.get(comment.author_id);
  return {
    id: String(comment.id),
    author: { role: roleOf(comment.author_id, user?.role ?? null, requesterId), name: user?.name ?? null },
    visibility: comment.public === true ? 'public' : 'internal',
    sentAt: comment.created_at,
    ...readBody(comment.html_body, comment.plain_body ?? comment.body),
    attachments: (comment.attachments ?? []).map(toAttachment),
  };
}

/** An event of a chat or messaging conversation; `null` for those that say nothing, such as a change of status. */
export function fromEvent(event: ZendeskEvent, requesterId: number | null): Message | null {
  const isMessage = event.type === 'Comment' || event.type?.endsWith('Message');
  const attachments = (event.attachments ?? []).map(toAttachment);
  const isHtml = event.content?.type === 'html';
  const words = event.content?.text ?? event.content?.body ?? '';
  if (!isMessage || (words === '' && attachments.length === 0)) return null;
  const {
    type,
    display_name: name = null,
    'zen:support:user_id': userId = null,
  } = event.author ?? { type: null };
  const role =
    type === 'agent'
      ? 'agent'
      : type === 'bot'
        ? 'bot'
        : type === 'user'
          ? 'customer'
          : roleOf(userId, null, requesterId);
  return {
    id: String(event.id),
    author: { role, name },
    // Messages of the conversation itself reach the customer; only comments can be notes.
    visibility: event.type === 'Comment' && event.metadata?.public !== true ? 'internal' : 'public',
    sentAt: event.created_at,
    ...(isHtml ? readBody(words, null) : splitMessage(words)),
    attachments,
  };
}

function readBody(html: string | null, plain: string | null): ReturnType<typeof splitMessage> {
  return html ? readMessageHtml(html) : splitMessage(plain ?? '');
}

function roleOf(
  id: number | null,
  role: string | null,
  requesterId: number | null,
): Message['author']['role'] {
  // The system writes as user -1.
  if (id === -1) return 'system';
  if (role === 'end-user') return 'customer';
  if (role === 'agent' || role === 'admin') return 'agent';
  return id !== null && id === requesterId ? 'customer' : 'unknown';
}

function toAttachment(file: {
  file_name: string | null;
  content_type: string | null;
  size: number | null;
}): Message['attachments'][number] {
  return {
    name: file.file_name ?? 'attachment',
    contentType: file.content_type ?? 'application/octet-stream',
    sizeBytes: file.size,
  };
}
