import type { SearchIndex } from '../search-index';

/** So many articles stay in the running; a smaller base keeps all of its own. */
const mostCandidates = 1_500;
/** Of the scale on which they are told apart. */
const steps = 4_096;

/**
 * 1 for the allowed articles with the highest scores so far: `mostCandidates` and those that share the last step with
 * them; `allowed` itself where there are no more. What is read for these alone can reorder the best, but not lift an
 * article that the rarer words leave far behind.
 */
export function candidates(index: SearchIndex, allowed: Uint8Array): Uint8Array {
  if (index.liveArticles <= mostCandidates) return allowed;
  const { articleScore } = index.scratch;
  let highest = 0;
  for (let article = 0; article < allowed.length; article++) {
    if (allowed[article] !== 0 && articleScore[article]! > highest) highest = articleScore[article]!;
  }
  if (highest === 0) return allowed;
  const scale = (steps - 1) / highest;
  const inStep = new Uint32Array(steps);
  for (let article = 0; article < allowed.length; article++) {
    if (allowed[article] !== 0) inStep[(articleScore[article]! * scale) | 0]!++;
  }
  let least = steps - 1;
  let count = inStep[least]!;
  while (least > 1 && count < mostCandidates) count += inStep[--least]!;
  // Few hold more than a word that nearly all hold: none is in the way of another.
  if (count < mostCandidates) return allowed;
  const chosen = new Uint8Array(allowed.length);
  for (let article = 0; article < allowed.length; article++) {
    if (articleScore[article]! * scale >= least) chosen[article] = allowed[article]!;
  }
  return chosen;
}
