import Ellipsis from 'lucide-react/icons/ellipsis';
import ExternalLink from 'lucide-react/icons/external-link';
import EyeOff from 'lucide-react/icons/eye-off';
import Flag from 'lucide-react/icons/flag';
import LinkIcon from 'lucide-react/icons/link';
import Pin from 'lucide-react/icons/pin';
import PinOff from 'lucide-react/icons/pin-off';
import { memo } from 'react';
import { i18n } from '#i18n';
import type { Source } from '@/lib/draft/session/session-state';
import { FootnoteChip } from '../draft/mark-chips';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { Menu, type MenuItem } from '../ui/menu';
import { MarkedText } from './marked-text';
import { kindName, sourceState } from './source-words';
import styles from './sources.module.css';

export interface SourceActions {
  onPin: (source: Source) => void;
  /** Leaves the article out and drafts again. */
  onLeaveOut: (source: Source) => void;
  onOpenArticle: (source: Source) => void;
  onArticleWrong?: ((source: Source) => void) | undefined;
  /** Puts a link to the article into the draft. */
  onInsertLink?: ((source: Source) => void) | undefined;
}

export interface FootnoteListProps extends SourceActions {
  sources: readonly Source[];
  /** The draft makes no use of them: nearest articles, listed and said so. */
  notUsed?: boolean;
  openNumber: number | null;
  now: number;
  onOpenSource: (number: number, claim: null) => void;
}

/** As in a book: under a short rule, number first. Drawn anew only with other sources: it stands below what is typed. */
export const FootnoteList = memo(function FootnoteList({
  sources,
  notUsed,
  openNumber,
  now,
  onOpenSource,
  ...actions
}: FootnoteListProps) {
  if (sources.length === 0) return null;
  return (
    <section className={styles.notes} aria-labelledby="footnotes-name">
      <h2 id="footnotes-name" className={notUsed ? styles.name : 'visually-hidden'}>
        {i18n.t(notUsed ? 'panel.sources.nearest' : 'panel.sources.name')}
      </h2>
      <ol>
        {sources.map((source) => (
          <li key={source.number} className={styles.note}>
            <span className={styles.number}>
              <FootnoteChip
                number={source.number}
                source={source}
                open={source.number === openNumber}
                onOpen={() => onOpenSource(source.number, null)}
              />
            </span>
            <Entry source={source} now={now} />
            <Menu
              name={i18n.t('panel.sources.actionsFor', [source.title])}
              items={menuItems(source, actions)}
              trigger={(button) => (
                <IconButton
                  {...button}
                  glyph={Ellipsis}
                  size={24}
                  className={styles.more}
                  name={i18n.t('panel.sources.actionsFor', [source.title])}
                />
              )}
            />
          </li>
        ))}
      </ol>
    </section>
  );
});

function Entry({ source, now }: { source: Source; now: number }) {
  const { words, tone } = sourceState(source, now);
  return (
    <div className={styles.entry}>
      <p className={styles.head}>
        {source.pinned && (
          <>
            <Icon glyph={Pin} size={12} className={styles.pin} />
            <span className="visually-hidden">{i18n.t('panel.source.pinned')} </span>
          </>
        )}
        <b>{source.title}</b>
        <span className={styles.facts}>
          {kindName(source.kind)} · <span className={styles[tone]}>{words}</span>
        </span>
      </p>
      <p className={styles.quote}>
        <MarkedText text={source.text} marks={source.marks} fromFirstMark />
      </p>
    </div>
  );
}

function menuItems(source: Source, actions: SourceActions): MenuItem[] {
  const { onPin, onLeaveOut, onOpenArticle, onArticleWrong, onInsertLink } = actions;
  const items: MenuItem[] = [
    {
      id: 'pin',
      label: i18n.t(source.pinned ? 'panel.sources.unpin' : 'panel.sources.pin'),
      icon: source.pinned ? PinOff : Pin,
      letter: 'p',
      onChoose: () => onPin(source),
    },
    {
      id: 'leave-out',
      label: i18n.t('panel.sources.leaveOut'),
      icon: EyeOff,
      letter: 'x',
      onChoose: () => onLeaveOut(source),
    },
    {
      id: 'open',
      label: i18n.t('panel.sources.open'),
      icon: ExternalLink,
      letter: 'o',
      onChoose: () => onOpenArticle(source),
    },
  ];
  if (onInsertLink && source.url) {
    items.push({
      id: 'link',
      label: i18n.t('panel.sources.link'),
      icon: LinkIcon,
      letter: 'l',
      onChoose: () => onInsertLink(source),
    });
  }
  if (onArticleWrong) {
    items.push({
      id: 'wrong',
      label: i18n.t('panel.sources.wrong'),
      icon: Flag,
      letter: 'g',
      apart: true,
      onChoose: () => onArticleWrong(source),
    });
  }
  return items;
}
