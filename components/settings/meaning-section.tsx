import { i18n } from '#i18n';
import { meaningBar, meaningSpace } from '@/lib/settings/meaning';
import type { Settings } from '@/lib/settings/schema';
import type { MeaningActions, MeaningState } from '@/lib/workspace/meaning/meaning';
import type { MeaningSurvey } from '@/lib/workspace/meaning/meaning-survey';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Progress } from '../ui/progress';
import { companyName } from './company-words';
import { meaningFailureText, sendingText, standText } from './meaning-words';
import { ModelField } from './model-field';
import { PriceFields } from './price-fields';
import styles from './settings.module.css';
import { SwitchCard } from './switch-card';

export interface MeaningSectionProps {
  settings: Settings;
  /** Of the endpoint, as far as they were listed. */
  models: readonly { readonly id: string }[];
  isLocked: boolean;
  state: MeaningState;
  actions: MeaningActions;
}

/** Off until somebody wants it. What it sends, how much and for what price stands there before the start. */
export function MeaningSection(props: MeaningSectionProps) {
  const { settings, state, actions } = props;
  const { meaning, company } = settings;
  const isForbidden = meaningBar(settings) === 'company';
  const isOn = meaning.isOn && !isForbidden;
  return (
    <>
      <SwitchCard
        title={i18n.t('workspace.settings.meaning')}
        text={i18n.t('workspace.settings.meaningText')}
        isOn={isOn}
        setBy={isForbidden ? companyName(company) : undefined}
        onChange={(next) => actions.change({ isOn: next })}
      />
      {isOn && (
        <section className={styles.form} aria-label={i18n.t('workspace.settings.meaning')}>
          <p className={styles.note}>{i18n.t('workspace.settings.meaningSends')}</p>
          {settings.askBefore && (
            <p className={styles.note}>{i18n.t('workspace.settings.meaningAskBefore')}</p>
          )}
          <ModelFields {...props} />
          <PriceFields
            price={meaning.price}
            hint={i18n.t('workspace.settings.meaningPriceHint')}
            onChange={(price) => actions.change({ price })}
          />
          {state.survey && <Stand {...props} survey={state.survey} />}
        </section>
      )}
    </>
  );
}

function ModelFields({ settings: { meaning }, models, state, actions }: MeaningSectionProps) {
  const isRunning = state.run.state === 'running';
  return (
    <div className={styles.pair}>
      <ModelField
        name={i18n.t('workspace.settings.meaningModel')}
        hint={i18n.t('workspace.settings.meaningModelHint')}
        value={meaning.model}
        models={models}
        readOnly={isRunning}
        onChange={(model) => actions.change({ model })}
      />
      <Field
        showName
        name={i18n.t('workspace.settings.meaningDimensions')}
        type="number"
        min={16}
        max={8192}
        readOnly={isRunning}
        value={meaning.dimensions ?? ''}
        hint={i18n.t('workspace.settings.meaningDimensionsHint')}
        onChange={(event) => {
          const dimensions = event.currentTarget.valueAsNumber;
          actions.change({ dimensions: dimensions >= 1 ? Math.round(dimensions) : null });
        }}
      />
    </div>
  );
}

function Stand({
  settings,
  isLocked,
  state: { run },
  survey,
  actions,
}: MeaningSectionProps & { survey: MeaningSurvey }) {
  const isOurs = survey.space === meaningSpace(settings);
  const left = isOurs ? survey.missing : { passages: survey.passages, tokens: survey.tokens };
  if (run.state === 'running') {
    const { done, of, tokens } = run;
    const text = i18n.t('workspace.settings.meaningRunning', of, [
      done.toLocaleString(),
      of.toLocaleString(),
      tokens.toLocaleString(),
    ]);
    const stop = { label: i18n.t('workspace.settings.meaningPause'), onStop: actions.pause };
    return <Progress done={done} of={Math.max(of, 1)} text={text} stop={stop} />;
  }
  const stale = isOurs ? survey.stale : 0;
  return (
    <>
      <p role="status">
        {survey.passages === 0
          ? i18n.t('workspace.settings.meaningNoArticles')
          : standText(survey, left.passages)}
      </p>
      {run.state === 'failed' && (
        <Banner shape="block" tone="warn" fact={i18n.t('workspace.settings.meaningStopped')}>
          {meaningFailureText(run.failure)}
        </Banner>
      )}
      {left.passages > 0 && (
        <p className={styles.note}>{sendingText(left.passages, left.tokens, settings.meaning.price)}</p>
      )}
      {left.passages === 0 && stale > 0 && (
        <p className={styles.note}>{i18n.t('workspace.settings.meaningStale', stale)}</p>
      )}
      <div className={styles.passphrase}>
        {left.passages + stale > 0 && (
          <Button off={offText(settings, isLocked)} onClick={actions.start}>
            {left.passages > 0
              ? i18n.t('workspace.settings.meaningStart', left.passages, [left.passages.toLocaleString()])
              : i18n.t('workspace.settings.meaningTakeUp', stale)}
          </Button>
        )}
        {survey.space !== null && (
          <Button variant="ghost" onClick={actions.remove}>
            {i18n.t('workspace.settings.meaningRemove')}
          </Button>
        )}
        <span className={styles.note}>{offText(settings, isLocked)}</span>
      </div>
    </>
  );
}

/** Why nothing can be sent now; `null`: it can. */
function offText(settings: Settings, isLocked: boolean): string | null {
  const bar = meaningBar(settings);
  if (bar === 'nothing-leaves') return i18n.t('workspace.settings.endpointOff');
  if (bar !== null) return i18n.t('workspace.settings.testNoAddress');
  if (settings.meaning.model === '') return i18n.t('workspace.settings.meaningNoModel');
  return isLocked ? i18n.t('workspace.settings.testLocked') : null;
}
