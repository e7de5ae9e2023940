// The launcher's few words, apart from the catalogues: with these the script that enters every page would be half as
// large again.
const id = {
  summarise: 'Ringkas',
  translate: 'Terjemahkan',
  reply: 'Balas',
  hideLauncher: 'Sembunyikan tombol ini di situs ini',
} as const

const en: Record<keyof typeof id, string> = {
  summarise: 'Summarise',
  translate: 'Translate',
  reply: 'Reply',
  hideLauncher: 'Hide these buttons on this site',
}

export const launcherWords = { id, en }
