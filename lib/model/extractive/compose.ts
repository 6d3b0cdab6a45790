import { detectLanguage } from '@/lib/draft/language';
import { questionStart, request } from '@/lib/draft/request-cues';
import { escapeReply } from '@/lib/draft/write-reply';
import type { ReplyMaterial } from '../contract';
import { findAnswers } from './answers';
import { citeParagraphs, citeUnits } from './cite';
import { readInstruction } from './instruction';
import { phrasesFor } from './phrases';
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
  const answers = findAnswers(material, instruction);
  const quotes = answers
    .flatMap((answer) => [...answer.units.map((unit) => unit.text), answer.canned?.text ?? ''])
    .join('\n');
  const quoteLanguage = detectLanguage(quotes);
  if (quoteLanguage !== null && material.language !== null && !material.language.startsWith(quoteLanguage))
    warnings.add('other-language');

  const isChat = material.channel !== 'email' && material.channel !== 'web' && material.channel !== 'other';
  const parts: string[] = [];
  const isShort = instruction.kind === 'shorter';
  const { customerFirstName } = material;
  parts.push(
    customerFirstName === null ? phrases.greetingNoName : phrases.greeting(escapeReply(customerFirstName)),
  );
  const open = material.asks
    .filter((ask, index) => !answers.some((answer) => answer.ask === index) && isQuestion(ask.text))
    .map((ask) => ask.text);
  const hasAnswers = answers.some((answer) => answer.units.length > 0 || answer.canned !== null);

  if (material.tone === 'angry') parts.push(phrases.sorry);
  if (!hasAnswers) parts.push(phrases.nothing);
  else if (instruction.kind === 'warmer') parts.push(phrases.warm);
  else if (
    !isShort &&
    !isChat &&
    material.tone !== 'angry' &&
    !(answers.length === 1 && answers[0]!.canned !== null)
  ) {
    parts.push(answers.length > 1 ? phrases.several : phrases.thanks);
  }
  for (const answer of answers) {
    if (answer.canned !== null) parts.push(citeParagraphs(answer.canned.text, answer.canned.number));
    else if (answer.units.length > 0) parts.push(...citeUnits(answer.units));
  }
  if (hasAnswers && open.length > 0 && !isShort) {
    parts.push(
      `${open.length > 1 ? phrases.openSeveral : phrases.open}\n\n${open.map((ask) => `- ${escapeReply(clip(plain(ask)))}`).join('\n')}`,
    );
  }
  if (material.missing.includes('order number')) parts.push(phrases.orderNumber);
  if (instruction.kind === 'add') parts.push(escapeReply(instruction.text));
  if (!isShort && !isChat && hasAnswers) parts.push(phrases.offer);
  if (!isChat)
    parts.push(
      material.agentName === null
        ? phrases.regards
        : `${phrases.regards}\n${escapeReply(material.agentName)}`,
    );
  return { text: parts.join('\n\n'), warnings: [...warnings] };
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
