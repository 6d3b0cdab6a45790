import { defineContentScript } from 'wxt/utils/define-content-script';
import { mountComposerButton } from '@/lib/helpdesk/composer-button';
import { createPageHandlers } from '@/lib/helpdesk/page-handlers';
import { findHelpdesk, helpdesks } from '@/lib/helpdesk/registry';
import { suggestedKeys } from '@/lib/platform/command-ids';
import { askBackground } from '@/lib/rpc/ask-background';
import { servePage } from '@/lib/rpc/serve-page';

export default defineContentScript({
  matches: helpdesks.flatMap((helpdesk) => [...helpdesk.matches]),
  runAt: 'document_idle',
  main(ctx) {
    const helpdesk = findHelpdesk(location);
    servePage(createPageHandlers(document, helpdesk, ctx.signal), ctx.signal);
    const onPress = () => void askBackground('panel.open', { draft: true });
    const key = suggestedKeys(import.meta.env.BROWSER).draft.replaceAll('+', ' ');
    mountComposerButton(document, helpdesk, { label: `Draft with Footnote, ${key}`, onPress }, ctx.signal);
  },
});
