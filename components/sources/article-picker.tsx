import ExternalLink from 'lucide-react/icons/external-link';
import { i18n } from '#i18n';
import type { Source } from '@/lib/draft/session/session-state';
import { Button } from '../ui/button';
import { Picker } from '../ui/picker';
import { MarkedText } from './marked-text';
import { kindName, sourceState } from './source-words';
import styles from './sources.module.css';

/** What a search over all articles brought; `none`: nothing was typed. */
export type ArticleFinding =
  | { state: 'none' }
  | { state: 'found'; articles: readonly Source[] }
  | { state: 'failed' };

export interface ArticlePickerProps {
  finding: ArticleFinding;
  /** Articles that are sources of this ticket already. */
  used: ReadonlySet<string>;
  now: number;
  onSearch: (query: string) => void;
  /** Left out where no ticket is open: Enter opens the article then. */
  onUse?: ((source: Source) => void) | undefined;
  onOpenArticle: (source: Source) => void;
  onInsertLink?: ((source: Source) => void) | undefined;
  onClose: () => void;
}

/** Search as you type over all articles, for what the ticket's own words did not find. */
export function ArticlePicker(props: ArticlePickerProps) {
  const { finding, used, now, onSearch, onUse, onOpenArticle, onInsertLink, onClose } = props;
  const articles = finding.state === 'found' ? finding.articles : [];
  return (
    <Picker
      title={i18n.t('panel.search.name')}
      name={i18n.t('panel.search.field')}
      closeName={i18n.t('panel.sheet.close')}
      items={articles.map((source) => ({
        id: source.articleId,
        source,
        title: <Title source={source} isUsed={used.has(source.articleId)} now={now} />,
        preview: <MarkedText text={source.text} marks={source.marks} fromFirstMark />,
      }))}
      empty={(query) => emptyWords(finding, query)}
      onSearch={onSearch}
      onTake={({ source }) => (onUse ?? onOpenArticle)(source)}
      onClose={onClose}
      actions={({ source }) => (
        <>
          {onUse && (
            <Button compact keys="Enter" onClick={() => onUse(source)}>
              {i18n.t(used.has(source.articleId) ? 'panel.search.usePinned' : 'panel.search.use')}
            </Button>
          )}
          {onInsertLink && source.url && (
            <Button compact variant="ghost" onClick={() => onInsertLink(source)}>
              {i18n.t('panel.search.link')}
            </Button>
          )}
          <Button
            compact
            variant="ghost"
            icon={ExternalLink}
            keys={onUse ? undefined : 'Enter'}
            onClick={() => onOpenArticle(source)}
          >
            {i18n.t('panel.sources.open')}
          </Button>
        </>
      )}
    />
  );
}

function Title({ source, isUsed, now }: { source: Source; isUsed: boolean; now: number }) {
  const { words, tone } = sourceState(source, now);
  return (
    <>
      {source.title}
      <span className={styles.foundMeta}>
        {kindName(source.kind)}
        {tone !== 'plain' && <span className={styles[tone]}> {words}</span>}
        {isUsed && ` ${i18n.t('panel.search.used')}`}
      </span>
    </>
  );
}

function emptyWords(finding: ArticleFinding, query: string): string {
  if (finding.state === 'failed') return i18n.t('panel.search.failed');
  if (query.trim() === '' || finding.state === 'none') return i18n.t('panel.search.hint');
  return i18n.t('panel.search.noneFound');
}
