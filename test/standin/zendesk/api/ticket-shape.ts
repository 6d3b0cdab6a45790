import { hashOf } from '../../core/random';
import type { Account } from '../account';
import { htmlToText } from '../markup';
import { fixedIds, type MessageRecord, type TicketRecord } from '../records';
import type { ApiContext } from './context';
import { userShape } from './user-shape';

const system = {
  client: 'Mozilla/5.0 (X11; Linux x86_64)',
  ip_address: '203.0.113.5',
  location: 'Lund, M, Sweden',
  latitude: 55.7,
  longitude: 13.2,
};

export function ticketShape(ticket: TicketRecord, account: Account) {
  const fields = Object.entries(ticket.fields).map(([id, value]) => ({ id: Number(id), value }));
  const description = ticket.messages[0]?.text ?? '';
  return {
    url: `https://${account.host}/api/v2/tickets/${ticket.id}.json`,
    id: ticket.id,
    external_id: null,
    via: viaShape(ticket.channel, ticket, account),
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    generated_timestamp: Math.floor(Date.parse(ticket.updatedAt) / 1000),
    type: null,
    subject: ticket.subject,
    raw_subject: ticket.subject,
    description,
    priority: ticket.priority,
    status: ticket.status,
    recipient: ticket.channel === 'email' ? supportAddress(account) : null,
    requester_id: ticket.requesterId,
    submitter_id: ticket.requesterId,
    assignee_id: ticket.assigneeId,
    organization_id: null,
    group_id: fixedIds.group,
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    forum_topic_id: null,
    problem_id: null,
    has_incidents: false,
    is_public: ticket.messages.some((message) => message.isPublic),
    due_at: null,
    tags: ticket.tags,
    custom_fields: fields,
    fields,
    satisfaction_rating: { score: 'unoffered' },
    sharing_agreement_ids: [],
    custom_status_id: 77,
    encoded_id: encodedId(ticket.id),
    followup_ids: [],
    ticket_form_id: fixedIds.form,
    brand_id: fixedIds.brand,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: ticket.channel === 'native_messaging',
  };
}

function encodedId(id: number): string {
  const code = hashOf(`ticket-${id}`).toString(36).toUpperCase().padStart(7, '0');
  return `${code.slice(0, 6)}-${code.slice(-4)}`;
}

function supportAddress(account: Account): string {
  return `support@${account.store.domain}`;
}

function viaShape(channel: string, ticket: TicketRecord, account: Account) {
  const requester = account.users.get(ticket.requesterId);
  if (channel !== 'email') return { channel, source: { from: {}, to: {}, rel: null } };
  return {
    channel,
    source: {
      from: { address: requester?.email ?? null, name: requester?.name ?? null },
      to: { address: supportAddress(account), name: account.store.name },
      rel: null,
    },
  };
}

export function commentShape(message: MessageRecord, ticket: TicketRecord, account: Account) {
  return {
    id: message.id,
    type: 'Comment',
    author_id: message.authorId ?? -1,
    body: message.text,
    html_body: commentHtml(message),
    plain_body: htmlToText(message.html),
    public: message.isPublic,
    attachments: attachmentShapes(message, account),
    audit_id: message.id - 11_000,
    via: viaShape(message.via, ticket, account),
    created_at: message.at,
    metadata: { system, custom: {} },
  };
}

function attachmentShapes(message: MessageRecord, account: Account) {
  return message.attachments.map((attachment) => ({
    id: attachment.id,
    url: `https://${account.host}/api/v2/attachments/${attachment.id}.json`,
    file_name: attachment.name,
    content_type: attachment.contentType,
    size: attachment.sizeBytes,
    content_url: `https://${account.host}/attachments/token/x${attachment.id}/?name=${encodeURIComponent(attachment.name)}`,
    inline: false,
    deleted: false,
    thumbnails: [],
  }));
}

export function commentHtml(message: MessageRecord): string {
  return `<div class="zd-comment" dir="auto">${message.html}</div>`;
}

const authorTypes = { customer: 'user', agent: 'agent', bot: 'bot' } as const;

/** One event of the conversation log: live messages as text, comments as HTML. */
export function eventShape(message: MessageRecord, account: Account) {
  const isLive = message.kind === 'conversation';
  const author = {
    type: authorTypes[message.from],
    display_name: message.authorName,
    avatar_url: null,
    ...(isLive && { 'zen:sunco:user_id': `a${message.authorId ?? 0}` }),
    ...(message.authorId !== null && { 'zen:support:user_id': message.authorId }),
  };
  return {
    id: `01K9EVENT${String(message.id).padStart(8, '0')}`,
    type: isLive ? 'Messaging::ConversationMessage' : 'Comment',
    created_at: message.at,
    ...(isLive && { received_at: message.at.replace('Z', '.120Z') }),
    author,
    content: isLive ? { type: 'text', text: message.text } : { type: 'html', body: commentHtml(message) },
    attachments: attachmentShapes(message, account),
    metadata: {
      ...(!isLive && { public: message.isPublic }),
      ticket_version: 0,
      system: isLive ? {} : system,
      custom: {},
    },
    reference: isLive ? `zen:sunco:conversation_message:${message.id}` : `zen:ticket_event:${message.id}`,
    ...(isLive && { source: { type: message.from === 'customer' ? 'zd:web' : 'zd:agentWorkspace' } }),
  };
}

/** Users, groups and organizations that `?include=` asks for. */
export function sideloads(url: URL, userIds: Iterable<number>, context: ApiContext): Record<string, unknown> {
  const asked = new Set((url.searchParams.get('include') ?? '').split(',').filter(Boolean));
  const loaded: Record<string, unknown> = {};
  if (asked.has('users')) {
    loaded.users = [...new Set(userIds)]
      .map((id) => context.account.users.get(id))
      .filter((user) => user !== undefined)
      .map((user) => userShape(user, context));
  }
  if (asked.has('groups')) {
    loaded.groups = [
      {
        id: fixedIds.group,
        url: `https://${context.account.host}/api/v2/groups/${fixedIds.group}.json`,
        name: 'Support',
        description: '',
        default: true,
        deleted: false,
        is_public: true,
        created_at: '2024-01-01T00:00:00Z',
        updated_at: '2024-01-01T00:00:00Z',
      },
    ];
  }
  if (asked.has('organizations')) loaded.organizations = [];
  return loaded;
}
