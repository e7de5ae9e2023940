// Ctrl-C, and what a service manager sends. Shared by `npm start` and `npm run gateway`.

/** npm passes on a Ctrl-C that the terminal has already sent us: two so close together are one. */
const sameKeyPressMs = 500

/**
 * The first signal ends in order. A second one does not wait: the process exits, and what it started goes with it
 * (workerd.ts and Playwright both see to that at exit).
 */
export function onEndSignal(end: () => Promise<void>): void {
  let firstAt = 0
  const signalled = () => {
    if (firstAt === 0) {
      firstAt = performance.now()
      void end()
    } else if (performance.now() - firstAt > sameKeyPressMs) process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, signalled)
}

/** A child of ours dies of the same Ctrl-C and is reported first; after this, our own handler has run too. */
export function signalsAreHeard(): Promise<void> {
  return new Promise((heard) => setImmediate(heard))
}
