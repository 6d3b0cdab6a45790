import { jsonResponse, type PlainResponse } from '../../core/http';

/** The five envelope families in which Zendesk answers errors. */
export const apiErrors = {
  invalidAttribute: (message: string): PlainResponse =>
    jsonResponse({ error: { title: 'Invalid attribute', message } }, 400),
  paginationDepth: (): PlainResponse =>
    jsonResponse(
      {
        errors: [
          {
            code: 'InvalidPaginationDepth',
            title: 'Requested response size was greater than Search Response Limits',
          },
        ],
      },
      400,
    ),
  idempotency: (): PlainResponse =>
    jsonResponse(
      {
        error: 'IdempotentRequestError',
        description: 'The request parameters do not match the first request with this key',
      },
      400,
    ),
  unauthenticated: (): PlainResponse => jsonResponse({ error: "Couldn't authenticate you" }, 401),
  forbidden: (message = 'You do not have access to this page.'): PlainResponse =>
    jsonResponse({ error: { title: 'Forbidden', message } }, 403),
  csrf: (): PlainResponse => jsonResponse({ error: 'Forbidden', description: 'Invalid CSRF token' }, 403),
  recordNotFound: (): PlainResponse =>
    jsonResponse({ error: 'RecordNotFound', description: 'Not found' }, 404),
  invalidEndpoint: (): PlainResponse =>
    jsonResponse({ error: 'InvalidEndpoint', description: 'Not found' }, 404),
  unsupportedMediaType: (): PlainResponse => ({
    status: 415,
    headers: { 'content-type': 'text/html' },
    body: '',
  }),
  conflict: (): PlainResponse =>
    jsonResponse(
      {
        error: 'UpdateConflict',
        description: 'Safe Update prevented the update due to outdated ticket data. Please fetch the latest.',
      },
      409,
    ),
  recordInvalid: (field: string, description: string): PlainResponse =>
    jsonResponse(
      {
        error: 'RecordInvalid',
        description: 'Record validation errors',
        details: { [field]: [{ description }] },
      },
      422,
    ),
  invalidSearch: (description: string): PlainResponse => jsonResponse({ error: 'invalid', description }, 422),
};
