import type { idOffices } from './id-offices.ts'

export const enOffices = {
  offices: 'Offices',
} satisfies Record<keyof typeof idOffices, string>
