import type { UserManifest } from 'wxt';
import { helpdesks } from '@/lib/helpdesk/registry';
import { commandIds, suggestedKeys } from './command-ids';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // Any https endpoint may be chosen for the model; which one is used is decided by the egress gate.
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/**
 * The manifest for one browser. Host permissions derive from the helpdesk registry; model endpoints are optional
 * hosts, asked for one origin at a time on a click.
 */
export function manifest({ browser }: { browser: string }): UserManifest {
  const isFirefox = browser === 'firefox';
  const keys = suggestedKeys(browser);
  return {
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    permissions: isFirefox ? ['storage', 'alarms'] : ['storage', 'sidePanel', 'alarms'],
    host_permissions: helpdesks.flatMap((helpdesk) => [...helpdesk.matches]),
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    action: { default_title: '__MSG_app_open__' },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    commands: {
      [commandIds.draft]: {
        suggested_key: { default: keys.draft },
        description: '__MSG_app_commandDraft__',
      },
      [commandIds.insert]: {
        suggested_key: { default: keys.insert },
        description: '__MSG_app_commandInsert__',
      },
    },
    ...(isFirefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'footnote@haldenpike.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123', storage: { managed_schema: 'managed.json' } }),
  };
}
