import BookOpen from 'lucide-react/icons/book-open';
import ChevronRight from 'lucide-react/icons/chevron-right';
import FlaskConical from 'lucide-react/icons/flask-conical';
import FolderUp from 'lucide-react/icons/folder-up';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import { i18n } from '#i18n';
import { Icon } from '../ui/icon';
import { Progress } from '../ui/progress';
import styles from './first-run.module.css';
import type { KnowledgeWay, PanelProps } from './panel-props';

const glyphs = { files: FolderUp, guide: BookOpen, macros: MessageSquareText, demo: FlaskConical } as const;
const ways: readonly KnowledgeWay[] = ['files', 'guide', 'macros', 'demo'];

/** From here on a draft has something to stand on. */
const enoughToDraft = 20;

export interface FirstRunProps {
  importing: PanelProps['importing'];
  /** The page has a header with the customer's name already. */
  level: 1 | 2;
  onBring: (way: KnowledgeWay) => void;
  onStop?: (() => void) | undefined;
}

/** Before anything else: four ways to bring knowledge, no account, no key. */
export function FirstRun({ importing, level, onBring, onStop }: FirstRunProps) {
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.firstRun}>
      <div className={styles.intro}>
        <Title className={styles.title}>{i18n.t('panel.firstRun.title')}</Title>
        <p className={styles.text}>{i18n.t('panel.firstRun.text')}</p>
      </div>
      {importing ? (
        <div className={styles.importing}>
          <Progress
            done={importing.done}
            of={importing.of}
            text={i18n.t('panel.firstRun.importing', importing.of, [importing.done, importing.of])}
            stop={onStop && { label: i18n.t('panel.draft.stop'), onStop }}
          />
          {importing.done >= enoughToDraft && (
            <p className={styles.text}>{i18n.t('panel.firstRun.canDraft')}</p>
          )}
        </div>
      ) : (
        <ul className={styles.ways}>
          {ways.map((way) => (
            <li key={way}>
              <button type="button" className={styles.way} onClick={() => onBring(way)}>
                <Icon glyph={glyphs[way]} />
                <span className={styles.words}>
                  <span className={styles.name}>{i18n.t(`panel.way.${way}`)}</span>
                  <span className={styles.detail}>{i18n.t(`panel.way.${way}Detail`)}</span>
                </span>
                <Icon glyph={ChevronRight} size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.foot}>{i18n.t('panel.firstRun.withoutModel')}</p>
    </div>
  );
}
