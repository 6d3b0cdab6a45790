import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { StartFooter } from '../draft/start-view';
import { PlainHeader } from '../ticket/ticket-header';
import { warmFormats } from '../ui/format';
import styles from './panel.module.css';
import { StatusSpace } from './status-line';
import { usePanelKeys } from './use-panel-keys';

export interface PanelOpeningProps {
  reading: boolean;
  hint: string;
  /** Draft was pressed already; it begins when the ticket has been read. */
  drafting: boolean;
  onHint: (hint: string) => void;
  onDraft: () => void;
}

/** What stands there from the first paint on, before anything behind the views is loaded: keys count already. */
export function PanelOpening({ reading, hint, drafting, onHint, onDraft }: PanelOpeningProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(warmFormats, []);
  usePanelKeys({ keys: { insert: onDraft } });
  return (
    <main className={styles.panel}>
      <PlainHeader title={i18n.t('app.name')} fact={i18n.t('panel.header.counting')} />
      <div className={styles.middle}>
        <p className={styles.sentence}>{i18n.t(reading ? 'panel.empty.reading' : 'panel.empty.looking')}</p>
      </div>
      <StartFooter hint={hint} busy={drafting} fieldRef={field} onHint={onHint} onDraft={onDraft} />
      <StatusSpace />
    </main>
  );
}
