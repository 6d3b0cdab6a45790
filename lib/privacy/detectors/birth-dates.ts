import type { Finding } from '../finding';
import { anyOf, findAll } from './matches';

const cues = anyOf(
  'dob|d\\.o\\.b\\.?|date of birth|birth date|birthdate|birthday|born|born on|geboren|geboren am|geb\\.?|geburtsdatum|geburtstag|geburtsdatum ist|née?|née? le|date de naissance|naissance|nacid[oa]|nací|nací el|nacid[oa] el|fecha de nacimiento|nacimiento|cumpleaños|nat[oa]|nat[oa] il|data di nascita|nascita|compleanno|nascid[oa]|nascid[oa] em|nasci em|data de nascimento|nascimento|aniversário|geboortedatum|geboren op|verjaardag|urodzon[ya]|data urodzenia|ur\\.|urodziłe?[am]+ się|født|født den|fødselsdato|fødselsdag|född|född den|födelsedatum|födelsedag|syntynyt|syntymäaika|syntymäpäivä|narozen[aý]?|datum narození|narodený|dátum narodenia|született|születési dátum|születési idő|doğum tarihi|doğdum|doğum|data nașterii|născut|născută|дата рождения|родился|родилась|ημερομηνία γέννησης|γεννήθηκα|生年月日|出生日期|생년월일',
);
const month = '\\p{L}{3,12}\\.?';
const date = [
  '\\d{4}[-./年]\\s?\\d{1,2}[-./月]\\s?\\d{1,2}日?',
  '\\d{1,2}\\s?[-./]\\s?\\d{1,2}\\s?[-./]\\s?(?:\\d{4}|\\d{2})',
  `\\d{1,2}(?:st|nd|rd|th|er|º|ª|\\.)?[\\s-]+(?:of\\s+|de\\s+|d['’])?${month}[\\s,-]+(?:de\\s+|del\\s+)?(?:\\d{4}|['’]?\\d{2})`,
  `${month}[\\s-]+\\d{1,2}(?:st|nd|rd|th)?,?[\\s-]+\\d{4}`,
  '(?:19|20)\\d{6}',
].join('|');
const link =
  '(?:\\s*(?:is|was|ist|war|est|es|è|é|er|är|on|the|am|le|el|il|op|den|em|w|dne|del|:|=|-|–|\\()\\s*){0,3}[\\s,\'"]*';
const cued = new RegExp(`(?<![\\p{L}])(?:${cues})(?![\\p{L}])${link}(${date})(?![\\p{L}\\d])`, 'giu');

/** A date is private only as somebody's birthday; all others are the matter of the ticket. */
export function findBirthDates(text: string): Finding[] {
  return findAll(text, 'DATE_OF_BIRTH', cued);
}
