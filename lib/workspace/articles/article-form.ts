import type { ArticleContent } from '@/lib/knowledge/article';
import { blankContent } from '@/lib/knowledge/versions';
import { err, ok, type Result } from '@/lib/result';

/** An article as the editor's fields hold it: lists as comma-separated words, open dates as empty texts. */
export interface ArticleForm
  extends Pick<ArticleContent, 'kind' | 'title' | 'body' | 'locale' | 'audience' | 'status' | 'dateBasis'> {
  readonly market: string;
  readonly tags: string;
  readonly productScope: string;
  readonly owner: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

export type FormFailure = { readonly code: 'no-title' | 'no-body' | 'ends-before-start' };

export const blankForm: ArticleForm = toForm(blankContent);

export function toForm(content: ArticleContent): ArticleForm {
  const { kind, title, body, locale, audience, status, dateBasis } = content;
  return {
    kind,
    title,
    body,
    locale,
    audience,
    status,
    dateBasis,
    market: content.market.join(', '),
    tags: content.tags.join(', '),
    productScope: content.productScope.join(', '),
    owner: content.owner ?? '',
    validFrom: content.validFrom ?? '',
    validUntil: content.validUntil ?? '',
  };
}

/** What the form says about an article; fields that the form does not show stay as they are. */
export function fromForm(form: ArticleForm): Result<Partial<ArticleContent>, FormFailure> {
  if (form.title.trim() === '') return err({ code: 'no-title' });
  if (form.body.trim() === '') return err({ code: 'no-body' });
  if (form.validFrom !== '' && form.validUntil !== '' && form.validUntil < form.validFrom) {
    return err({ code: 'ends-before-start' });
  }
  const { kind, body, locale, audience, status, dateBasis } = form;
  return ok({
    kind,
    title: form.title.trim(),
    body,
    locale: locale.trim(),
    audience,
    status,
    dateBasis,
    market: toList(form.market),
    tags: toList(form.tags),
    productScope: toList(form.productScope),
    owner: form.owner.trim() || null,
    validFrom: form.validFrom || null,
    validUntil: form.validUntil || null,
  });
}

export function isSameForm(a: ArticleForm, b: ArticleForm): boolean {
  return (Object.keys(a) as (keyof ArticleForm)[]).every((key) => a[key] === b[key]);
}

function toList(words: string): string[] {
  return [
    ...new Set(
      words
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ];
}
