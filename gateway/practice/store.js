// Keeps what a trainee saves, in this tab only. Nothing leaves the browser.

const prefix = 'latihan:'

export function loadSaved(id) {
  return JSON.parse(sessionStorage.getItem(prefix + id) ?? '{}')
}

/** Adds to what was saved before; an empty value leaves the earlier one alone. */
export function save(id, values) {
  const filled = Object.entries(values).filter(([, value]) => value.trim() !== '')
  const saved = { ...loadSaved(id), ...Object.fromEntries(filled) }
  sessionStorage.setItem(prefix + id, JSON.stringify(saved))
  return saved
}

export function forgetAll() {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(prefix))
  for (const key of keys) sessionStorage.removeItem(key)
  return keys.length
}
