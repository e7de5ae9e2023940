/** @returns "4 Desember 2026" of "2026-12-04": the letter is Indonesian, whatever the panel's language; '' of '' */
export function asWritten(day: string): string {
  if (!day) return ''
  return new Date(`${day}T12:00:00+07:00`).toLocaleDateString('id-ID', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Asia/Jakarta',
  })
}
