// Ends a call to a model whose client has gone, or that keeps its client waiting too long.

/** How long to wait (ms) for the first token, and between two. */
export interface Patience {
  firstTokenMs: number
  idleMs: number
}

/**
 * One signal for "client gone" and "too late"; each token sets the clock anew. Other signs of life do not: some servers
 * greet at once and load their model afterwards, some send comments for ever.
 */
export function watchdog(client: AbortSignal) {
  const controller = new AbortController()
  const leave = () => controller.abort()
  // One timer that looks at the clock again: setting one for each token is dearer than the token.
  let timer: ReturnType<typeof setTimeout> | null = null
  let looksAt = Infinity
  let deadline = Infinity
  let late = false
  const lookIn = (milliseconds: number) => {
    clearTimeout(timer)
    looksAt = Date.now() + milliseconds
    timer = setTimeout(look, milliseconds)
  }
  const look = () => {
    const left = deadline - Date.now()
    if (left > 0) return lookIn(left)
    late = true
    controller.abort()
  }
  if (client.aborted) leave()
  client.addEventListener('abort', leave, { once: true })
  return {
    signal: controller.signal,
    late: () => late,
    expectWithin(milliseconds: number): void {
      deadline = Date.now() + milliseconds
      if (deadline < looksAt) lookIn(milliseconds)
    },
    end(): void {
      clearTimeout(timer)
      client.removeEventListener('abort', leave)
    },
  }
}
