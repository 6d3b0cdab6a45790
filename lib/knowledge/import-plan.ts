import type { Article, ArticleContent } from './article';
import { canonicalJson, type Digest } from './canonical';
import type { KnownArticle } from './repository';
import { contentOf } from './versions';

/** An article as a source tells it, before it has an id here. */
export interface ArticleDraft {
  /** Where it stands in the source, for the report: a path, a row, a macro's name. */
  readonly where: string;
  /** Stable in the source; makes a second import an update. */
  readonly externalId: string;
  /** What must be read again without it before it counts as gone; `null`: never. */
  readonly scope: string | null;
  readonly url: string | null;
  readonly updatedAt: string | null;
  readonly content: ArticleContent;
  readonly verification: Article['verification'];
  /** Characters that the source hides from its readers, left out of the content. */
  readonly hidden?: number;
}

export interface HashedDraft {
  readonly draft: ArticleDraft;
  readonly hash: string;
}

/** Covers all that an import writes: content and verification. */
export async function hashDraft(draft: ArticleDraft, digest: Digest): Promise<HashedDraft> {
  const hash = await digest(
    canonicalJson({ content: contentOf(draft.content), verification: draft.verification }),
  );
  return { draft, hash };
}

/**
 * - `both-changed`  edited here and changed at the source: kept as it is here until somebody decides
 * - `refused`       a second row with an external id that this import has seen
 */
export type Verdict =
  | { readonly kind: 'new' }
  | { readonly kind: 'changed'; readonly known: KnownArticle }
  | { readonly kind: 'unchanged'; readonly known: KnownArticle }
  | { readonly kind: 'both-changed'; readonly known: KnownArticle }
  | { readonly kind: 'refused'; readonly why: 'duplicate-id'; readonly firstWhere: string };

export interface ImportPlanner {
  judge(incoming: HashedDraft): Verdict;
  /** Call when the whole source was read. */
  finish(): {
    /** In a scope that was read, and not there any more. Nothing is deleted: the lead decides. */
    readonly gone: readonly KnownArticle[];
    /** The same content under a new external id, the old one being gone: a renamed file. */
    readonly moved: readonly { readonly known: KnownArticle; readonly draft: ArticleDraft }[];
  };
}

/** Judges row after row against what came from the same system before: by external id, then by content hash. */
export function createImportPlanner(existing: readonly KnownArticle[]): ImportPlanner {
  const byExternalId = new Map(existing.map((known) => [known.externalId, known]));
  const byHash = new Map(existing.flatMap((known) => (known.imported ? [[known.imported.hash, known]] : [])));
  const seen = new Map<string, string>();
  const scopes = new Set<string>();
  const sameContent: { known: KnownArticle; draft: ArticleDraft }[] = [];

  return {
    judge({ draft, hash }) {
      const firstWhere = seen.get(draft.externalId);
      if (firstWhere !== undefined) return { kind: 'refused', why: 'duplicate-id', firstWhere };
      seen.set(draft.externalId, draft.where);
      if (draft.scope !== null) scopes.add(draft.scope);

      const known = byExternalId.get(draft.externalId);
      if (known) return judgeKnown(known, hash);
      const twin = byHash.get(hash);
      if (!twin) return { kind: 'new' };
      sameContent.push({ known: twin, draft });
      return { kind: 'unchanged', known: twin };
    },
    finish() {
      const moved = sameContent.filter(({ known }) => !seen.has(known.externalId));
      const movedIds = new Set(moved.map(({ known }) => known.articleId));
      const gone = existing.filter(
        (known) =>
          known.scope !== null &&
          scopes.has(known.scope) &&
          !seen.has(known.externalId) &&
          !movedIds.has(known.articleId),
      );
      return { gone, moved };
    },
  };
}

function judgeKnown(known: KnownArticle, hash: string): Verdict {
  if (known.imported?.hash === hash) return { kind: 'unchanged', known };
  const isEditedHere = known.imported !== null && known.version > known.imported.version;
  return { kind: isEditedHere ? 'both-changed' : 'changed', known };
}

export interface ImportPlan {
  readonly new: readonly ArticleDraft[];
  readonly changed: readonly { readonly known: KnownArticle; readonly draft: ArticleDraft }[];
  readonly bothChanged: readonly { readonly known: KnownArticle; readonly draft: ArticleDraft }[];
  readonly unchanged: readonly KnownArticle[];
  readonly gone: readonly KnownArticle[];
  readonly refused: readonly {
    readonly draft: ArticleDraft;
    readonly why: 'duplicate-id';
    readonly firstWhere: string;
  }[];
}

/** The whole plan at once, for sources small enough to hold. */
export function planImport(existing: readonly KnownArticle[], incoming: readonly HashedDraft[]): ImportPlan {
  const planner = createImportPlanner(existing);
  const plan = {
    new: [] as ArticleDraft[],
    changed: [] as { known: KnownArticle; draft: ArticleDraft }[],
    bothChanged: [] as { known: KnownArticle; draft: ArticleDraft }[],
    unchanged: [] as KnownArticle[],
    refused: [] as { draft: ArticleDraft; why: 'duplicate-id'; firstWhere: string }[],
  };
  for (const each of incoming) {
    const verdict = planner.judge(each);
    const { draft } = each;
    if (verdict.kind === 'new') plan.new.push(draft);
    else if (verdict.kind === 'changed') plan.changed.push({ known: verdict.known, draft });
    else if (verdict.kind === 'both-changed') plan.bothChanged.push({ known: verdict.known, draft });
    else if (verdict.kind === 'unchanged') plan.unchanged.push(verdict.known);
    else plan.refused.push({ draft, why: verdict.why, firstWhere: verdict.firstWhere });
  }
  return { ...plan, gone: planner.finish().gone };
}
