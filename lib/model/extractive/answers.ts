import { detectLanguage } from '@/lib/draft/language';
import type { ReplyMaterial } from '../contract';
import { bodyOfCanned } from './canned';
import type { Instruction } from './instruction';
import { type AskTerms, createScorer, isSameSaying, type Scorer, toAskTerms } from './relevance';
import { situationFactor } from './situation';
import { toUnits, type Unit } from './units';

/** Sentences for one ask; more reads like a leaflet. */
const mostPerAsk = 3;
const mostPerReply = 8;
/** A sentence this far below the best one says something else. */
const keptShare = 0.6;
/** The sentence after the best one may be weaker: it finishes the thought. */
const nextShare = 0.4;
/** Least share of an ask's telling terms in a sentence and its headings, and least score, to count as an answer. */
const leastCoverage = { strong: 0.3, weak: 0.45 } as const;
const leastScore = { strong: 0.38, weak: 0.5 } as const;
/** The same where the article's title names the very matter: there even a thin question is understood. */
const onTopic = { coverage: 0.15, score: 0.3 } as const;
/** A canned reply says more than was asked; it must fit better than a passage that is quoted by the sentence. */
const cannedCoverage = 0.5;
/** "Weight: 2.6 kg" answers only who asks for the weight. */
const scrapCoverage = 0.6;
/** A canned reply that holds this much of a further ask has answered it as well. */
const coveredByCanned = 0.3;
/** Words of another language agree by chance and are read by nobody: only the clear cases. */
const foreignShare = 0.8;

export interface Answer {
  ask: number;
  units: Unit[];
  /** Paragraphs of a canned reply, used whole. */
  canned: { number: number; text: string } | null;
}

export function findAnswers(material: ReplyMaterial, instruction: Instruction): Answer[] {
  const cannedNumbers = new Set(
    material.passages.filter((passage) => passage.kind === 'canned-reply').map((passage) => passage.number),
  );
  const allUnits = material.passages.flatMap(toUnits);
  const units = allUnits.filter((unit) => !cannedNumbers.has(unit.passage) && isQuotable(unit));
  const scorer = createScorer(
    allUnits,
    new Map(material.passages.map((passage) => [passage.number, passage.title])),
  );
  const foreign = new Set(
    material.passages
      .filter((passage) => isForeign(passage.text, material.language))
      .map((passage) => passage.number),
  );
  const perAsk = instruction.kind === 'shorter' ? 1 : material.asks.length > 2 ? mostPerAsk - 1 : mostPerAsk;
  const used: Unit[] = [];
  const answers: Answer[] = [];
  let usedCanned: number | null = null;
  material.asks.forEach((ask, index) => {
    const terms = toAskTerms(ask.text, material.context, material.order);
    if (usedCanned !== null && scorer.passageCoverage(terms, usedCanned) >= coveredByCanned) {
      answers.push({ ask: index, units: [], canned: null });
      return;
    }
    const canned =
      usedCanned !== null || instruction.kind === 'shorter'
        ? null
        : chooseCanned(ask, terms, material, scorer);
    if (canned !== null) {
      usedCanned = canned.number;
      answers.push({ ask: index, units: [], canned });
      return;
    }
    const chosen = chooseUnits(ask, terms, units, foreign, scorer, perAsk, material);
    if (chosen === null) return;
    // Said above already: the ask is not open, but nothing is said twice.
    const fresh = chosen
      .filter((unit) => !used.some((known) => known === unit || isSameSaying(known, unit)))
      .slice(0, Math.max(0, mostPerReply - used.length));
    used.push(...fresh);
    answers.push({ ask: index, units: fresh, canned: null });
  });
  return answers;
}

function chooseCanned(
  ask: ReplyMaterial['asks'][number],
  terms: AskTerms,
  material: ReplyMaterial,
  scorer: Scorer,
): { number: number; text: string } | null {
  if (material.evidence !== 'strong') return null;
  for (const number of ask.passages.slice(0, 5)) {
    const reply = material.cannedReplies.find((candidate) => candidate.number === number);
    if (reply === undefined || reply.unfilled.length > 0) continue;
    if (
      isForeign(reply.text, material.language) ||
      scorer.passageCoverage(terms, number) < cannedCoverage ||
      terms.own.size < 2 ||
      scorer.topic(terms, number) < 1
    )
      continue;
    const text = bodyOfCanned(reply.text, material.agentName);
    if (text !== '') return { number, text };
  }
  return null;
}

/** The best sentences for an ask, in reading order; `null` when nothing answers it. */
function chooseUnits(
  ask: ReplyMaterial['asks'][number],
  terms: AskTerms,
  units: readonly Unit[],
  foreign: ReadonlySet<number>,
  scorer: Scorer,
  most: number,
  { evidence, order }: ReplyMaterial,
): Unit[] | null {
  if (evidence === 'none' || terms.own.size === 0) return null;
  const rank = new Map(ask.passages.map((number, index) => [number, index]));
  const scored = units
    .filter((unit) => rank.has(unit.passage))
    .map((unit) => ({
      unit,
      score:
        scorer.score(terms, unit, rank.get(unit.passage)!) *
        scorer.topic(terms, unit.passage) *
        situationFactor(unit, order) *
        (foreign.has(unit.passage) ? foreignShare : 1),
    }))
    .map((found) => ({ ...found, isAnswer: isAnswer(terms, found.unit, found.score, scorer, evidence) }))
    .sort((a, b) => b.score - a.score);
  const best = scored.find((found) => found.isAnswer);
  if (best === undefined) return null;
  const home = scored.filter(
    ({ unit, score, isAnswer: answers }) =>
      unit.passage === best.unit.passage &&
      (unit === best.unit ||
        (answers && score >= best.score * keptShare) ||
        (score >= best.score * nextShare && follows(unit, best.unit))),
  );
  const chosen = home.slice(0, most).map(({ unit }) => unit);
  const other = scored.find(
    ({ unit, score, isAnswer: answers }) =>
      answers &&
      unit.passage !== best.unit.passage &&
      foreign.has(unit.passage) === foreign.has(best.unit.passage) &&
      score >= best.score * 0.92 &&
      !chosen.some((known) => isSameSaying(known, unit)),
  );
  if (other !== undefined && chosen.length < most) chosen.push(other.unit);
  const whole = withAntecedents(chosen, units, most);
  return whole.length === 0 ? null : arrange(whole);
}

/**
 * Whether a unit may stand as an answer. One shared word of many is chance; a scrap of a data sheet answers only who
 * asked for it by name.
 */
function isAnswer(
  terms: AskTerms,
  unit: Unit,
  score: number,
  scorer: Scorer,
  evidence: 'strong' | 'weak',
): boolean {
  const coverage = scorer.coverage(terms, unit);
  const isScrap = unit.isItem && !/[.!?。]["'”’»)]*$/u.test(unit.text);
  if (isScrap && coverage < scrapCoverage) return false;
  if (evidence === 'strong' && scorer.isOnTopic(terms, unit.passage)) {
    return score >= onTopic.score && coverage >= onTopic.coverage;
  }
  if (terms.own.size < 2 || scorer.matches(terms, unit) < 2 || !scorer.sharesMatter(terms, unit))
    return false;
  return score >= leastScore[evidence] && coverage >= leastCoverage[evidence];
}

/** The next sentence of the same paragraph finishes the thought. */
function follows(unit: Unit, best: Unit): boolean {
  return unit.paragraph === best.paragraph && unit.index === best.index + 1;
}

/** "It", "this", "after that": such a sentence is quoted with the one before it, or not at all. */
function withAntecedents(chosen: readonly Unit[], units: readonly Unit[], most: number): Unit[] {
  const out = [...chosen];
  for (const unit of chosen) {
    if (!leansOnPrevious(unit.text)) continue;
    const before = units.find(
      (candidate) =>
        candidate.passage === unit.passage &&
        candidate.index === unit.index - 1 &&
        candidate.paragraph === unit.paragraph,
    );
    if (before === undefined || out.includes(before)) continue;
    if (out.length < most || out.length === 1) out.push(before);
    else out.splice(out.indexOf(unit), 1);
  }
  return out;
}

const leaning =
  /^(?:it|its|this|that|these|those|they|them|then|after that|afterwards|also|however|but|otherwise|so|therefore|in (?:this|that|both|these) cases?|both|he|she|er|sie|es|dies\p{L}*|das|danach|dann|auch|jedoch|aber|sonst|andernfalls|in (?:diesem|beiden) f[aä]ll\p{L}*|il|elle|ils|elles|cela|ce|ceci|ensuite|alors|mais|sinon|dans ce cas|est[eo]s?|esta|entonces|después|pero|también|en (?:este|ese) caso|isso|isto|este|depois|então|mas|também|nesse caso|neste caso)(?!\p{L})/iu;

/** An object that was named before: "Wir schicken es …", "We send it …". */
const objectLeaning = /^\p{L}+ \p{L}+ (?:it|them|es|ihn|sie)(?!\p{L})/iu;

function leansOnPrevious(text: string): boolean {
  return leaning.test(text) || objectLeaning.test(text);
}

function arrange(units: readonly Unit[]): Unit[] {
  const order = [...new Set(units.map((unit) => unit.passage))];
  return [...units].sort((a, b) => order.indexOf(a.passage) - order.indexOf(b.passage) || a.index - b.index);
}

/** Written for the team, not for whoever wrote in. */
const speaksToStaff =
  /(?<!\p{L})(?:as an? [\p{L} ]{0,20}agent|you (?:should|must|have to|need to|can only) (?:not |at most |always )?(?:help|list|check|authenticate|transfer|deny|make|ask the|tell the|take consequential|collect)|remind the (?:customer|user)|tool calls?|ask the (?:customer|user)|the agent (?:must|should|can)|authenticat\p{L}+|escalate to)(?!\p{L})/iu;

/** Fragments, labels and leftovers of layouts are not sentences a person would send. */
function isQuotable(unit: Unit): boolean {
  if (unit.items.length > 0) return true;
  if (speaksToStaff.test(unit.text)) return false;
  const words = unit.text.match(/\p{L}{2,}/gu)?.length ?? 0;
  const wide = /[\p{Script=Han}\u3040-\u30ff]/u.test(unit.text);
  return (
    (words >= 4 || (wide && unit.text.length >= 8)) &&
    !unit.text.endsWith(':') &&
    !/\{\{|\}\}/u.test(unit.text) &&
    !unit.text.endsWith('?')
  );
}

function isForeign(text: string, language: string | null): boolean {
  const found = detectLanguage(text);
  return language !== null && found !== null && found !== language.slice(0, 2);
}
