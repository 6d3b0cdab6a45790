import CirclePlus from 'lucide-react/icons/circle-plus';
import Forward from 'lucide-react/icons/forward';
import Lock from 'lucide-react/icons/lock';
import MessageCircleQuestion from 'lucide-react/icons/message-circle-question';
import Search from 'lucide-react/icons/search';
import { i18n } from '#i18n';
import type { Alternative } from '@/lib/draft/session/session-state';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import styles from './panel.module.css';
import type { PanelActions } from './panel-props';

export function PartialNote({
  alternative,
  words,
  onDraftAgain,
}: {
  alternative: Alternative;
  words: number;
  onDraftAgain: () => void;
}) {
  const isCut = alternative.finished !== 'stopped';
  return (
    <div className={styles.block}>
      <Banner
        tone={isCut ? 'warn' : 'info'}
        shape="block"
        actions={
          <Button compact onClick={onDraftAgain}>
            {i18n.t('panel.draft.again')}
          </Button>
        }
      >
        {alternative.finished === 'length' && i18n.t('panel.partial.length', words)}
        {alternative.finished === 'stopped' && i18n.t('panel.partial.stopped', words)}
        {alternative.finished !== 'length' &&
          alternative.finished !== 'stopped' &&
          i18n.t('panel.partial.cut', words)}
      </Banner>
    </div>
  );
}

export function WeakNote({ isNone }: { isNone: boolean }) {
  return (
    <div className={styles.block}>
      <Banner tone="warn" shape="block">
        {i18n.t(isNone ? 'panel.weak.none' : 'panel.weak.weak')}
      </Banner>
    </div>
  );
}

export function NoteForColleagues() {
  return (
    <div className={styles.block}>
      <Banner tone="info" icon={Lock} shape="block">
        {i18n.t('panel.handOff.forColleagues')}
      </Banner>
    </div>
  );
}

/** What else can be done where the articles do not answer. */
export function Instead({
  actions,
  onSearchArticles,
}: {
  actions: PanelActions;
  onSearchArticles: () => void;
}) {
  const choices = [
    {
      key: undefined,
      icon: MessageCircleQuestion,
      label: i18n.t('panel.action.askCustomer'),
      run: actions.askCustomer,
    },
    { key: undefined, icon: Forward, label: i18n.t('panel.action.handOff'), run: actions.handOff },
    {
      key: undefined,
      icon: Search,
      label: i18n.t('panel.search.name'),
      run: onSearchArticles,
    },
    { key: undefined, icon: CirclePlus, label: i18n.t('panel.action.tellLead'), run: actions.tellLead },
  ].filter((choice) => choice.run);
  if (choices.length === 0) return null;
  return (
    <section className={styles.instead} aria-labelledby="instead-name">
      <h2 id="instead-name">{i18n.t('panel.weak.instead')}</h2>
      <ul>
        {choices.map((choice) => (
          <li key={choice.label}>
            <Button variant="row" icon={choice.icon} onClick={choice.run}>
              {choice.label}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
