const maskTypes = ['PERSON', 'EMAIL', 'PHONE', 'CARD', 'IBAN', 'IP', 'PASSWORD', 'API_KEY', 'TEXT'] as const;
/** `TEXT` is text that looks like one of our placeholders and therefore gets one. */
export type MaskType = (typeof maskTypes)[number];

/** Personal data in a text. UTF-16 offsets, `end` exclusive. */
export interface Finding {
  type: MaskType;
  start: number;
  end: number;
}

/** Seen by nobody again: not in the draft either. The agent is told to have them changed. */
export const neverRestored: readonly MaskType[] = ['CARD', 'PASSWORD', 'API_KEY'];

/** First come, longest first: of two that overlap the earlier listed type keeps the place. */
export function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    if (!kept.some((other) => other.start < finding.end && finding.start < other.end)) kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}
