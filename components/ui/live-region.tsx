/** The one polite region of a page. Say each thing once: the same text twice in a row is not announced again. */
export function LiveRegion({ text, busy }: { text: string; busy?: boolean }) {
  return (
    <p className="visually-hidden" role="status" aria-live="polite" aria-busy={busy || undefined}>
      {text}
    </p>
  );
}
