import { claimedAction } from '../../commitments';
import { findValues, numberWordsIn } from '../../values';
import { fold, plain } from '../../words/fold';
import { type Denial, denialsIn } from '../denials';
import { actionEvidence } from '../events';
import type { LedgerContext } from '../evidence';
import { type Check, contradicted, type Finding, type SentenceCase, type Verdict } from '../finding';
import { listOf } from '../lists';
import { type FactRecord, wholeOf } from '../records';
import { stemsOf } from '../said';
import { agrees, findTerms } from '../terms';
import { thingsOfFigures } from '../things';

/** "Here are not:" points at what it denies. Folded. */
const pointing =
  /^[^\p{L}]*(?:here|hier|voici|voila|aqui|ecco|below|unten|ci-dessous)(?![a-z])(?:\s+[a-z]+)?\s*$/u;
/** Words that may stand between a denial and what it denies. Folded. */
const between =
  /^(?:\s|be|been|exactly|additional|extra|priced|charged|at|actually|really|equal|to|for|of|a|an|the|in fact|sein|genau|etre|exactement|de|ser|exactamente|exatamente|essere|esattamente|zijn|precies|[*:])*$/u;
const correcting = /(?<![a-z])(?:but|rather|instead|sondern|mais|sino|mas sim|bensi|maar)(?![a-z])/u;
const listed = /(?<![a-z])(?:following|folgend|suivant|siguiente|seguinte|seguente|volgende)/u;

type Denies = (
  denial: Denial,
  sentence: SentenceCase,
  context: LedgerContext,
  found: readonly Finding[],
) => Verdict | null;

const opposite = 'opposite-of-evidence';

/** A sentence that denies what the evidence, or the list below it, shows to be so. */
export const checkDenials: Check = (sentence, context, found) => {
  for (const denial of denialsIn(sentence.text)) {
    for (const denies of kinds) {
      const verdict = denies(denial, sentence, context, found);
      if (verdict === null) continue;
      const { start, end } = denial;
      return [{ start, end, key: `denial:${fold(denial.affirmed).slice(0, 60)}`, citations: [], ...verdict }];
    }
  }
  return [];
};

/** "Here are not the sizes:", "The cheapest one is not:" and then the list. */
const deniesList: Denies = ({ start, end }, { text, around }) => {
  const rest = text.slice(end);
  const isEmptied = /^[\s*]*:/u.test(rest) && /:[\s*]*$/u.test(text);
  return (pointing.test(fold(text.slice(0, start))) && around.rest.length > 0) ||
    (isEmptied && around.rest.length > 0)
    ? contradicted('opposite-in-draft')
    : null;
};

/** "It has not been changed to:" or "is not set to the following address:" above details that the thing has. */
const deniesDetails: Denies = ({ start, end }, { text, around }, context) => {
  if (!/:[\s*]*$/u.test(text) || around.rest.length === 0) return null;
  const isPerfect = /(?:been|wurden?|été|sido|foi|stat[oa]|is)\b/iu.test(text.slice(start, end));
  const isBeforeList = listed.test(fold(text.slice(end)));
  if (!isPerfect && !isBeforeList) return null;
  if (/^(?:will|do|does|did|can|would|wird|kann)/iu.test(text.slice(start, end))) return null;
  const details = around.rest.flatMap(findValues);
  const shown = details.map((value) => context.recordValues.find(value)[0]);
  return shown.length > 0 && shown.every((known) => known !== undefined)
    ? contradicted(opposite, shown[0]!.span)
    : null;
};

/** "The total is not €12.40", where it is. */
const deniesValue: Denies = ({ end }, { text }, _, found) => {
  const value = found.find(
    (each) =>
      each.start >= end &&
      each.evidence !== undefined &&
      each.from !== 'message' &&
      /^(?:money|id|number:\d{5})/u.test(each.key) &&
      between.test(fold(text.slice(end, each.start))),
  );
  if (value === undefined || correcting.test(fold(text.slice(value.end)))) return null;
  return contradicted(opposite, value.evidence);
};

/** "There are not two riders", where the booking lists two. */
const deniesCount: Denies = ({ end }, { text, around }, context) => {
  const next = /^\s+(?<count>\p{L}+|\d{1,2})\s+(?<noun>\p{L}{4,})/u.exec(text.slice(end))?.groups;
  if (next === undefined) return null;
  const count = Number(next.count) || numberWordsIn(fold(next.count!))[0];
  const list = listOf(next.noun!, around.things, context).find(({ size }) => size === count);
  return list === undefined ? null : contradicted(opposite, list.last);
};

/** "It is not delivered", "You are not a gold member", where the thing's field says so; "not available" likewise. */
const deniesField: Denies = ({ end }, { text, around }, context) => {
  const after = plain(text.slice(end).split(/[,;:(]/u)[0]!)
    .split(' ')
    .slice(0, wordsAhead);
  const ahead = ` ${after.join(' ')} `;
  const figures = thingsOfFigures(text, context);
  for (const record of [...around.things, ...figures].flatMap(withWholes)) {
    for (const { key, value, path } of record.fields) {
      const said = typeof value === 'string' ? plain(value) : value === true ? plain(key) : '';
      if (said.length < shortestValue || /\d/u.test(said) || !ahead.includes(` ${said} `)) continue;
      const words = String(value);
      const place = context.placeOf.get(record)!(path);
      return contradicted(opposite, { place, start: 0, end: words.length, text: words });
    }
  }
  return deniesOnlyTerm(text.slice(end, end + ahead.length), context);
};
const wordsAhead = 6;
const shortestValue = 4;

/** The one tier, fare or way of paying that all facts know of. */
function deniesOnlyTerm(after: string, { terms }: LedgerContext): Verdict | null {
  for (const { kind, name } of findTerms(after)) {
    const known = terms.ofRecords.filter((term) => term.kind === kind);
    if (known.length > 0 && kind !== 'colour' && known.every((term) => agrees(name, term.name)))
      return contradicted(opposite, known[0]!.span);
  }
  return null;
}

function withWholes(record: FactRecord): FactRecord[] {
  return record.parent === null ? [record] : [record, ...withWholes(record.parent)];
}

/** "The exchange has not been requested", where the status is "exchange requested". */
const deniesStatus: Denies = (_, { text, around }, context) => {
  const stems = stemsOf(text);
  for (const record of around.things.map(wholeOf)) {
    const field = record.fields.find(({ key, value }) => {
      const said = /status|state/iu.test(key) && typeof value === 'string' ? [...stemsOf(value)] : [];
      return said.length > 1 && said.every((stem) => stems.has(stem));
    });
    if (field === undefined) continue;
    const words = String(field.value);
    const place = context.placeOf.get(record)!(field.path);
    return contradicted(opposite, { place, start: 0, end: words.length, text: words });
  }
  return null;
};

/** "It has not been cancelled", where its status says so. */
const deniesAction: Denies = ({ affirmed }, sentence, context) => {
  const action = claimedAction(affirmed);
  if (action === null) return null;
  const known = actionEvidence(action.kind, { ...sentence, text: affirmed }, context);
  // An earlier message may have been of another thing; a status is of this one.
  return known?.from === 'order' ? contradicted(opposite, known.evidence) : null;
};

/** "You will not get a label", where the passage says that one gets a label, under no condition. */
const deniesPassage: Denies = ({ affirmed, end }, sentence, context) => {
  const stems = tellingStems(affirmed);
  // What is denied is the verb that follows; where it stands before ("nehmen wir nicht"), the whole must do.
  const [verb] = tellingStems(sentence.text.slice(end));
  if (stems.size < fewestStems) return null;
  const said = [...sentence.own, ...sentence.inherited].flatMap(
    (number) => context.said.ofSource.get(number) ?? [],
  );
  const shared = (other: ReadonlySet<string>) =>
    [...stems].filter((stem) => other.has(stem)).length / stems.size;
  const before = context.said.byAgents.filter((each) => shared(each.stems) >= enoughOfMessage);
  const near = [...said.filter((each) => shared(each.stems) >= enough), ...before].filter(
    (each) => verb === undefined || each.stems.has(verb),
  );
  if (near.length === 0 || near.some((each) => each.isDenied || conditional.test(each.folded))) return null;
  return contradicted(opposite, near[0]!.span);
};
/** Verbs that any promise may be put in say nothing of which one it is. */
const empty = new Set(['proce', 'issue', 'made', 'make', 'using', 'perfo', 'handl']);
function tellingStems(text: string): Set<string> {
  return new Set([...stemsOf(text)].filter((stem) => !empty.has(stem)));
}
const enoughOfMessage = 0.8;
const fewestStems = 4;
const enough = 0.65;
/** The passage itself says when it does not hold. Folded. */
const conditional =
  /(?<![a-z])(?:only|if|unless|except|until|otherwise|nur|wenn|falls|sofern|ausser|seulement|uniquement|sauf|si|solo|excepto|salvo|apenas|so se|exceto|soltanto|tranne|se|alleen|tenzij|mits)(?![a-z])/u;

const kinds: readonly Denies[] = [
  deniesList,
  deniesDetails,
  deniesValue,
  deniesCount,
  deniesAction,
  deniesField,
  deniesStatus,
  deniesPassage,
];
