import { i18n } from '#i18n';
import type { Source } from '@/lib/draft/session/session-state';
import type { FoundWord } from '@/lib/search/contract';
import { listOf } from '../ui/format';

export interface WhyRows {
  /** A sentence above the rows, where the rows alone would say something else, or nothing. */
  intro: string | null;
  rows: { place: string; words: string }[];
}

const places: readonly FoundWord['field'][] = ['title', 'heading', 'body', 'askedAs'];
const ways: readonly FoundWord['how'][] = ['same', 'form', 'alike'];

/** Why a source is here, in plain words: a row for each place where words of the ticket stand, the same words first. */
export function whyRows({ found, byMatter = false, isNear = false }: Source): WhyRows {
  if (!found) return { intro: i18n.t('panel.why.pinned'), rows: [] };
  const rows = places.flatMap((field) => {
    const here = found.filter((word) => word.field === field);
    const inOrder = ways.flatMap((way) => here.filter(({ how }) => how === way));
    const words = [...new Set(inOrder.map((word) => inWords(word, byMatter)))];
    return words.length === 0 ? [] : [{ place: i18n.t(`panel.why.place.${field}`), words: listOf(words) }];
  });
  if (isNear) rows.push({ place: i18n.t('panel.why.meaning'), words: i18n.t('panel.why.near') });
  const intro =
    rows.length === 0 ? i18n.t('panel.why.noWord') : byMatter ? i18n.t('panel.why.byMatter') : null;
  return { intro, rows };
}

/** `byMatter`: what was looked for is not the customer's word, so the article's stands alone. */
function inWords({ said, written, how }: FoundWord, byMatter: boolean): string {
  if (how === 'same' || byMatter) return written;
  return i18n.t(`panel.why.${how}`, [said, written]);
}
