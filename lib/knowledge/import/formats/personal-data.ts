import { isRecord, type JsonRecord } from './render-record';

/** Keys that only records about people have. A shop's address or its mailbox is knowledge, so those are not here. */
const personalKeys = new Set([
  'firstname',
  'lastname',
  'dateofbirth',
  'birthdate',
  'paymentmethods',
  'paymenthistory',
  'creditcard',
  'cardnumber',
  'password',
  'userid',
  'customerid',
  'customeremail',
  'shippingaddress',
  'billingaddress',
]);

/** The key that shows a record to be about a person (customer, order, conversation), or `null`. Looks two levels deep. */
export function findPersonalData(record: JsonRecord, depth = 2): string | null {
  for (const [key, value] of Object.entries(record)) {
    // A list of words under such a key is about the topic (`credit_card: [verify, refund]`), not about a person.
    const isTopic = Array.isArray(value) && value.every((each) => typeof each === 'string');
    if (!isTopic && personalKeys.has(key.toLowerCase().replace(/[^a-z]/g, ''))) return key;
    const inner = depth > 1 ? (Array.isArray(value) ? value[0] : value) : null;
    const found = isRecord(inner) ? findPersonalData(inner, depth - 1) : null;
    if (found !== null) return found;
  }
  return null;
}
