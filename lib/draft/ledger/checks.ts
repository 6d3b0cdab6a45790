import { checkActions } from './checks/actions';
import { checkPlaceholders } from './checks/placeholders';
import { checkValues } from './checks/values';
import { checkWhole } from './checks/whole';
import type { Check } from './finding';

/** In order; the last one speaks of sentences in which the others found nothing. */
export const checks: readonly Check[] = [checkValues, checkPlaceholders, checkActions, checkWhole];
