import type { ByteWriter } from './bytes';
import { farStep, passageCodes } from './layout';

/** `gap`: passages since the term's last one, or since the segment's first. */
export function writePassage(into: ByteWriter, gap: number, code: number): void {
  let rest = gap;
  for (; rest >= farStep; rest -= farStep) into.word(farStep * passageCodes);
  into.word(rest * passageCodes + code);
}
