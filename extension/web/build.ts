// Builds the panel as a page of the practice portal, for PCs where nothing may be installed.
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')

/** @param outDir folder that is served as `/latihan/panel/` */
export async function buildWebPanel(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: join(root, 'web'),
    base: '/latihan/panel/',
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: { 'wxt/browser': join(root, 'web', 'browser.ts') } },
    define: { 'import.meta.env.FIREFOX': 'false' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: { panel: join(root, 'web', 'panel.html'), content: join(root, 'web', 'content.ts') },
        output: {
          // The panel loads it by name.
          entryFileNames: ({ name }) => (name === 'content' ? 'content.js' : 'assets/[name]-[hash].js'),
        },
      },
    },
  })
}
