import Lock from 'lucide-react/icons/lock';
import Shield from 'lucide-react/icons/shield';
import { i18n } from '#i18n';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Kbd } from '../ui/kbd';
import type { PanelProps } from './panel-props';
import styles from './status-line.module.css';

export interface StatusLineProps {
  writer: PanelProps['writer'];
  maskedValues: number | null;
  onViewRequest?: (() => void) | undefined;
  withKeys: boolean;
}

/** What left this browser, in one line. */
export function StatusLine({ writer, maskedValues, onViewRequest, withKeys }: StatusLineProps) {
  const leaves = writer.egress.length > 0;
  return (
    <footer className={styles.status}>
      <Icon glyph={leaves ? Shield : Lock} size={12} />
      <span className="clip">{statusWords(writer, maskedValues)}</span>
      {onViewRequest && leaves && withKeys && (
        <Button variant="link" className={styles.link} onClick={onViewRequest}>
          {i18n.t('panel.status.viewRequest')}
        </Button>
      )}
      {withKeys && (
        <span className={styles.keys}>
          <Kbd keys="Ctrl+K" />
        </span>
      )}
    </footer>
  );
}

function statusWords(writer: PanelProps['writer'], maskedValues: number | null): string {
  if (writer.egress.length === 0) return i18n.t('panel.status.nothingLeft');
  if (maskedValues === null) return i18n.t('panel.status.nothingSent', [writer.label]);
  return i18n.t('panel.status.masked', maskedValues);
}

/** Its place while nothing is known yet, so that nothing moves when it comes. */
export function StatusSpace() {
  return <footer className={styles.status} />;
}
