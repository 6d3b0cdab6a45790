import type { LucideIcon } from 'lucide-react';
import BookOpen from 'lucide-react/icons/book-open';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import CirclePlus from 'lucide-react/icons/circle-plus';
import Copy from 'lucide-react/icons/copy';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Eye from 'lucide-react/icons/eye';
import Forward from 'lucide-react/icons/forward';
import Keyboard from 'lucide-react/icons/keyboard';
import LibraryBig from 'lucide-react/icons/library-big';
import LinkIcon from 'lucide-react/icons/link';
import ListChecks from 'lucide-react/icons/list-checks';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import RotateCw from 'lucide-react/icons/rotate-cw';
import Search from 'lucide-react/icons/search';
import Trash2 from 'lucide-react/icons/trash-2';
import Undo2 from 'lucide-react/icons/undo-2';
import type { Ref } from 'react';
import { i18n } from '#i18n';
import { unreachable } from '@/lib/result';
import { IconButton } from '../ui/icon-button';
import { Menu } from '../ui/menu';
import { type ActionId, actionLetters } from './panel-keys';

const glyphs: Record<ActionId, LucideIcon> = {
  draftAgain: RotateCw,
  previousVersion: ChevronLeft,
  nextVersion: ChevronRight,
  viewRequest: Eye,
  need: ListChecks,
  sources: BookOpen,
  articles: Search,
  cannedReply: MessageSquareText,
  link: LinkIcon,
  handOff: Forward,
  missingArticle: CirclePlus,
  copy: Copy,
  undoInsertion: Undo2,
  workspace: LibraryBig,
  keys: Keyboard,
  discard: Trash2,
};

export interface ActionsMenuProps {
  /** Those that can be done now; the others are not in the list. */
  run: Partial<Record<ActionId, (() => void) | undefined>>;
  buttonRef: Ref<HTMLButtonElement>;
}

export function ActionsMenu({ run, buttonRef }: ActionsMenuProps) {
  const items = actionLetters.flatMap(({ id, letter }) => {
    const onChoose = run[id];
    return onChoose
      ? [{ id, letter, icon: glyphs[id], label: actionName(id), apart: id === 'discard', onChoose }]
      : [];
  });
  return (
    <Menu
      name={i18n.t('panel.header.allActions')}
      items={items}
      trigger={(button) => (
        <IconButton
          {...button}
          ref={buttonRef}
          glyph={Ellipsis}
          keys="Ctrl+K"
          name={i18n.t('panel.header.allActions')}
        />
      )}
    />
  );
}

export function actionName(id: ActionId): string {
  switch (id) {
    case 'draftAgain':
      return i18n.t('panel.draft.again');
    case 'previousVersion':
      return i18n.t('panel.versions.previous');
    case 'nextVersion':
      return i18n.t('panel.versions.next');
    case 'viewRequest':
      return i18n.t('panel.status.viewRequest');
    case 'need':
      return i18n.t('panel.actions.need');
    case 'sources':
      return i18n.t('panel.sources.name');
    case 'articles':
      return i18n.t('panel.search.name');
    case 'cannedReply':
      return i18n.t('panel.actions.cannedReply');
    case 'link':
      return i18n.t('panel.actions.link');
    case 'handOff':
      return i18n.t('panel.action.handOff');
    case 'missingArticle':
      return i18n.t('panel.action.tellLead');
    case 'copy':
      return i18n.t('panel.draft.copy');
    case 'undoInsertion':
      return i18n.t('panel.actions.undoInsertion');
    case 'workspace':
      return i18n.t('panel.actions.workspace');
    case 'keys':
      return i18n.t('panel.actions.keys');
    case 'discard':
      return i18n.t('panel.draft.discard');
    default:
      return unreachable(id);
  }
}
