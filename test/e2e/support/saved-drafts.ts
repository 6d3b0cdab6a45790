export const dayMs = 86_400_000;

/** Rows of the table of drafts, saved so many days ago. */
export function draftsSaved(daysAgo: readonly number[]) {
  return daysAgo.map((days, index) => ({
    ticketKey: `zendesk:acme.zendesk.com:${index}`,
    savedAt: new Date(Date.now() - days * dayMs).toISOString(),
    session: null,
  }));
}
