import ShieldAlert from 'lucide-react/icons/shield-alert';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { i18n } from '#i18n';
import type { Caution, Need } from '@/lib/ticket/need';
import type { Ticket } from '@/lib/ticket/ticket';
import { Banner } from '../ui/banner';
import { Disclosure } from '../ui/disclosure';
import styles from './ticket.module.css';

/** Fewer characters that nobody sees are how mail programs write, and only counted in the need card. */
const hiddenWords = 12;
const secrets = ['password', 'key', 'card'] as const;

/** What the agent should know of the customer's words before answering them. Nothing where there is nothing. */
export function TicketCautions({ need, ticket }: { need: Need | null; ticket: Ticket }) {
  const cautions = need?.cautions ?? [];
  const hidden = hiddenCharacters(ticket);
  const told = secrets.filter((secret) => cautions.some(({ about }) => about === secret));
  const toMachine = cautions.filter(({ about }) => about === 'machine');
  return (
    <>
      {told.length > 0 && (
        <div className={styles.caution}>
          <Banner tone="warn" shape="block" icon={ShieldAlert}>
            {told.map((secret) => i18n.t(`panel.caution.${secret}`)).join(' ')}
          </Banner>
        </div>
      )}
      {(toMachine.length > 0 || hidden >= hiddenWords) && (
        <div className={styles.caution}>
          <Banner
            tone="warn"
            shape="block"
            icon={TriangleAlert}
            actions={toMachine.length > 0 && <MachineWords cautions={toMachine} ticket={ticket} />}
          >
            {[
              toMachine.length > 0 && i18n.t('panel.caution.machine'),
              hidden >= hiddenWords && i18n.t('panel.caution.hidden', hidden),
            ]
              .filter(Boolean)
              .join(' ')}
          </Banner>
        </div>
      )}
    </>
  );
}

/** Characters of the ticket's messages that no reader sees and that were taken out. */
export function hiddenCharacters(ticket: Ticket): number {
  return ticket.messages.reduce((sum, { hidden = 0 }) => sum + hidden, 0);
}

/** The words themselves, behind one press: they are not for reading in passing. */
function MachineWords({ cautions, ticket }: { cautions: readonly Caution[]; ticket: Ticket }) {
  return (
    <Disclosure title={i18n.t('panel.caution.show')}>
      <ul className={styles.cautionWords}>
        {cautions.map((caution) => (
          <li key={`${caution.messageId} ${caution.start}`} dir="auto">
            {i18n.t('panel.need.quote', [wordsAt(caution, ticket)])}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function wordsAt({ messageId, start, end }: Caution, ticket: Ticket): string {
  const message = ticket.messages.find(({ id }) => id === messageId);
  return (messageId === null ? ticket.subject : (message?.text ?? '')).slice(start, end);
}
