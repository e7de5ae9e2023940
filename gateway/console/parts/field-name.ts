// What the API's fields are called on the screen.
import { has, t } from '../i18n/index.ts'

/** @param param "limits.actionsPerDay" as the API names it */
export function fieldName(param: string): string {
  const key = `field_${param.replace(/^limits\./, '').replace(/\.\d+$/, '')}`
  return has(key) ? t(key) : param
}
