import { jsonResponse } from '../../core/http';
import { fixedIds } from '../records';
import type { Endpoint } from './context';
import { apiErrors } from './errors';
import { userShape } from './user-shape';

export const getMe: Endpoint = (_request, _params, context) => {
  const agent = context.account.users.get(fixedIds.agent);
  if (!agent) return apiErrors.recordNotFound();
  return jsonResponse({ user: { ...userShape(agent, context), authenticity_token: context.csrfToken } });
};

export const getUser: Endpoint = (_request, [id], context) => {
  const user = context.account.users.get(Number(id));
  return user ? jsonResponse({ user: userShape(user, context) }) : apiErrors.recordNotFound();
};

export const showManyUsers: Endpoint = (request, _params, context) => {
  const ids = (request.url.searchParams.get('ids') ?? '').split(',').filter(Boolean).map(Number);
  const users = ids.map((id) => context.account.users.get(id)).filter((user) => user !== undefined);
  return jsonResponse({
    users: users.map((user) => userShape(user, context)),
    count: users.length,
    next_page: null,
    previous_page: null,
  });
};

export const listUserFields: Endpoint = (_request, _params, context) =>
  jsonResponse({
    user_fields: [
      {
        id: 370001,
        url: `https://${context.account.host}/api/v2/user_fields/370001.json`,
        type: 'textarea',
        key: 'orders',
        title: 'Orders',
        raw_title: 'Orders',
        description: 'JSON, written by the shop',
        raw_description: 'JSON, written by the shop',
        position: 0,
        active: true,
        system: false,
        regexp_for_validation: null,
        created_at: '2024-01-01T00:00:00Z',
        updated_at: '2024-01-01T00:00:00Z',
      },
    ],
    count: 1,
    next_page: null,
    previous_page: null,
  });
