import { findCards, findIbans } from './detectors/accounts';
import { findAddresses } from './detectors/addresses';
import { findBirthDates } from './detectors/birth-dates';
import type { Clues } from './detectors/matches';
import { findNationalIds } from './detectors/national-ids';
import { findEmails, findIps } from './detectors/network';
import { findPersons } from './detectors/persons';
import { findPhones } from './detectors/phones';
import { findKeys, findPasswords } from './detectors/secrets';
import type { Finding } from './finding';

/** What shape and check digits tell: nobody must know the people for it. The first to claim a place keeps it. */
export function detectNumbers(text: string, clues: Clues): Finding[] {
  return [
    ...findPasswords(text),
    ...findEmails(text),
    ...findKeys(text),
    ...(/\d/u.test(text)
      ? [
          ...findIbans(text, clues),
          ...findCards(text),
          ...findIps(text),
          ...findBirthDates(text),
          ...findNationalIds(text, clues),
          ...findPhones(text, clues),
        ]
      : findIps(text)),
  ];
}

/** What is told by words around it: people that the helpdesk does not know, and where they live. */
export function detectPeople(text: string, clues: Clues): Finding[] {
  return [...findAddresses(text, clues), ...findPersons(text, clues)];
}
