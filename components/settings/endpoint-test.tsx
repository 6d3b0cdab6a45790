import CircleCheck from 'lucide-react/icons/circle-check';
import CircleMinus from 'lucide-react/icons/circle-minus';
import CircleX from 'lucide-react/icons/circle-x';
import RotateCw from 'lucide-react/icons/rotate-cw';
import { i18n } from '#i18n';
import type { ProbeCheck } from '@/lib/model/contract';
import type {
  EndpointTest,
  PreferencesActions,
  PreferencesState,
} from '@/lib/workspace/settings/preferences';
import { Button } from '../ui/button';
import { clockTime } from '../ui/format';
import { Icon } from '../ui/icon';
import styles from './settings.module.css';

/** Eight checks in plain words; the headline tells the worst of them. */
export function EndpointTestView({
  state,
  isLocked,
  actions,
}: {
  state: PreferencesState;
  /** The key waits for its passphrase. */
  isLocked: boolean;
  actions: PreferencesActions;
}) {
  const { test, settings, addressProblem } = state;
  const checks = test.state === 'running' || test.state === 'done' ? test.checks : [];
  const hasAddress = addressProblem === null && settings.endpoint.baseUrl.trim() !== '';
  const off = settings.nothingLeaves
    ? i18n.t('workspace.settings.endpointOff')
    : !hasAddress
      ? i18n.t('workspace.settings.testNoAddress')
      : isLocked
        ? i18n.t('workspace.settings.testLocked')
        : null;
  return (
    <>
      <div className={styles.testHead}>
        <h2 className={styles.heading}>{headline(test)}</h2>
        {test.state === 'running' ? (
          <Button compact busy onClick={actions.stopTest}>
            {i18n.t('workspace.settings.testStop')}
          </Button>
        ) : (
          <Button compact icon={RotateCw} off={off} onClick={actions.test}>
            {i18n.t(test.state === 'none' ? 'workspace.settings.test' : 'workspace.settings.testAgain')}
          </Button>
        )}
      </div>
      <p className={styles.note} role="status">
        {off ?? statusText(test)}
      </p>
      <ul className={styles.checks}>
        {checks.map((check) => (
          <Check key={check.check} check={check} />
        ))}
      </ul>
    </>
  );
}

function headline(test: EndpointTest): string {
  if (test.state === 'running') return i18n.t('workspace.settings.testRunning');
  if (test.state !== 'done') return i18n.t('workspace.settings.testName');
  if (test.checks.some((check) => check.state === 'failed')) return i18n.t('workspace.settings.testFails');
  // No list of embeddings is no gap: nothing here uses them.
  const hasGap = test.checks.some((check) => check.state === 'not-offered' && check.check !== 'embeddings');
  return hasGap ? i18n.t('workspace.settings.testGap') : i18n.t('workspace.settings.testWorks');
}

function statusText(test: EndpointTest): string {
  if (test.state === 'not-permitted') return i18n.t('workspace.settings.testNotPermitted', [test.origin]);
  return test.state === 'done'
    ? i18n.t('workspace.settings.testAt', [clockTime(test.at)])
    : i18n.t('workspace.settings.testNone');
}

const glyphs = {
  ok: CircleCheck,
  failed: CircleX,
  'not-offered': CircleMinus,
  'not-reached': CircleMinus,
} as const;
const tones = { ok: 'passed', failed: 'broken', 'not-offered': 'absent', 'not-reached': 'absent' } as const;

function Check({ check: { check, state, detail } }: { check: ProbeCheck }) {
  return (
    <li className={styles.check}>
      <span className={styles[tones[state]]}>
        <Icon glyph={glyphs[state]} />
      </span>
      <span>
        <span className={styles.checkName}>{i18n.t(`workspace.settings.check.${check}`)}</span>{' '}
        <span className="visually-hidden">{stateName(state)}</span>
        <span className={styles.checkText}>{checkText(check, state, detail)}</span>
        {state === 'failed' && detail !== '' && <span className={styles.checkDetail}>{detail}</span>}
      </span>
    </li>
  );
}

function stateName(state: ProbeCheck['state']): string {
  if (state === 'ok' || state === 'failed') return i18n.t(`workspace.settings.state.${state}`);
  return state === 'not-offered'
    ? i18n.t('workspace.settings.state.notOffered')
    : i18n.t('workspace.settings.state.notReached');
}

function checkText(check: ProbeCheck['check'], state: ProbeCheck['state'], detail: string): string {
  if (state === 'failed') return i18n.t(`workspace.settings.fails.${check}`);
  if (state === 'not-offered') return i18n.t(`workspace.settings.lacks.${check}`);
  return state === 'not-reached' ? stateName(state) : detail;
}
