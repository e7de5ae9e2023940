// Reads the invented records beside a page, and says so in the page when that fails.

export async function readRecords(address) {
  try {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
    return await answer.json()
  } catch (problem) {
    const notice = document.createElement('p')
    notice.className = 'masalah'
    notice.setAttribute('role', 'alert')
    notice.textContent = 'Data latihan gagal dimuat. Periksa sambungan, lalu muat ulang halaman ini.'
    document.querySelector('main').prepend(notice)
    console.error(problem)
    return []
  }
}

/** The record that the address names after the #, if any. */
export function recordInAddress(records) {
  const id = decodeURIComponent(location.hash.slice(1))
  return records.find((record) => record.id === id)
}
