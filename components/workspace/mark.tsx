/** The sign of the product: two lines of text, a footnote, and its reference. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <rect width="20" height="20" rx="5" fill="var(--ink)" />
      <path d="M5 5.5h6M5 9h4" stroke="var(--on-ink)" strokeWidth="1.8" strokeLinecap="round" />
      <path d="M5 14.5h3.5" stroke="var(--on-ink)" strokeWidth="1.2" strokeLinecap="round" />
      <circle cx="14" cy="6" r="2.2" fill="var(--plot-2)" />
    </svg>
  );
}
