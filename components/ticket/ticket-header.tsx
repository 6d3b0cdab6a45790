import type { LucideIcon } from 'lucide-react';
import Globe from 'lucide-react/icons/globe';
import Mail from 'lucide-react/icons/mail';
import MessageCircle from 'lucide-react/icons/message-circle';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import Phone from 'lucide-react/icons/phone';
import Smartphone from 'lucide-react/icons/smartphone';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Channel, Ticket } from '@/lib/ticket/ticket';
import { languageName } from '../ui/format';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { readingAge } from './reading-age';
import styles from './ticket.module.css';

const channelGlyphs: Record<Channel, LucideIcon> = {
  email: Mail,
  web: Globe,
  chat: MessageCircle,
  messaging: MessageCircle,
  sms: Smartphone,
  social: MessageCircle,
  voice: Phone,
  other: Mail,
};

export interface TicketHeaderProps {
  ticket: Ticket;
  now: number;
  /** Replaces language and age of the reading, e.g. "sent 14:09, seen in the ticket". */
  note?: string | undefined;
  /** The menu of all actions: draws its own button. */
  actions: ReactNode;
  onCannedReplies: () => void;
}

export function TicketHeader({ ticket, now, note, actions, onCannedReplies }: TicketHeaderProps) {
  const facts =
    note === undefined
      ? [
          channelName(ticket.channel),
          ticket.language && languageName(ticket.language),
          readingAge(ticket.readAt, now),
        ]
      : [channelName(ticket.channel), note];
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <h1 className={styles.customer}>
          {ticket.customer.name ?? ticket.customer.email ?? i18n.t('panel.header.unknownCustomer')}{' '}
          <span className={styles.number}>#{ticket.id}</span>
        </h1>
        <p className={styles.facts}>
          <Icon glyph={channelGlyphs[ticket.channel]} size={12} />
          <span className="clip">{facts.filter(Boolean).join(' · ')}</span>
        </p>
      </div>
      <IconButton
        glyph={MessageSquareText}
        name={i18n.t('panel.header.cannedReplies')}
        onClick={onCannedReplies}
      />
      {actions}
    </header>
  );
}

/** The same frame where no ticket is open. */
export function PlainHeader({ title, fact, actions }: { title: string; fact: string; actions?: ReactNode }) {
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <h1 className={styles.customer}>{title}</h1>
        <p className={styles.facts}>
          <span className="clip">{fact}</span>
        </p>
      </div>
      {actions}
    </header>
  );
}

export function channelName(channel: Channel): string {
  return i18n.t(`panel.channel.${channel}`);
}
