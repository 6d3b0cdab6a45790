import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  isInForce,
  validityFor,
  verificationDueOn,
  verificationState,
} from './validity';

const holiday = {
  status: 'published' as const,
  validFrom: '2026-11-01',
  validUntil: '2026-12-24',
  dateBasis: 'order-date' as const,
};

describe('validity', () => {
  it('counts both ends of the period', () => {
    expect(isInForce(holiday, '2026-10-31')).toBe(false);
    expect(isInForce(holiday, '2026-11-01')).toBe(true);
    expect(isInForce(holiday, '2026-12-24')).toBe(true);
    expect(isInForce(holiday, '2026-12-25')).toBe(false);
  });

  it('has no article in force that is a draft or archived', () => {
    expect(isInForce({ ...holiday, status: 'archived' }, '2026-11-24')).toBe(false);
    expect(isInForce({ ...holiday, status: 'draft' }, '2026-11-24')).toBe(false);
  });

  it('holds the date that counts against the period, and says so when it is not known', () => {
    const dates = { today: '2027-01-05', orderDate: '2026-12-01', deliveryDate: null };
    expect(validityFor(holiday, dates)).toBe('in-force');
    expect(validityFor({ ...holiday, dateBasis: 'today' }, dates)).toBe('not-in-force');
    expect(validityFor({ ...holiday, dateBasis: 'delivery-date' }, dates)).toBe('unclear');
    const open = { ...holiday, validFrom: null, validUntil: null, dateBasis: 'delivery-date' as const };
    expect(validityFor(open, dates)).toBe('in-force');
  });
});

describe('verification', () => {
  const verification = { at: '2026-08-26T09:00:00Z', by: 'Priya', everyDays: 90 };

  it('falls due on the day the interval has passed, not before', () => {
    expect(verificationDueOn({ verification })).toBe('2026-11-24');
    expect(verificationState({ verification }, '2026-11-23')).toBe('verified');
    expect(verificationState({ verification }, '2026-11-24')).toBe('due');
  });

  it('never falls due without an interval, and is never without a verification', () => {
    expect(verificationState({ verification: { ...verification, everyDays: null } }, '2036-01-01')).toBe(
      'verified',
    );
    expect(verificationState({ verification: null }, '2026-11-24')).toBe('never');
  });
});

describe('calendar days', () => {
  it('agree with the host calendar, leap years and all', () => {
    const days = fc.integer({ min: -400_000, max: 400_000 });
    fc.assert(
      fc.property(days, (days) => {
        const expected = new Date(Date.UTC(2024, 1, 29) + days * 86_400_000).toISOString().slice(0, 10);
        expect(addDays('2024-02-29', days)).toBe(expected);
        expect(daysBetween('2024-02-29', expected)).toBe(days);
      }),
    );
  });
});
