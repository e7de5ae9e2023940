import type { HelperName } from '../../shared/protocol/index.ts'
import { redactionIfLoaded } from './redaction.ts'
import { settings } from './session.ts'

/** What a slot is called in the panel's language; its name until the words are there. */
export function slotLabel(name: string): string {
  return redactionIfLoaded()?.slotLabel(name, settings.value?.language) ?? name.replaceAll('_', ' ')
}

export function slotExample(name: string): string {
  return redactionIfLoaded()?.slotExample(name) ?? ''
}

/** Whether a slot names one of the city's offices. */
export function isOfficeSlot(name: string): boolean {
  return /^(?:opd_tujuan|instansi|pelaksana|unit|nama_unit)$/.test(name)
}

/** @returns whether a helper leaves slots to the officer */
export function leavesSlots(name: HelperName): boolean {
  return name === 'reply' || name === 'compose' || name === 'recipe'
}
