/**
 * How the content script asks the page's own world to insert. Both events are dispatched on the reply box itself, so
 * that it needs no name; `detail` is a string, the one form that crosses worlds in every browser.
 */
export const placeEvent = 'footnote:put';
/** Its `detail` is the nonce. Only a hint that it is worth reading back now; the page could forge it. */
export const placedEvent = 'footnote:done';

/** Nothing in it is secret: the page sees it. */
export interface PlaceRequest {
  nonce: string;
  /** Empty: paste plain text only. */
  html: string;
  text: string;
  /** `last`: in place of the last paragraph, which the text begins with again. */
  placement: 'replace' | 'append' | 'caret' | 'last';
}
