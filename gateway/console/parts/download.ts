// Files from the gateway, as the browser saves them.
import { api, type Failure } from '../api.ts'

/**
 * Saves what the gateway sends, as it comes: an export may be larger than what a page should hold.
 * @param path after `/admin/v1` @returns why nobody is signed in to fetch it
 */
export async function download(path: string): Promise<Failure | null> {
  // A session that ended would leave an error message in the file.
  const signedIn = await api.offices()
  if (!signedIn.ok) return signedIn.failure
  click(`/admin/v1${path}`, '')
  return null
}

export function saveFile({ name, content }: { name: string; content: Blob }): void {
  const url = URL.createObjectURL(content)
  click(url, name)
  URL.revokeObjectURL(url)
}

function click(href: string, name: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
}
