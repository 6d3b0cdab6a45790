import Archive from 'lucide-react/icons/archive';
import CircleCheck from 'lucide-react/icons/circle-check';
import Maximize2 from 'lucide-react/icons/maximize-2';
import Pencil from 'lucide-react/icons/pencil';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Article } from '@/lib/knowledge/article';
import { verificationDueOn } from '@/lib/knowledge/validity';
import { standingOf } from '@/lib/workspace/articles/article-list';
import { Button } from '../ui/button';
import { shortDate } from '../ui/format';
import { IconButton } from '../ui/icon-button';
import styles from './article-detail.module.css';
import { StandingMark } from './article-row';
import {
  audienceName,
  authorName,
  dateBasisName,
  forceText,
  kindName,
  localeText,
  marketText,
  systemName,
} from './article-words';
import { AskedList } from './asked-list';
import { MarkdownView } from './markdown-view';
import { SlotList } from './slot-list';

export interface ArticleDetailProps {
  article: Article | null;
  /** It is the former one; the words of the one under the cursor are being read. */
  isStale: boolean;
  today: string;
  now: number;
  onEdit: (id: string) => void;
  onVerify: () => void;
  onArchive: () => void;
  onForget: (articleId: string, question: string) => void;
  onClose: () => void;
}

/** The article under the cursor: its words first, then what holds for it and what can be done. */
export function ArticleDetail({
  article,
  isStale,
  today,
  now,
  onEdit,
  onVerify,
  onArchive,
  onForget,
  onClose,
}: ArticleDetailProps) {
  if (!article) return <aside className={styles.side} aria-label={i18n.t('workspace.detail.name')} />;
  const about = [
    kindName(article.kind),
    audienceName(article.audience),
    i18n.t('workspace.detail.version', [article.version]),
  ];
  return (
    <aside
      className={styles.side}
      aria-label={i18n.t('workspace.detail.name')}
      aria-busy={isStale || undefined}
    >
      <div className={styles.head}>
        <p className={styles.about}>{about.join(' · ')}</p>
        <IconButton
          glyph={Maximize2}
          name={i18n.t('workspace.detail.open')}
          keys="Enter"
          onClick={() => onEdit(article.id)}
        />
        <IconButton
          glyph={X}
          name={i18n.t('workspace.detail.close')}
          keys="Esc"
          className={styles.close}
          onClick={onClose}
        />
      </div>
      <h2 className={styles.title}>{article.title}</h2>
      <div className={styles.words} lang={article.locale || undefined} dir="auto">
        <MarkdownView text={article.body} compact keepLines={article.kind === 'canned-reply'} />
      </div>
      <section className={styles.section}>
        <Facts article={article} today={today} now={now} />
      </section>
      {article.kind === 'canned-reply' && <SlotList text={article.body} actions={article.actions ?? []} />}
      <AskedList questions={article.askedAs} onForget={(question) => onForget(article.id, question)} />
      <div className={styles.actions}>
        <Button compact icon={Pencil} keys="E" onClick={() => onEdit(article.id)}>
          {i18n.t('workspace.detail.edit')}
        </Button>
        <Button compact icon={CircleCheck} keys="V" onClick={onVerify}>
          {i18n.t('workspace.detail.verify')}
        </Button>
        {article.status !== 'archived' && (
          <Button compact variant="ghost" icon={Archive} keys="A" onClick={onArchive}>
            {i18n.t('workspace.detail.archive')}
          </Button>
        )}
      </div>
    </aside>
  );
}

function Facts({ article, today, now }: { article: Article; today: string; now: number }) {
  const dueOn = verificationDueOn(article);
  const standing = standingOf(article, today);
  const verified =
    article.verification &&
    (dueOn
      ? i18n.t('workspace.detail.again', [shortDate(article.verification.at, now), shortDate(dueOn, now)])
      : i18n.t('workspace.detail.verifiedBy', [
          shortDate(article.verification.at, now),
          authorName(article.verification.by),
        ]));
  return (
    <dl className={styles.facts}>
      <Fact name={i18n.t('workspace.detail.inForce')}>{forceText(article, now)}</Fact>
      {(article.validFrom || article.validUntil) && (
        <Fact name={i18n.t('workspace.detail.dateUsed')}>{dateBasisName(article.dateBasis)}</Fact>
      )}
      <Fact name={i18n.t('workspace.detail.owner')}>
        {article.owner ?? i18n.t('workspace.list.ownerNone')}
      </Fact>
      <Fact name={i18n.t('workspace.detail.verified')}>
        {standing.state === 'verified' ? verified : <StandingMark standing={standing} now={now} />}
      </Fact>
      <Fact name={i18n.t('workspace.detail.market')}>{marketText(article.market)}</Fact>
      {article.locale !== '' && (
        <Fact name={i18n.t('workspace.detail.language')}>{localeText(article.locale)}</Fact>
      )}
      {article.productScope.length > 0 && (
        <Fact name={i18n.t('workspace.detail.products')}>{article.productScope.join(', ')}</Fact>
      )}
      {article.tags.length > 0 && (
        <Fact name={i18n.t('workspace.detail.tags')}>{article.tags.join(', ')}</Fact>
      )}
      <Fact name={i18n.t('workspace.detail.source')}>
        <Source article={article} />
      </Fact>
    </dl>
  );
}

function Source({ article: { source } }: { article: Article }) {
  if (!source) return i18n.t('workspace.system.workspace');
  const name = systemName(source.system);
  if (!source.url || !/^https:/.test(source.url)) return name;
  return (
    <a href={source.url} target="_blank" rel="noreferrer">
      {i18n.t('workspace.detail.sourceLink', [name])}
    </a>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
