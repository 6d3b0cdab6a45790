import type { LucideIcon } from 'lucide-react';
import Clock from 'lucide-react/icons/clock';
import Cpu from 'lucide-react/icons/cpu';
import Database from 'lucide-react/icons/database';
import Keyboard from 'lucide-react/icons/keyboard';
import Palette from 'lucide-react/icons/palette';
import PenLine from 'lucide-react/icons/pen-line';
import ScrollText from 'lucide-react/icons/scroll-text';
import UserRound from 'lucide-react/icons/user-round';
import { i18n } from '#i18n';
import type { PreferencesActions, PreferencesState } from '@/lib/workspace/settings/preferences';
import { Icon } from '../ui/icon';
import { PageTop } from '../workspace/page-top';
import { AuditSection, type AuditSectionProps } from './audit-section';
import { companyName } from './company-words';
import { DataSection } from './data-section';
import { DraftingSection, LookSection } from './drafting-section';
import { EndpointForm, type EndpointFormProps } from './endpoint-form';
import { EndpointTestView } from './endpoint-test';
import { KeysSection } from './keys-section';
import { MeaningSection, type MeaningSectionProps } from './meaning-section';
import { PersonSection, type PersonSectionProps } from './person-section';
import { RetentionSection, type RetentionSectionProps } from './retention-section';
import styles from './settings.module.css';
import { SwitchCard } from './switch-card';
import { WriterChoice } from './writer-choice';

export interface SettingsPageProps {
  state: PreferencesState;
  actions: PreferencesActions;
  records: {
    retention: Pick<RetentionSectionProps, 'state' | 'actions'>;
    audit: Pick<AuditSectionProps, 'state' | 'actions'>;
    person: Pick<PersonSectionProps, 'state' | 'actions'>;
  };
  endpointKey: EndpointFormProps['endpointKey'];
  meaning: Pick<MeaningSectionProps, 'state' | 'actions'>;
  articles: number;
  /** Milliseconds since 1970, for dates. */
  now: number;
  onReload: () => void;
}

const sections = [
  'writing',
  'drafting',
  'keys',
  'appearance',
  'retention',
  'audit',
  'person',
  'data',
] as const;
const glyphs: Record<(typeof sections)[number], LucideIcon> = {
  writing: Cpu,
  drafting: PenLine,
  keys: Keyboard,
  appearance: Palette,
  retention: Clock,
  audit: ScrollText,
  person: UserRound,
  data: Database,
};

export function SettingsPage(props: SettingsPageProps) {
  const { state, actions, endpointKey, meaning, records, articles, now, onReload } = props;
  const { settings } = state;
  const isEndpoint = settings.provider === 'openai';
  return (
    <>
      <PageTop title={i18n.t('workspace.settings.title')}>
        <span className={styles.note}>{i18n.t('workspace.settings.saved')}</span>
      </PageTop>
      <div className={styles.columns}>
        <nav className={styles.sections} aria-label={i18n.t('workspace.settings.sections')}>
          {sections.map((section) => (
            <button
              key={section}
              type="button"
              className={styles.jump}
              onClick={() => {
                const heading = document.getElementById(`settings-${section}`);
                heading?.scrollIntoView({ block: 'start' });
                heading?.focus();
              }}
            >
              <Icon glyph={glyphs[section]} />
              <span>{i18n.t(`workspace.settings.${section}`)}</span>
            </button>
          ))}
        </nav>
        <div className={styles.main}>
          <div className={styles.narrow}>
            <SwitchCard
              title={i18n.t('workspace.settings.nothingLeaves')}
              text={i18n.t('workspace.settings.nothingLeavesText')}
              isOn={settings.nothingLeaves}
              setBy={settings.company?.nothingLeaves ? companyName(settings.company) : undefined}
              onChange={(nothingLeaves) => actions.change({ nothingLeaves })}
            />
            <WriterChoice state={state} actions={actions} />
            {isEndpoint && <EndpointForm state={state} actions={actions} endpointKey={endpointKey} />}
            {isEndpoint && (
              <SwitchCard
                title={i18n.t('workspace.settings.maskOrders')}
                text={i18n.t('workspace.settings.maskOrdersText')}
                isOn={settings.maskOrders}
                onChange={(maskOrders) => actions.change({ maskOrders })}
              />
            )}
            {isEndpoint && (
              <SwitchCard
                title={i18n.t('workspace.settings.askBefore')}
                text={i18n.t('workspace.settings.askBeforeText')}
                isOn={settings.askBefore}
                onChange={(askBefore) => actions.change({ askBefore })}
              />
            )}
            {isEndpoint && (
              <MeaningSection
                {...meaning}
                settings={settings}
                models={state.models}
                isLocked={endpointKey.state.key.state === 'locked'}
              />
            )}
            <DraftingSection settings={settings} onChange={actions.change} />
            <KeysSection commands={state.commands} onChangeKeys={actions.openShortcutPage} />
            <LookSection settings={settings} onChange={actions.change} />
            {state.reset.state !== 'done' && (
              <>
                <RetentionSection {...records.retention} retention={settings.retention} now={now} />
                <AuditSection {...records.audit} now={now} />
                <PersonSection {...records.person} now={now} />
              </>
            )}
            <DataSection reset={state.reset} articles={articles} actions={actions} onReload={onReload} />
          </div>
        </div>
        <aside className={styles.test} aria-label={i18n.t('workspace.settings.testName')}>
          {isEndpoint && (
            <EndpointTestView
              state={state}
              isLocked={endpointKey.state.key.state === 'locked'}
              actions={actions}
            />
          )}
        </aside>
      </div>
    </>
  );
}
