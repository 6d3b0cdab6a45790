import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import ListChecks from 'lucide-react/icons/list-checks';
import { useId } from 'react';
import { i18n } from '#i18n';
import type { Ask, Need } from '@/lib/ticket/need';
import type { Ticket } from '@/lib/ticket/ticket';
import { classNames } from '../ui/class-names';
import { listOf } from '../ui/format';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import styles from './ticket.module.css';
import { hiddenCharacters } from './ticket-cautions';

export interface NeedCardProps {
  need: Need;
  ticket: Ticket;
  open: boolean;
  onToggle: (open: boolean) => void;
}

/** One line that opens to the card; from 520 px it is open. */
export function NeedCard({ need, ticket, open, onToggle }: NeedCardProps) {
  const id = useId();
  const hidden = hiddenCharacters(ticket);
  return (
    <section className={styles.need} aria-label={i18n.t('panel.need.name')}>
      <div className={styles.needLine}>
        <Icon glyph={ListChecks} />
        <p className={classNames(styles.needText, 'clip')}>
          {need.asks.length === 0 ? i18n.t('panel.need.noAsk') : i18n.t('panel.need.asks', need.asks.length)}
          {need.missing.length > 0 && (
            <span className={styles.missingCount}>
              {i18n.t('panel.need.missingCount', need.missing.length)}
            </span>
          )}
        </p>
        <IconButton
          glyph={open ? ChevronUp : ChevronDown}
          size={24}
          className={styles.needButton}
          name={i18n.t(open ? 'panel.need.hide' : 'panel.need.show')}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => onToggle(!open)}
        />
      </div>
      <div id={id} className={open ? styles.cardOpen : styles.card}>
        <ul className={styles.asks}>
          {need.asks.map((ask) => (
            <li key={ask.text}>
              <Icon glyph={CircleDashed} size={14} />
              <AskText ask={ask} ticket={ticket} />
            </li>
          ))}
        </ul>
        <dl className={styles.facts2}>
          {need.orderNames.length > 0 && (
            <Fact name={i18n.t('panel.need.order')}>{listOf(need.orderNames)}</Fact>
          )}
          {need.missing.length > 0 && (
            <Fact name={i18n.t('panel.need.missing')} tone="warn">
              {listOf(need.missing)}
            </Fact>
          )}
          <Fact name={i18n.t('panel.need.tone')}>{i18n.t(`panel.tone.${need.tone}`)}</Fact>
          <Fact name={i18n.t('panel.need.seen')}>
            {i18n.t('panel.need.messages', ticket.messages.length)}
          </Fact>
          {hidden > 0 && (
            <Fact name={i18n.t('panel.need.takenOut')} tone="warn">
              {i18n.t('panel.need.hidden', hidden)}
            </Fact>
          )}
          {ticket.gaps.length > 0 && (
            <Fact name={i18n.t('panel.need.notSeen')} tone="warn">
              {listOf(ticket.gaps)}
            </Fact>
          )}
        </dl>
      </div>
    </section>
  );
}

/** The ask, with the customer's own words under it. */
function AskText({ ask, ticket }: { ask: Ask; ticket: Ticket }) {
  const message = ask.quote && ticket.messages.find((each) => each.id === ask.quote?.messageId);
  const quote = message ? message.text.slice(ask.quote?.start, ask.quote?.end).trim() : '';
  return (
    <span>
      <span dir="auto">{ask.text}</span>
      {quote !== '' && quote !== ask.text.trim() && (
        <span className={styles.quote} dir="auto">
          {i18n.t('panel.need.quote', [quote])}
        </span>
      )}
    </span>
  );
}

function Fact({ name, tone, children }: { name: string; tone?: 'warn'; children: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={tone && styles[tone]}>{children}</dd>
    </>
  );
}
