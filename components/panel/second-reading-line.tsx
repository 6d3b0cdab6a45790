import { i18n } from '#i18n';
import type { SecondReading, SecondReadingFailure } from '@/lib/draft/ledger/second-reading/opinion';
import { Button } from '../ui/button';
import { modelFailureText } from './failure-words';
import type { PanelActions } from './panel-props';
import styles from './second-reading-line.module.css';

export interface SecondReadingLineProps {
  /** Left out: this version was not read a second time. */
  reading: SecondReading | undefined;
  /** The settings ask for it. */
  isOn: boolean;
  /** Sentences that it alone marks, as they stand now. */
  doubted: number;
  actions: PanelActions;
}

/** What the second reading is at, in words, under the draft; nothing waits for it. */
export function SecondReadingLine({ reading, isOn, doubted, actions }: SecondReadingLineProps) {
  if (!reading && !isOn) return null;
  const isThere = reading !== undefined && reading.sentences > 0;
  const { viewSecondRequest, readDraftAgain } = actions;
  const isOffered = isOn && reading?.state !== 'reading' && reading?.state !== 'unavailable';
  const again = isOffered ? againName(reading) : null;
  return (
    <div className={styles.line}>
      <p>{readingWords(reading, doubted)}</p>
      {isThere && reading.state !== 'waiting' && viewSecondRequest && (
        <Button variant="link" className={styles.link} onClick={() => viewSecondRequest()}>
          {i18n.t('panel.second.viewRequest')}
        </Button>
      )}
      {again !== null && readDraftAgain && (
        <Button variant="link" className={styles.link} onClick={() => readDraftAgain()}>
          {again}
        </Button>
      )}
    </div>
  );
}

function againName(reading: SecondReading | undefined): string {
  if (reading === undefined) return i18n.t('panel.second.read');
  return i18n.t(reading.state === 'waiting' ? 'panel.second.see' : 'panel.second.again');
}

function readingWords(reading: SecondReading | undefined, doubted: number): string {
  if (reading === undefined) return i18n.t('panel.second.none');
  const { state, sentences, failure } = reading;
  switch (state) {
    case 'waiting':
      return i18n.t('panel.second.waiting', sentences);
    case 'reading':
      return i18n.t('panel.second.reading', sentences);
    case 'unavailable':
      return i18n.t('panel.second.unavailable');
    case 'failed':
      return i18n.t('panel.second.failed', [failure ? failureWords(failure) : '']);
    case 'read':
      if (sentences === 0) return i18n.t('panel.second.nothing');
      return i18n.t('panel.second.done', doubted, [doubted, sentences]);
  }
}

function failureWords(failure: SecondReadingFailure): string {
  switch (failure.code) {
    case 'busy':
      return i18n.t('panel.second.busy');
    case 'not-understood':
      return i18n.t('panel.second.notUnderstood');
    case 'cut':
      return i18n.t('panel.second.cut');
    case 'timed-out':
      return i18n.t('panel.second.timedOut', [failure.seconds]);
    default:
      return modelFailureText(failure).sentence;
  }
}
