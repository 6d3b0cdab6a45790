import { defineContentScript } from 'wxt/utils/define-content-script';
import { listenForPlace } from '@/lib/helpdesk/editor/place';

export default defineContentScript({
  // Written out, because deriving it would pack the whole registry into the page's world; a contract test compares.
  matches: ['https://*.zendesk.com/agent/*', 'https://*.gorgias.com/*'],
  world: 'MAIN',
  main: () => listenForPlace(),
});
