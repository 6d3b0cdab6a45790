import { tellErased } from '@/lib/platform/erased';
import type { Store } from '@/lib/store/store';
import type { PeopleDeps } from '../deps';

/** What is kept about one person; the tables and rules behind it load with the first look. */
export function createPeopleDeps({ database }: Pick<Store, 'database'>): PeopleDeps {
  const records = async () => (await import('@/lib/store/person-records')).createPersonRecords(database);
  return {
    async matcherOf(words) {
      const [{ createPersonMatcher }, { loadChecks }] = await Promise.all([
        import('@/lib/privacy/person'),
        import('@/lib/privacy/checks'),
      ]);
      return createPersonMatcher(words, await loadChecks());
    },
    find: async (matcher) => (await records()).find(matcher),
    erase: async (found) => (await records()).erase(found),
    tellErased,
  };
}
