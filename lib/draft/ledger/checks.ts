import { checkActions } from './checks/actions';
import { checkBenefits } from './checks/benefits';
import { checkCounts } from './checks/counts';
import { checkDenials } from './checks/denials';
import { checkLabels } from './checks/labels';
import { checkNames } from './checks/names';
import { checkOwnWords } from './checks/own-words';
import { checkPlaceholders } from './checks/placeholders';
import { checkPlaces } from './checks/places';
import { checkValues } from './checks/values';
import { checkWhole } from './checks/whole';
import type { Check } from './finding';

/** In order; the last one speaks of sentences in which the others found nothing. */
export const checks: readonly Check[] = [
  checkValues,
  checkPlaceholders,
  checkActions,
  checkLabels,
  checkNames,
  checkPlaces,
  checkCounts,
  checkDenials,
  checkOwnWords,
  checkBenefits,
  checkWhole,
];
