// Offices: the list, one office, its quota.
export const idOffices = {
  offices: 'Instansi',
} as const
