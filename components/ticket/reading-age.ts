import { i18n } from '#i18n';
import { clockTime } from '../ui/format';

/** "read 12 s ago" under a minute, a clock time after that. */
export function readingAge(readAt: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(readAt)) / 1000));
  return seconds < 60
    ? i18n.t('panel.header.readAgo', [seconds])
    : i18n.t('panel.header.readAt', [clockTime(readAt)]);
}
