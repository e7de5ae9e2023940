// Writes dates the way officers write them: 4 Desember 2026, pukul 09.00 WIB.

const day = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' })
const shortDay = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'short', timeZone: 'UTC' })

// The records hold local times without a zone; reading and writing both as UTC keeps them as they stand.
const read = (text) => new Date(text.includes('T') ? `${text}:00Z` : `${text}T00:00:00Z`)

export const formatDay = (text) => day.format(read(text))
export const formatShortDay = (text) => shortDay.format(read(text))
export const formatMoment = (text) => `${formatDay(text)}, pukul ${text.slice(11).replace(':', '.')} WIB`
