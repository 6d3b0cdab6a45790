import type { Account } from '../account';
import { fixedIds, type UserRecord } from '../records';
import type { ApiContext } from './context';

export function userShape(user: UserRecord, { account, options }: Pick<ApiContext, 'account' | 'options'>) {
  const isAgent = user.role === 'agent';
  return {
    id: user.id,
    url: `https://${account.host}/api/v2/users/${user.id}.json`,
    name: user.name,
    email: user.email,
    role: user.role,
    role_type: isAgent && options.lightAgent ? 1 : null,
    custom_role_id: null,
    active: true,
    alias: isAgent ? (user.name.split(' ')[0] ?? '') : '',
    locale: user.locale,
    locale_id: 1,
    time_zone: 'Berlin',
    iana_time_zone: 'Europe/Berlin',
    organization_id: null,
    phone: user.phone,
    shared_phone_number: user.phone === null ? null : false,
    photo: null,
    tags: [],
    user_fields: user.fields,
    signature: isAgent ? user.name : '',
    details: '',
    notes: user.notes,
    external_id: null,
    verified: true,
    suspended: false,
    moderator: isAgent,
    only_private_comments: isAgent && options.lightAgent,
    restricted_agent: !isAgent,
    ticket_restriction: isAgent ? null : 'requested',
    default_group_id: isAgent ? fixedIds.group : null,
    shared: false,
    shared_agent: false,
    created_at: '2024-01-01T00:00:00Z',
    updated_at: '2026-11-01T00:00:00Z',
    last_login_at: isAgent ? '2026-11-23T07:00:00Z' : null,
    two_factor_auth_enabled: null,
    report_csv: false,
  };
}

/** What `users/me` tells a stranger: 200, but nobody. */
export function anonymousShape(account: Account) {
  return {
    id: null,
    url: `https://${account.host}/api/v2/users/.json`,
    name: 'Anonymous user',
    email: 'invalid@example.com',
    role: 'end-user',
    locale: 'en-US',
    authenticity_token: null,
  };
}
