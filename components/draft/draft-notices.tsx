import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { i18n } from '#i18n';
import type { Alternative } from '@/lib/draft/session/session-state';
import { languageName } from '../ui/format';
import { Icon } from '../ui/icon';
import styles from './under-draft.module.css';

/** What was taken out of a draft, and what it is not: one line each, told as long as this version stands. */
export function DraftNotices({
  warnings,
  language,
}: {
  warnings: Alternative['warnings'];
  /** BCP 47 of the reply that was asked for. */
  language: string | null;
}) {
  const lines = [
    warnings.includes('words-only') && i18n.t('panel.draftNotice.wordsOnly'),
    warnings.includes('claims-unchecked') && i18n.t('panel.draftNotice.claimsUnchecked'),
    warnings.includes('link-removed') && i18n.t('panel.draftNotice.linkRemoved'),
    warnings.includes('rules-removed') && i18n.t('panel.draftNotice.rulesRemoved'),
    warnings.includes('not-a-reply') && i18n.t('panel.draftNotice.notAReply'),
    warnings.includes('other-language') &&
      (language
        ? i18n.t('panel.draftNotice.otherLanguage', [languageName(language)])
        : i18n.t('panel.draftNotice.mixedLanguage')),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <ul className={styles.notices}>
      {lines.map((line) => (
        <li key={line}>
          <Icon glyph={TriangleAlert} size={12} />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}
