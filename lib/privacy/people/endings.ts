/** What languages add to a name: genitives and the cases of Slavic, Baltic, Finnic, Hungarian, Turkish, Greek. */
const endings = new Set(
  's es n en ns a u e i y o em om am ov ova ove ovi ovy ou ie iem owi owie ow owa ego emu ym im ej a in ina inom ine ini ya yi ye yu un nin nun da de dan den ta te tan ten la le ya ssa sta lla lle lta lle ksi na ta tta an in on en un lle nak nek val vel hoz nal nel ra re rol rel t at et ot k ak ek is us as os ai ui iui o au ju jum ia iu ei oi iej iego iemu imi ski skiego skiej ich ych che'.split(
    ' ',
  ),
);
/** Endings behind an apostrophe count as well: Ayşe'nin, Nora's. */
const withApostrophe = /^([\p{L}\p{M}-]+)['’](?:\p{L}{1,5})$/u;

/** Words that may be the name in the nominative: the word itself, and without what a case adds. */
export function stems(folded: string, word: string): string[] {
  const out = [folded];
  const stem = withApostrophe.exec(word)?.[1];
  if (stem !== undefined) out.push(folded.slice(0, stem.replace(/\p{M}/gu, '').length));
  for (let cut = 1; cut <= 5 && folded.length - cut >= 3; cut += 1) {
    if (endings.has(folded.slice(-cut))) out.push(folded.slice(0, -cut));
  }
  return out;
}

/** What stays of a name in all its cases: Anna, Annę, Anny. Short stems would be other words. */
export function stemOf(folded: string): string | null {
  // Havlíček, Havlíčka: the e before the last letter comes and goes.
  const stem = folded.replace(/(?:[aeiouy]|os|as|us|is|ei|ii|ai)$|e(?=[cklr]$)/u, '');
  return stem !== folded && stem.length >= 3 ? stem : null;
}
