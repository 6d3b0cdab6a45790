/**
 * What goes into the index and what comes out. Passage text is never stored in the index: a hit carries UTF-16
 * offsets into the article's body, so whoever shows it slices the text from the stored article version.
 */
export interface SearchDocument {
  readonly articleId: string;
  readonly articleVersion: number;
  readonly kind: string;
  readonly audience: 'public' | 'internal' | 'restricted';
  /** BCP 47; an empty string lets the text decide. */
  readonly locale: string;
  /** Empty: every market. */
  readonly market: readonly string[];
  readonly brand: string | null;
  /** Product names or SKUs; empty: all. */
  readonly productScope: readonly string[];
  readonly tags: readonly string[];
  readonly status: 'published' | 'archived' | 'draft';
  /** `YYYY-MM-DD`, inclusive; `null` is open. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** Masked questions that this article answered. */
  readonly askedAs: readonly string[];
}

/** A run of an article's body. `end` is exclusive; both are UTF-16 offsets. */
export interface PassageSpan {
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  /** Headings above the passage, outermost first, without their marks. */
  readonly headingPath: readonly string[];
}

export interface PassageRef extends PassageSpan {
  readonly articleId: string;
  readonly articleVersion: number;
}

/** Held against an article before scoring. A field left out excludes nothing; drafts and archived need `statuses`. */
export interface SearchFilter {
  readonly kinds?: readonly string[] | undefined;
  readonly audience?: readonly string[] | undefined;
  /** Matches by primary language when given without region (`de` finds `de-AT`). */
  readonly locales?: readonly string[] | undefined;
  readonly market?: string | undefined;
  readonly brand?: string | undefined;
  readonly product?: string | undefined;
  /** `YYYY-MM-DD`: only what is in force on that day. */
  readonly onDate?: string | undefined;
  /** Default: published only. */
  readonly statuses?: readonly SearchDocument['status'][] | undefined;
  /** Article ids. */
  readonly exclude?: readonly string[] | undefined;
}

/** What a request means, as vectors of the team's own endpoint. */
export interface QueryMeaning {
  /** Names the endpoint, model and size that made them; stored vectors of another space are not compared with them. */
  readonly space: string;
  readonly whole: Float32Array<ArrayBuffer>;
  /** One for each of the request's `questions`. */
  readonly questions: readonly Float32Array<ArrayBuffer>[];
}

export interface SearchRequest {
  /** Raw ticket text or a need: greeting, signature and quoted replies are cleaned away here. */
  readonly text: string;
  /** Each question gets evidence of its own; a hit says which one it serves best. */
  readonly questions?: readonly string[] | undefined;
  /** BCP 47; left out: detected. */
  readonly language?: string | undefined;
  readonly filter?: SearchFilter | undefined;
  /** Joins the ranking by meaning to the one by words, where there are stored vectors; left out: words alone. */
  readonly meaning?: QueryMeaning | undefined;
  readonly limit: number;
}

export interface SearchHit extends PassageRef {
  /** Comparable within one result only. */
  readonly score: number;
  /** Share of the score that is likeness in meaning, 0 to 1; left out: found by words alone. */
  readonly meaningShare?: number | undefined;
  /** Index into `questions`, or `null` when the ticket as a whole found it. */
  readonly question: number | null;
}

/** `none`: say that the knowledge base has no answer. `weak`: show, but do not rest a claim on it unseen. */
export type EvidenceLevel = 'strong' | 'weak' | 'none';

export interface SearchResult {
  /** Best passage of each article, best article first. */
  readonly hits: readonly SearchHit[];
  readonly evidence: EvidenceLevel;
  /** Which state of the index answered. */
  readonly generation: number;
  readonly passagesSearched: number;
}

/** A passage as a reader sees it, and what it was looked for by. */
export interface ShownPassage {
  /** Raw ticket text or one question. */
  readonly asked: string;
  /** BCP 47; left out: detected. */
  readonly askedLanguage?: string | undefined;
  /** The last word is being typed: it also stands for the words that begin with it. */
  readonly unfinished?: boolean | undefined;
  readonly title: string;
  readonly headingPath: readonly string[];
  /** Markdown. */
  readonly text: string;
  readonly askedAs: readonly string[];
  /** BCP 47. */
  readonly locale: string;
}

export interface ExplainRequest {
  readonly passages: readonly ShownPassage[];
}

/** A word of what was asked that stands in a passage. */
export interface FoundWord {
  /** As the customer wrote it. */
  readonly said: string;
  /** As the article writes it. */
  readonly written: string;
  /** The same word, another form of it by its stem, or a word that is written much like it. */
  readonly how: 'same' | 'form' | 'alike';
  /** `askedAs`: in a question that the article answered before. */
  readonly field: 'title' | 'heading' | 'body' | 'askedAs';
}

export interface Explanation {
  /** Strongest first; a word once a field. */
  readonly words: readonly FoundWord[];
  /** Where they stand in the passage's text, as UTF-16 offsets. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export type SegmentFailure =
  | { readonly code: 'not-a-segment' }
  | { readonly code: 'other-version'; readonly found: number }
  /** The checksum does not fit: rebuild from the articles. */
  | { readonly code: 'damaged' };
