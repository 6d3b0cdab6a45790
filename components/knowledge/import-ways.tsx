import type { LucideIcon } from 'lucide-react';
import BookOpen from 'lucide-react/icons/book-open';
import FlaskConical from 'lucide-react/icons/flask-conical';
import FolderUp from 'lucide-react/icons/folder-up';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import { type ReactNode, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { SourceFile } from '@/lib/knowledge/import/files/source-file';
import type { HelpdeskImporter, HelpdeskTab } from '@/lib/workspace/deps';
import type { ImportingActions } from '@/lib/workspace/importing/importing';
import type { ImportWay } from '@/lib/workspace/route';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { DropZone } from './drop-zone';
import styles from './import.module.css';

export interface ImportWaysProps {
  tabs: readonly HelpdeskTab[] | null;
  hasDemo: boolean;
  way: ImportWay | null;
  fileEndings: readonly string[];
  readPicked: (files: FileList) => SourceFile[];
  readDropped: (dropped: DataTransfer) => Promise<SourceFile[]>;
  actions: ImportingActions;
}

const guideImporters = { zendesk: 'zendesk-guide' } as const;
const macroImporters = { zendesk: 'zendesk-macros', gorgias: 'gorgias-macros' } as const;

export function ImportWays({
  tabs,
  hasDemo,
  way,
  fileEndings,
  readPicked,
  readDropped,
  actions,
}: ImportWaysProps) {
  return (
    <section className={styles.ways} aria-label={i18n.t('workspace.import.title')}>
      <p className={styles.intro}>{i18n.t('workspace.import.intro')}</p>
      <Way
        id="files"
        chosen={way}
        glyph={FolderUp}
        title={i18n.t('workspace.import.filesTitle')}
        text={i18n.t('workspace.import.filesText')}
      >
        <DropZone
          fileEndings={fileEndings}
          readPicked={readPicked}
          readDropped={readDropped}
          onFiles={(label, files) => actions.read({ importer: 'files', label, files })}
        />
      </Way>
      <Way
        id="guide"
        chosen={way}
        glyph={BookOpen}
        title={i18n.t('workspace.import.guideTitle')}
        text={i18n.t('workspace.import.guideText')}
      >
        <TabChoices
          tabs={tabs}
          importers={guideImporters}
          none={i18n.t('workspace.import.noGuideTab')}
          nameOf={(account) => i18n.t('workspace.import.readFrom', [account])}
          actions={actions}
        />
      </Way>
      <Way
        id="macros"
        chosen={way}
        glyph={MessageSquareText}
        title={i18n.t('workspace.import.macrosTitle')}
        text={i18n.t('workspace.import.macrosText')}
      >
        <TabChoices
          tabs={tabs}
          importers={macroImporters}
          none={i18n.t('workspace.import.noMacrosTab')}
          nameOf={(account) => i18n.t('workspace.import.macrosFrom', [account])}
          actions={actions}
        />
      </Way>
      <Way
        id="demo"
        chosen={way}
        glyph={FlaskConical}
        title={i18n.t('workspace.import.demoTitle')}
        text={i18n.t('workspace.import.demoText')}
      >
        {hasDemo ? (
          <Button onClick={actions.removeDemo}>{i18n.t('workspace.import.demoRemove')}</Button>
        ) : (
          <Button
            onClick={() =>
              actions.read({ importer: 'demo-shop', label: i18n.t('workspace.system.demoShop') })
            }
          >
            {i18n.t('workspace.import.demoAdd')}
          </Button>
        )}
      </Way>
    </section>
  );
}

interface WayProps {
  id: ImportWay;
  chosen: ImportWay | null;
  glyph: LucideIcon;
  title: string;
  text: string;
  children: ReactNode;
}

function Way({ id, chosen, glyph, title, text, children }: WayProps) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen === id) section.current?.querySelector('button')?.focus();
  }, [chosen, id]);
  return (
    <section ref={section} className={styles.way} aria-labelledby={`way-${id}`}>
      <Icon glyph={glyph} />
      <div>
        <h2 id={`way-${id}`} className={styles.wayTitle}>
          {title}
        </h2>
        <p className={styles.wayText}>{text}</p>
        <div className={styles.wayActions}>{children}</div>
      </div>
    </section>
  );
}

interface TabChoicesProps {
  tabs: readonly HelpdeskTab[] | null;
  /** By helpdesk. */
  importers: Readonly<Record<string, HelpdeskImporter>>;
  none: string;
  nameOf: (account: string) => string;
  actions: ImportingActions;
}

/** One button for each open account that has this kind of knowledge. */
function TabChoices({ tabs, importers, none, nameOf, actions }: TabChoicesProps) {
  if (tabs === null) return <p className={styles.note}>{i18n.t('workspace.import.looking')}</p>;
  const usable = tabs.filter((tab) => Object.hasOwn(importers, tab.helpdesk));
  const again = (
    <Button variant="ghost" onClick={actions.lookForTabs}>
      {i18n.t('workspace.import.lookAgain')}
    </Button>
  );
  if (usable.length === 0) {
    return (
      <>
        <p className={styles.note}>{none}</p>
        {again}
      </>
    );
  }
  return (
    <>
      {usable.map(({ tabId, account, helpdesk }) => (
        <Button
          key={account}
          onClick={() => actions.read({ importer: importers[helpdesk]!, label: account, account, tabId })}
        >
          {nameOf(account)}
        </Button>
      ))}
      {again}
    </>
  );
}
