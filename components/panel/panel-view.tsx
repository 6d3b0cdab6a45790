import { i18n } from '#i18n';
import { PlainHeader } from '../ticket/ticket-header';
import { classNames } from '../ui/class-names';
import { Tooltips } from '../ui/tooltips';
import { FirstRun } from './first-run';
import { NoTicket } from './no-ticket';
import { NoticeBanner } from './notice-banner';
import { NoticeToast } from './notice-toast';
import styles from './panel.module.css';
import type { PanelProps } from './panel-props';
import { StatusLine } from './status-line';
import { TicketPanel } from './ticket-panel';

/** The side panel: one column whose head, ledger line and foot never move; only the middle scrolls. */
export function PanelView(props: PanelProps) {
  const { session, connection, articles, importing, writer, maskedValues, notice, actions } = props;
  const { ticket } = session;
  const hasTicket = connection.state === 'ticket' && ticket !== null;
  const isFirstRun = articles === 0;
  return (
    <main className={classNames(styles.panel)}>
      {hasTicket && !isFirstRun && <TicketPanel key={session.ticketKey} {...props} ticket={ticket} />}
      {hasTicket && isFirstRun && (
        <PlainHeader
          title={ticket.customer.name ?? i18n.t('panel.header.unknownCustomer')}
          fact={i18n.t('panel.header.ticket', [ticket.id])}
        />
      )}
      {(!hasTicket || isFirstRun) && <NoticeBanner notice={notice} actions={actions} />}
      {isFirstRun && (
        <div className={styles.middle}>
          <FirstRun
            importing={importing}
            level={hasTicket ? 2 : 1}
            onBring={actions.bringKnowledge}
            onStop={actions.stopImport}
          />
        </div>
      )}
      {!hasTicket && !isFirstRun && <NoTicket {...props} />}
      <StatusLine
        writer={writer}
        maskedValues={maskedValues}
        onViewRequest={actions.viewRequest}
        withKeys={hasTicket && !isFirstRun}
      />
      <NoticeToast notice={notice} actions={actions} />
      <Tooltips />
    </main>
  );
}
