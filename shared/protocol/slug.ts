// Ids made from names: what an admin reads becomes what an address, a key or a script can carry.

/** @param fallback where the name has nothing that an id may hold @returns small letters, digits and hyphens, at most so many */
export function slugOf(name: string, most: number, fallback = ''): string {
  const slug = plain(name).replace(/[^a-z0-9]+/g, '-')
  return slug.replace(/^-/, '').slice(0, most).replace(/-$/, '') || fallback
}

/** @returns as slots are written: "Nama ketua RT" is `nama_ketua_rt` */
export function slotOf(label: string, most: number, fallback: string): string {
  const slot = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
  return slot.replace(/^_/, '').slice(0, most).replace(/_$/, '') || fallback
}

/** @returns the id, or with a number behind it where others have it */
export function differing(id: string, others: readonly string[], divider: string, most: number): string {
  if (id === '' || !others.includes(id)) return id
  for (let count = 2; ; count += 1) {
    const numbered = `${id.slice(0, most - 4)}${divider}${count}`
    if (!others.includes(numbered)) return numbered
  }
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
