import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import { i18n } from '#i18n';
import { mayErase } from '@/lib/privacy/person-kinds';
import type { PersonActions, PersonState } from '@/lib/workspace/people/person';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import personStyles from './person.module.css';
import { PersonList } from './person-list';
import styles from './settings.module.css';

export interface PersonSectionProps {
  state: PersonState;
  actions: PersonActions;
  /** Milliseconds since 1970, for dates. */
  now: number;
}

/** Everything about one person: find it, take it along, erase it. */
export function PersonSection({ state, actions, now }: PersonSectionProps) {
  const { phase, records } = state;
  const [typed, setTyped] = useState('');
  const erasable = records.filter(mayErase);
  const isLooking = phase === 'looking';
  const isErasing = phase === 'erasing';
  return (
    <section>
      <h2 id="settings-person" tabIndex={-1} className={styles.heading}>
        {i18n.t('workspace.settings.person')}
      </h2>
      <p className={styles.cardText}>{i18n.t('workspace.settings.personText')}</p>
      <form
        className={styles.keyRow}
        onSubmit={(event) => {
          event.preventDefault();
          actions.look(typed);
        }}
      >
        <Field
          showName
          name={i18n.t('workspace.settings.personField')}
          autoComplete="off"
          value={typed}
          hint={i18n.t('workspace.settings.personHint')}
          error={state.isTooShort ? i18n.t('workspace.settings.personShort') : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" busy={isLooking}>
          {i18n.t(isLooking ? 'workspace.settings.personLooking' : 'workspace.settings.personFind')}
        </Button>
      </form>
      <div role="status" className={personStyles.found}>
        <Outcome state={state} />
      </div>
      {records.length > 0 && <PersonList records={records} now={now} />}
      {records.length > 0 && (
        <div className={personStyles.buttons}>
          <Button icon={Download} onClick={actions.download}>
            {i18n.t('workspace.settings.personDownload')}
          </Button>
          {erasable.length > 0 && (
            <Button variant="bad" busy={isErasing} onClick={actions.askErase}>
              {isErasing
                ? i18n.t('workspace.settings.personErasing')
                : i18n.t('workspace.settings.personErase', erasable.length)}
            </Button>
          )}
        </div>
      )}
      {phase === 'asking' && (
        <Dialog title={i18n.t('workspace.settings.personAsk', [state.words])} onClose={actions.cancelErase}>
          <p className={styles.cardText}>{i18n.t('workspace.settings.personAskText', erasable.length)}</p>
          <div className={styles.dialogActions}>
            <Button variant="ghost" data-first onClick={actions.cancelErase}>
              {i18n.t('workspace.settings.personKeep')}
            </Button>
            <Button variant="bad" onClick={actions.erase}>
              {i18n.t('workspace.settings.personErase', erasable.length)}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

function Outcome({ state: { phase, words, records, erased } }: { state: PersonState }) {
  if (phase === 'erased')
    return (
      <Banner shape="block" tone="ok" fact={i18n.t('workspace.settings.personErased', erased)}>
        {i18n.t('workspace.settings.personErasedText')}
      </Banner>
    );
  if (phase === 'left')
    return (
      <Banner shape="block" tone="bad" fact={i18n.t('workspace.settings.personLeft')}>
        {i18n.t('workspace.settings.personLeftText')}
      </Banner>
    );
  if (phase === 'found' && records.length === 0) return i18n.t('workspace.settings.personNothing', [words]);
  if (phase === 'found') return i18n.t('workspace.settings.personFound', records.length);
  return null;
}
