import { i18n } from '#i18n';
import type { ComposerMode } from '@/lib/helpdesk/contract';
import type { Channel } from '@/lib/ticket/ticket';

/** What the helpdesk calls the mode of its reply box, else our word for it. */
export function modeName(mode: ComposerMode, label: string | null): string {
  return label ?? i18n.t(`panel.mode.${mode}`);
}

export function isChatLike(channel: Channel): boolean {
  return channel === 'chat' || channel === 'messaging' || channel === 'sms' || channel === 'social';
}
