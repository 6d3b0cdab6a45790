import * as z from 'zod/mini';

/** Shapes of API answers with the field names of Zendesk's specification. Strict: a field too many is an error. */
const id = z.number().check(z.int());
const time = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/));
const idOrNull = z.nullable(id);

const source = z.strictObject({
  from: z.object({}),
  to: z.object({}),
  rel: z.nullable(z.string()),
});
const via = z.strictObject({ channel: z.string(), source });

export const ticketSchema = z.strictObject({
  url: z.url(),
  id,
  external_id: z.nullable(z.string()),
  via,
  created_at: time,
  updated_at: time,
  generated_timestamp: z.number(),
  type: z.nullable(z.enum(['problem', 'incident', 'question', 'task'])),
  subject: z.string(),
  raw_subject: z.string(),
  description: z.string(),
  priority: z.nullable(z.enum(['low', 'normal', 'high', 'urgent'])),
  status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed']),
  recipient: z.nullable(z.string()),
  requester_id: id,
  submitter_id: id,
  assignee_id: idOrNull,
  organization_id: idOrNull,
  group_id: idOrNull,
  collaborator_ids: z.array(id),
  follower_ids: z.array(id),
  email_cc_ids: z.array(id),
  forum_topic_id: idOrNull,
  problem_id: idOrNull,
  has_incidents: z.boolean(),
  is_public: z.boolean(),
  due_at: z.nullable(time),
  tags: z.array(z.string()),
  custom_fields: z.array(z.strictObject({ id, value: z.nullable(z.string()) })),
  fields: z.array(z.strictObject({ id, value: z.nullable(z.string()) })),
  satisfaction_rating: z.strictObject({ score: z.string() }),
  sharing_agreement_ids: z.array(id),
  custom_status_id: id,
  encoded_id: z.string().check(z.regex(/^[0-9A-Z]{6}-[0-9A-Z]{4}$/)),
  followup_ids: z.array(id),
  ticket_form_id: id,
  brand_id: id,
  allow_channelback: z.boolean(),
  allow_attachments: z.boolean(),
  from_messaging_channel: z.boolean(),
});

const attachments = z.array(
  z.strictObject({
    id,
    url: z.url(),
    file_name: z.string(),
    content_type: z.string(),
    size: z.number(),
    content_url: z.url(),
    inline: z.boolean(),
    deleted: z.boolean(),
    thumbnails: z.array(z.unknown()),
  }),
);

export const commentSchema = z.strictObject({
  id,
  type: z.enum(['Comment', 'VoiceComment']),
  author_id: id,
  body: z.string(),
  html_body: z.string().check(z.startsWith('<div class="zd-comment"')),
  plain_body: z.string(),
  public: z.boolean(),
  attachments,
  audit_id: id,
  via,
  created_at: time,
  metadata: z.strictObject({ system: z.object({ ip_address: z.string() }), custom: z.object({}) }),
});

export const eventSchema = z.strictObject({
  id: z.string(),
  type: z.string(),
  created_at: time,
  received_at: z.optional(z.string()),
  author: z.strictObject({
    type: z.enum(['user', 'agent', 'bot']),
    display_name: z.string(),
    avatar_url: z.nullable(z.string()),
    'zen:sunco:user_id': z.optional(z.string()),
    'zen:support:user_id': z.optional(id),
  }),
  content: z.union([
    z.strictObject({ type: z.literal('text'), text: z.string() }),
    z.strictObject({ type: z.literal('html'), body: z.string() }),
    z.strictObject({ type: z.literal('unheard-of') }),
  ]),
  attachments,
  metadata: z.strictObject({
    public: z.optional(z.boolean()),
    ticket_version: z.number(),
    system: z.object({}),
    custom: z.object({}),
  }),
  reference: z.string(),
  source: z.optional(z.strictObject({ type: z.string() })),
});

const userFields = {
  id,
  url: z.url(),
  name: z.string(),
  email: z.nullable(z.string()),
  role: z.enum(['end-user', 'agent', 'admin']),
  role_type: z.nullable(z.number()),
  custom_role_id: idOrNull,
  active: z.boolean(),
  alias: z.nullable(z.string()),
  locale: z.string(),
  locale_id: id,
  time_zone: z.string(),
  iana_time_zone: z.string(),
  organization_id: idOrNull,
  phone: z.nullable(z.string()),
  shared_phone_number: z.nullable(z.boolean()),
  photo: z.null(),
  tags: z.array(z.string()),
  user_fields: z.record(z.string(), z.nullable(z.string())),
  signature: z.nullable(z.string()),
  details: z.nullable(z.string()),
  notes: z.nullable(z.string()),
  external_id: z.nullable(z.string()),
  verified: z.boolean(),
  suspended: z.boolean(),
  moderator: z.boolean(),
  only_private_comments: z.boolean(),
  restricted_agent: z.boolean(),
  ticket_restriction: z.nullable(z.string()),
  default_group_id: idOrNull,
  shared: z.boolean(),
  shared_agent: z.boolean(),
  created_at: time,
  updated_at: time,
  last_login_at: z.nullable(time),
  two_factor_auth_enabled: z.nullable(z.boolean()),
  report_csv: z.boolean(),
};
export const userSchema = z.strictObject(userFields);
export const meSchema = z.strictObject({ ...userFields, authenticity_token: z.string() });

export const macroSchema = z.strictObject({
  id,
  url: z.url(),
  title: z.string(),
  raw_title: z.string(),
  description: z.nullable(z.string()),
  active: z.boolean(),
  default: z.boolean(),
  position: z.number(),
  restriction: z.null(),
  actions: z.array(
    z.strictObject({ field: z.string(), value: z.union([z.string(), z.tuple([z.string(), z.string()])]) }),
  ),
  created_at: time,
  updated_at: time,
});

const articleFields = {
  id,
  url: z.url(),
  html_url: z.url(),
  title: z.string(),
  name: z.string(),
  body: z.nullable(z.string()),
  locale: z.string().check(z.lowercase()),
  source_locale: z.string(),
  author_id: id,
  section_id: id,
  permission_group_id: id,
  user_segment_id: idOrNull,
  user_segment_ids: z.array(id),
  label_names: z.array(z.string()),
  content_tag_ids: z.array(z.string()),
  draft: z.boolean(),
  promoted: z.boolean(),
  position: z.number(),
  outdated: z.boolean(),
  outdated_locales: z.array(z.string()),
  comments_disabled: z.boolean(),
  vote_sum: z.number(),
  vote_count: z.number(),
  created_at: time,
  edited_at: time,
  updated_at: time,
};
export const articleSchema = z.strictObject(articleFields);
export const articleResultSchema = z.strictObject({
  ...articleFields,
  result_type: z.literal('article'),
  snippet: z.string(),
});

/** The two pagination envelopes. */
export const cursorFields = {
  meta: z.strictObject({
    has_more: z.boolean(),
    after_cursor: z.nullable(z.string()),
    before_cursor: z.nullable(z.string()),
  }),
  links: z.strictObject({ next: z.nullable(z.url()), prev: z.nullable(z.url()) }),
};
export const offsetFields = {
  count: z.number(),
  next_page: z.nullable(z.url()),
  previous_page: z.nullable(z.url()),
};
