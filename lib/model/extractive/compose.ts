import { escapeReply } from '@/lib/draft/reply/write-reply';
import { problem, questionStart, request } from '@/lib/draft/words/request-cues';
import type { ReplyMaterial } from '../contract';
import { type Answer, findAnswers } from './answers';
import type { AskPart } from './asks';
import { citeParagraphs, citeQuote } from './cite';
import { isForeign } from './foreign';
import { type Instruction, readInstruction } from './instruction';
import { type Phrases, phrasesFor } from './phrases';
import { plain } from './units';

export interface ComposedReply {
  /** Reply text: Markdown of the reply subset with `[n]`. */
  text: string;
  warnings: ('instruction-not-followed' | 'other-language')[];
}

/** Arranges quotes into a reply. Every sentence that states a fact is the team's own, word for word, with its number. */
export function composeReply(material: ReplyMaterial): ComposedReply {
  const instruction = readInstruction(material.instruction, material.language);
  const { phrases, isExact } = phrasesFor(material.language);
  const warnings = new Set<ComposedReply['warnings'][number]>();
  if (instruction.kind === 'unknown') {
    warnings.add('instruction-not-followed');
    // What cannot be done leaves the text as it was.
    if (material.previous !== null) return { text: material.previous, warnings: [...warnings] };
  }
  if (!isExact) warnings.add('other-language');
  if (instruction.kind === 'add' && material.previous !== null) {
    return {
      text: insertBeforeClosing(material.previous, escapeReply(instruction.text)),
      warnings: [...warnings],
    };
  }
  if (material.asksBack) return { text: askBack(material, phrases).join('\n\n'), warnings: [...warnings] };
  const { answers, open } = findAnswers(material, instruction);
  if (isForeign(quotedText(answers), material.language)) warnings.add('other-language');
  const parts = [
    ...opening(material, phrases, answers, instruction),
    ...answers.flatMap((answer) => [
      ...heading(material, answers, answer),
      ...(answer.canned === null
        ? answer.quotes.flatMap(citeQuote)
        : [citeParagraphs(answer.canned.text, answer.canned.number)]),
    ]),
    ...ending(material, phrases, hasText(answers), open, instruction),
  ];
  return { text: parts.join('\n\n'), warnings: [...warnings] };
}

/** A question that takes more than a line is no heading. */
const longestHeading = 90;

/** In a letter that answers several asks, an answer stands under the customer's own question where that is a short one. */
function heading(material: ReplyMaterial, answers: readonly Answer[], answer: Answer): string[] {
  const told = answers.filter(saysSomething);
  const isFirstOfAsk = told.find(({ ask }) => ask === answer.ask) === answer;
  const text = plain(material.asks[answer.ask]?.text ?? '').replace(/\s+/gu, ' ');
  if (isChat(material) || !isFirstOfAsk || new Set(told.map(({ ask }) => ask)).size < 2) return [];
  return text.length <= longestHeading && /[?？؟]$/u.test(text) ? [`**${escapeReply(text)}**`] : [];
}

function saysSomething({ quotes, canned }: Answer): boolean {
  return quotes.length > 0 || canned !== null;
}

function hasText(answers: readonly Answer[]): boolean {
  return answers.some(saysSomething);
}

function quotedText(answers: readonly Answer[]): string {
  return answers
    .flatMap(({ quotes, canned }) => [
      ...quotes.flatMap(({ units }) => units.flatMap((unit) => [unit.text, ...unit.items])),
      canned?.text ?? '',
    ])
    .join('\n');
}

function isChat({ channel }: ReplyMaterial): boolean {
  return channel !== 'email' && channel !== 'web' && channel !== 'other';
}

function greeting({ customerFirstName, tone }: ReplyMaterial, phrases: Phrases): string[] {
  const hello =
    customerFirstName === null ? phrases.greetingNoName : phrases.greeting(escapeReply(customerFirstName));
  return tone === 'angry' ? [hello, phrases.sorry] : [hello];
}

/** A reply that asks for what is missing and states nothing. */
function askBack(material: ReplyMaterial, phrases: Phrases): string[] {
  const thanks = isChat(material) || material.tone === 'angry' ? [] : [phrases.thanks];
  const asked = material.asks.length === 0 ? phrases.askWords : phrases.askMore;
  const parts = [...greeting(material, phrases), ...thanks, asked];
  if (material.missing.includes('order number')) parts.push(phrases.orderNumber);
  return [...parts, ...closing(material, phrases)];
}

function closing(material: ReplyMaterial, phrases: Phrases): string[] {
  if (isChat(material)) return [];
  const { agentName } = material;
  return [agentName === null ? phrases.regards : `${phrases.regards}\n${escapeReply(agentName)}`];
}

/** Greeting, and a sentence before the answers. */
function opening(
  material: ReplyMaterial,
  phrases: Phrases,
  answers: readonly Answer[],
  { kind }: Instruction,
): string[] {
  const { tone } = material;
  const parts = greeting(material, phrases);
  if (!hasText(answers)) return [...parts, phrases.nothing];
  if (kind === 'warmer') return [...parts, phrases.warm];
  const isOneCanned = answers.length === 1 && answers[0]!.canned !== null;
  if (kind === 'shorter' || isChat(material) || tone === 'angry' || isOneCanned) return parts;
  const answered = answers.filter(saysSomething);
  return [...parts, new Set(answered.map(({ ask }) => ask)).size > 1 ? phrases.several : phrases.thanks];
}

/** What stays open, what is missing, the offer and the closing. */
function ending(
  material: ReplyMaterial,
  phrases: Phrases,
  hasAnswers: boolean,
  open: readonly AskPart[],
  instruction: Instruction,
): string[] {
  const parts: string[] = [];
  const isShort = instruction.kind === 'shorter';
  const questions = open.filter(({ text }) => isQuestion(text));
  if (hasAnswers && questions.length > 0 && !isShort) {
    const lead = questions.length > 1 ? phrases.openSeveral : phrases.open;
    parts.push(`${lead}\n\n${questions.map(({ text }) => `- ${escapeReply(clip(plain(text)))}`).join('\n')}`);
  }
  const wantsAnswer = open.some(({ text }) => isQuestion(text) || problem.test(text));
  if (!hasAnswers && wantsAnswer && material.evidence === 'none') parts.push(phrases.askMore);
  if (material.missing.includes('order number')) parts.push(phrases.orderNumber);
  if (instruction.kind === 'add') parts.push(escapeReply(instruction.text));
  if (!isChat(material) && !isShort && hasAnswers) parts.push(phrases.offer);
  return [...parts, ...closing(material, phrases)];
}

/** Only what asks is listed as open; a told misfortune is not. */
function isQuestion(text: string): boolean {
  return /[?？؟]/u.test(text) || questionStart.test(text) || request.test(text.replaceAll('’', "'"));
}

function clip(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 137).replace(/\s+\S*$/u, '')} …`;
}

/** New words go above the offer and the closing. */
function insertBeforeClosing(previous: string, text: string): string {
  const parts = previous.split(/\n{2,}/u);
  const at = Math.max(1, parts.length - (parts.length > 3 ? 2 : 1));
  return [...parts.slice(0, at), text, ...parts.slice(at)].join('\n\n');
}
