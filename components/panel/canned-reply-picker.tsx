import { i18n } from '#i18n';
import { Picker } from '../ui/picker';
import type { CannedReply } from './panel-props';

export interface CannedReplyPickerProps {
  replies: readonly CannedReply[];
  onSearch: (query: string) => void;
  onTake: (reply: CannedReply) => void;
  onClose: () => void;
}

export function CannedReplyPicker({ replies, ...events }: CannedReplyPickerProps) {
  return (
    <Picker
      title={i18n.t('panel.header.cannedReplies')}
      name={i18n.t('panel.canned.search')}
      closeName={i18n.t('panel.sheet.close')}
      items={replies}
      empty={(query) => i18n.t(query === '' ? 'panel.canned.empty' : 'panel.canned.noneFound')}
      {...events}
    />
  );
}
