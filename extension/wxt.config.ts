import { defineConfig } from 'wxt'
import { extensionKey } from '../shared/protocol/extension.ts'

// Permissions are frozen (design D7): tests/browser/bundle.test.ts compares what is built with a stored list.
export default defineConfig({
  root: '.',
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: 'extension/.output',
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'id',
    minimum_chrome_version: '120',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: '__MSG_open__', default_icon: { 16: 'icon/16.png', 32: 'icon/32.png' } },
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    storage: { managed_schema: 'managed-schema.json' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
      summarise: { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_summariseSelection__' },
      translate: { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_translateSelection__' },
      reply: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_replySelection__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'pendamping@pendamping.example', strict_min_version: '128.0' },
          },
        }
      : { key: extensionKey }),
  }),
})
