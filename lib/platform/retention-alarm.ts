import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { dayMs } from '@/lib/privacy/retention';

const name = 'retention';
/** Kept beside the alarm, because some browsers forget alarms when they close. */
const planSchema = z.object({
  /** When the next run is due, in milliseconds since 1970. */
  dueAt: z.number(),
  /** Code of why the last run could not finish. */
  failure: z.nullable(z.string()),
});
export type RetentionPlan = z.infer<typeof planSchema>;

/** `null`: no run is planned. */
export async function readRetentionPlan(): Promise<RetentionPlan | null> {
  const parsed = planSchema.safeParse((await browser.storage.local.get(name))[name]);
  return parsed.success ? parsed.data : null;
}

/** A day from now: long enough to see beforehand what a changed limit will take away. */
export async function postponeRetention(now: number): Promise<void> {
  const failure = (await readRetentionPlan())?.failure ?? null;
  await plan({ dueAt: now + dayMs, failure });
}

/**
 * Runs `run` once a day, also when the browser was closed at the time; it answers the code of why it could not finish.
 * Must be called in the first turn of the service worker, which an alarm may have woken.
 */
export function serveRetention(run: () => Promise<string | null>, now: () => number): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) void runAndPlan();
  });
  const runAndPlan = async () => {
    // Planned first: a run that is cut off is taken up on the next day.
    await postponeRetention(now());
    const failure = await run();
    const planned = await readRetentionPlan();
    if (planned) await browser.storage.local.set({ [name]: { ...planned, failure } });
  };
  void ensure(now);
}

async function ensure(now: () => number): Promise<void> {
  if (await browser.alarms.get(name)) return;
  await plan((await readRetentionPlan()) ?? { dueAt: now() + dayMs, failure: null });
}

async function plan(next: RetentionPlan): Promise<void> {
  await browser.storage.local.set({ [name]: next });
  await browser.alarms.create(name, { when: next.dueAt });
}
