export const maskTypes = [
  'PERSON',
  'EMAIL',
  'PHONE',
  'ADDRESS',
  'CARD',
  'IBAN',
  'NATIONAL_ID',
  'DATE_OF_BIRTH',
  'IP',
  'PASSWORD',
  'API_KEY',
  'ORDER_NAME',
  'TEXT',
] as const;
/** `ORDER_NAME` only by choice. `TEXT` is text that looks like one of our placeholders and therefore gets one. */
export type MaskType = (typeof maskTypes)[number];

/** Personal data in a text. UTF-16 offsets, `end` exclusive. */
export interface Finding {
  type: MaskType;
  start: number;
  end: number;
}

/** Seen by nobody again: not in the draft either. The agent is told to have them changed. */
export const neverRestored: readonly MaskType[] = ['CARD', 'PASSWORD', 'API_KEY'];

/** Of two that overlap the earlier in the list keeps the place; what the later one covers beside it stays covered. */
export function withoutOverlaps(text: string, findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    let start = finding.start;
    const taken = kept
      .filter((other) => other.start < finding.end && finding.start < other.end)
      .sort((a, b) => a.start - b.start);
    for (const other of taken) {
      keepTrimmed(start, other.start);
      start = other.end;
    }
    keepTrimmed(start, finding.end);

    function keepTrimmed(from: number, to: number): void {
      if (from >= to) return;
      if (from === finding.start && to === finding.end) {
        kept.push(finding);
        return;
      }
      const part = text.slice(from, to);
      const [inner] = /[\p{L}\p{N}][\s\S]*[\p{L}\p{N}]/u.exec(part) ?? [];
      if (inner === undefined) return;
      const at = from + part.indexOf(inner);
      kept.push({ type: finding.type, start: at, end: at + inner.length });
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}
