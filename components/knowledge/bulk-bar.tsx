import Archive from 'lucide-react/icons/archive';
import CircleCheck from 'lucide-react/icons/circle-check';
import Download from 'lucide-react/icons/download';
import { i18n } from '#i18n';
import type { ArticlesActions } from '@/lib/workspace/articles/articles';
import { Button } from '../ui/button';
import styles from './articles.module.css';

/** Stands in the place of the filters while articles are chosen. */
export function BulkBar({ count, rows, actions }: { count: number; rows: number; actions: ArticlesActions }) {
  return (
    <fieldset className={styles.toolbar}>
      <legend className="visually-hidden">{i18n.t('workspace.bulk.name')}</legend>
      <strong className={styles.chosen}>{i18n.t('workspace.bulk.chosen', count)}</strong>
      <Button compact icon={CircleCheck} keys="V" onClick={actions.verify}>
        {i18n.t('workspace.bulk.verify')}
      </Button>
      <Button compact icon={Archive} keys="A" onClick={actions.archive}>
        {i18n.t('workspace.bulk.archive')}
      </Button>
      <Button compact icon={Download} onClick={actions.download}>
        {i18n.t('workspace.bulk.download')}
      </Button>
      {count < rows && (
        <Button compact variant="ghost" onClick={actions.selectAll}>
          {i18n.t('workspace.bulk.all', [rows])}
        </Button>
      )}
      <Button compact variant="ghost" keys="Esc" onClick={actions.clearSelection}>
        {i18n.t('workspace.bulk.clear')}
      </Button>
    </fieldset>
  );
}
