import type { ApiGet } from '@/lib/helpdesk/contract';
import { err } from '@/lib/result';
import type { TabClient } from './client';

/** The helpdesk's API as the panel reaches it: through the content script of the ticket's tab. */
export function createApiGet(client: TabClient): ApiGet {
  return async (path, signal) => {
    for await (const asked of client.open('api.get', { path }, signal)) {
      if (!asked.ok) return err({ code: asked.error.code === 'aborted' ? 'aborted' : 'page-gone' });
      if (asked.value.ok) return asked.value;
      // A path that the content script refuses is a mistake of ours, not of the page.
      if (asked.value.error === 'refused-path')
        throw new Error(`Path is not on the helpdesk's list: ${path.split('?')[0]}`);
      return err({ code: 'network' });
    }
    return err({ code: 'page-gone' });
  };
}
