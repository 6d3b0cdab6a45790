import X from 'lucide-react/icons/x';
import { i18n } from '#i18n';
import { IconButton } from '../ui/icon-button';
import styles from './article-detail.module.css';

/** Questions that the article answered before; each can be taken out. */
export function AskedList({
  questions,
  onForget,
}: {
  questions: readonly string[];
  onForget: (question: string) => void;
}) {
  if (questions.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{i18n.t('workspace.detail.asked')}</h3>
      <ul className={styles.asked}>
        {questions.map((question) => (
          <li key={question}>
            <span dir="auto">{question}</span>
            <IconButton
              glyph={X}
              name={i18n.t('workspace.detail.forget', [question])}
              onClick={() => onForget(question)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
