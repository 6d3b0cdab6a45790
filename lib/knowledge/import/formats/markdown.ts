import { parseDocument } from 'yaml';
import { normaliseSlots } from '../../slots';
import { type ImportItem, refuse } from '../contract';
import { readMetadata } from './metadata';
import { guessFrom, type PlacedText, scopeOf, titleFromPath } from './place';
import { refuseValue } from './to-draft';

/** One Markdown (or plain text) file as one article. Front matter in YAML, when there is any, decides. */
export function readMarkdown({ path, text }: PlacedText): ImportItem {
  const { frontMatter, rest } = splitFrontMatter(text.replaceAll('\r\n', '\n'));
  const record = frontMatter === null ? {} : parseFrontMatter(frontMatter);
  if (typeof record === 'string') return refuse(path, 'bad-front-matter', record);
  const read = readMetadata(record, guessFrom(path));
  if (!read.ok) return refuseValue(path, read.error);

  const metadata = read.value;
  const heading = /^\s*#\s+(.+?)\s*#*\s*(?:\n|$)/.exec(rest);
  const title = metadata.title ?? heading?.[1] ?? titleFromPath(path);
  // The first heading is the title and would be shown twice; another one is part of the text.
  const body = (heading && heading[1] === title ? rest.slice(heading[0].length) : rest).trim();
  if (body === '') return refuse(path, 'missing-text', title);
  return {
    kind: 'article',
    draft: {
      where: path,
      externalId: metadata.id ?? path,
      scope: scopeOf(path),
      url: metadata.url,
      updatedAt: metadata.updatedAt,
      verification: metadata.verification,
      content: {
        ...metadata.content,
        title,
        body: metadata.content.kind === 'canned-reply' ? normaliseSlots(body) : body,
      },
    },
  };
}

function splitFrontMatter(text: string): { frontMatter: string | null; rest: string } {
  const match = /^---\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/.exec(text);
  return match
    ? { frontMatter: match[1]!, rest: text.slice(match[0].length) }
    : { frontMatter: null, rest: text };
}

/** The record, or what is wrong with it. Dates stay texts; aliases may not blow up a small file into a large one. */
function parseFrontMatter(yaml: string): Record<string, unknown> | string {
  const document = parseDocument(yaml);
  const problem = document.errors[0];
  if (problem) return problem.code;
  const value: unknown = document.toJS({ maxAliasCount: 20 });
  if (value === null) return {};
  return typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : 'NOT_A_MAP';
}
