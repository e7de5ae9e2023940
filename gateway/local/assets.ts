// Gathers the static pages into one folder, served the same on Cloudflare and on the city's own workerd.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'

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
cpSync(join(root, 'gateway', 'daftar'), join(target, 'daftar'), { recursive: true })
cpSync(join(root, 'gateway', 'kelas'), join(target, 'kelas'), { recursive: true })
for (const part of tinymceParts) {
  cpSync(join(tinymce, part), join(target, 'latihan', 'tinymce', part), { recursive: true })
}
