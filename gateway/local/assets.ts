// Gathers the static pages into one folder, served the same on Cloudflare and on the city's own workerd.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { build } from 'vite'
import { buildWebPanel } from '../../extension/web/build.ts'

const root = join(import.meta.dirname, '..', '..')
const target = join(root, 'gateway', '.output', 'assets')
const tinymce = dirname(createRequire(import.meta.url).resolve('tinymce/package.json'))
const tinymceParts = [
  'tinymce.min.js',
  'license.txt',
  'icons/default/icons.min.js',
  'models/dom/model.min.js',
  'plugins/link/plugin.min.js',
  'plugins/lists/plugin.min.js',
  'skins/content/default/content.min.css',
  'skins/ui/oxide',
  'themes/silver/theme.min.js',
]

rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
cpSync(join(root, 'gateway', 'practice'), join(target, 'latihan'), { recursive: true })
for (const page of ['daftar', 'kelas', 'unduh', 'privasi'])
  cpSync(join(root, 'gateway', page), join(target, page), { recursive: true })
// Only where `npm run package` was run: the page says so where not.
const packages = join(root, 'gateway', '.output', 'packages')
if (existsSync(packages)) cpSync(packages, join(target, 'unduh'), { recursive: true })
for (const part of tinymceParts) {
  cpSync(join(tinymce, part), join(target, 'latihan', 'tinymce', part), { recursive: true })
}

process.env.NODE_ENV = 'production'
await buildWebPanel(join(target, 'latihan', 'panel'))

// The console is a program of many parts, so it is built: a file a page, each named by its content.
await build({
  configFile: false,
  root: join(root, 'gateway', 'console'),
  base: '/konsol/',
  logLevel: 'warn',
  build: {
    outDir: join(target, 'konsol'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // It would be a script that only old browsers need.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
