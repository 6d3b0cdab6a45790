import type { ApiResponse, ReadFailure } from '@/lib/helpdesk/contract';
import type { ConvertedHtml } from '@/lib/knowledge/import/formats/html-to-markdown';
import type { ImportReport } from '@/lib/knowledge/import/report';
import type { ImportProgress } from '@/lib/knowledge/import/run-import';
import type { Result } from '@/lib/result';
import type { ImportRequest, ImportRun } from '../deps';

/** What the worker asks of its page. Both ends are built together, so the types hold. */
export type Question =
  | { readonly about: 'html'; readonly html: string }
  | { readonly about: 'api'; readonly tabId: number; readonly path: string };

export interface Answers {
  html: ConvertedHtml;
  api: Result<ApiResponse, ReadFailure>;
}

export type ToWorker =
  /** The first message, and once: a worker runs one import. */
  | ({ readonly type: 'run'; readonly request: ImportRequest } & Pick<ImportRun, 'dryRun' | 'decisions'>)
  /** What was read so far is still written, and the report told. */
  | { readonly type: 'stop' }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answers[Question['about']] }
  | { readonly type: 'no-answer'; readonly id: number; readonly reason: string };

export type ToPage =
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question }
  | { readonly type: 'done'; readonly report: ImportReport };
