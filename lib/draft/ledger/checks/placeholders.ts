import { findPlaceholders } from '@/lib/privacy/placeholder';
import { type Check, noSource } from '../finding';

/** A placeholder that came through to the draft stands for a value that the customer must not read as such. */
export const checkPlaceholders: Check = ({ text }) =>
  findPlaceholders(text).map(({ start, end }) => ({
    start,
    end,
    key: `placeholder:${text.slice(start, end)}`,
    citations: [],
    ...noSource('placeholder-left'),
  }));
