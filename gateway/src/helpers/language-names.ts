// Languages by their names, for staff and for a model.
import type { TranslateOptions } from '../../../shared/protocol/index.ts'

export const languageNames: Record<TranslateOptions['target'], string> = {
  id: 'bahasa Indonesia',
  en: 'bahasa Inggris',
  zh: 'bahasa Mandarin',
  ko: 'bahasa Korea',
  ja: 'bahasa Jepang',
  ar: 'bahasa Arab',
}

/** What a model must know besides the name: the city writes simplified characters. */
export function toldToModel(language: TranslateOptions['target']): string {
  return language === 'zh' ? `${languageNames.zh} (aksara sederhana)` : languageNames[language]
}
