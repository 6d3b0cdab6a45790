import type { ReplyMaterial } from '../contract';
import type { AskPart } from './asks';
import { isForeign } from './foreign';
import { type Scorer, titleTerms } from './relevance';
import { countThings, isMatter, termsOf } from './terms';

/** A canned reply says more than was asked; it must fit better than a passage that is quoted by the section. */
const leastCoverage = 0.5;
/** A section of an article that answers this much better goes before it. */
const farBetter = 1.15;
/** What the search found first. */
const placeBonus = 0.4;

/** Nothing is sent back or exchanged before it has been sent. */
const afterSending: readonly string[] = ['§return', '§exchange', '§broken', '§lost'];

/** The title names what is asked for: a text made for one case is not used for its neighbor. */
function fits(title: ReadonlySet<string>, part: AskPart, state: string | undefined): boolean {
  const matters = [...title].filter(isMatter);
  if (state === 'waiting' && matters.some((matter) => afterSending.includes(matter))) return false;
  if (matters.length === 0)
    return countThings(part.own) > 1 && (title.size === 0 || [...title].some((term) => part.own.has(term)));
  return matters.every((matter) => part.own.has(matter));
}

/** The canned reply for an ask: its title names the matter, all of its slots are filled. */
export function chooseCanned(
  part: AskPart,
  material: ReplyMaterial,
  scorer: Scorer,
  bestSection: number,
): { number: number; text: string } | null {
  if (material.evidence !== 'strong') return null;
  let best: { number: number; text: string; score: number } | null = null;
  for (const [place, number] of part.passages.entries()) {
    const reply = material.cannedReplies.find((candidate) => candidate.number === number);
    if (reply === undefined || reply.unfilled.length > 0 || isForeign(reply.text, material.language))
      continue;
    const title = titleTerms(material.passages.find((passage) => passage.number === number)!.title);
    if (!fits(title, part, material.order?.state)) continue;
    const coverage = scorer.text(part, new Set([...termsOf(reply.text), ...title]));
    const score = coverage + scorer.text(part, title) / 2 + placeBonus / (1 + place);
    if (coverage < leastCoverage || coverage * farBetter < bestSection * 0.6) continue;
    const text = bodyOfCanned(reply.text, material.agentName);
    if (text !== '' && score > (best?.score ?? 0)) best = { number, text, score };
  }
  return best === null ? null : { number: best.number, text: best.text };
}

/** Takes greeting and closing off a canned reply; the reply around it has its own. Paragraphs stay as they are. */
function bodyOfCanned(text: string, agentName: string | null): string {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  const first = paragraphs[0];
  if (first !== undefined) {
    const [line, ...rest] = first.split('\n');
    if (isGreeting(line!)) {
      if (rest.join('').trim() === '') paragraphs.shift();
      else paragraphs[0] = rest.join('\n').trim();
    }
  }
  while (paragraphs.length > 1 && isClosing(paragraphs.at(-1)!, agentName)) paragraphs.pop();
  const last = paragraphs.at(-1);
  if (last !== undefined && agentName !== null && last.endsWith(`\n${agentName}`)) {
    const lines = last.split('\n').slice(0, -1);
    if (isClosing(lines.at(-1)!, agentName)) lines.pop();
    paragraphs[paragraphs.length - 1] = lines.join('\n');
  }
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|day)|hallo|guten tag|liebe[rs]?|sehr geehrte\w*|bonjour|ch[eè]re?|madame|hola|estimad[oa]s?|buen[oa]s|olá|ola|prezad[oa]|car[oa]|ciao|buongiorno|gentile|beste|geachte|dzień dobry|hej|hei|dobrý den|merhaba)(?!\p{L})[^.!?]{0,50}[,:!.]?$/iu;
const closing =
  /^(?:(?:kind|best|warm|many)\s+(?:regards|wishes)|regards|sincerely|yours|cheers|thanks|thank you|(?:mit |)(?:freundlichen?|viele|beste|liebe|herzliche) grü(?:ß|ss)en?|cordialement|bien à vous|(?:un |atentamente|saludos|un cordial )saludo|saludos|atentamente|(?:com os )?(?:melhores )?cumprimentos|atenciosamente|abraços?|obrigad[oa]|cordiali saluti|saluti|met vriendelijke groet\w*|z poważaniem|pozdrawiam|(?:med )?vänliga hälsningar|venlig hilsen|vennlig hilsen|ystävällisin terveisin|s pozdravem|saygılarımla)[\s\S]{0,60}$/iu;

function isGreeting(line: string): boolean {
  return greeting.test(line.trim());
}

function isClosing(paragraph: string, agentName: string | null): boolean {
  const text = paragraph.trim();
  return text === agentName || (closing.test(text) && !/[.?!]\s+\p{L}/u.test(text));
}
