import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** From the press until somebody has taken over the focus, which goes with the card for connecting. */
export const connectedByHand = signal(false)

/** Takes the focus that the card held, as soon as the browser is connected by it. */
export function useFocusAfterConnecting(connected: boolean, selector: string): void {
  useEffect(() => {
    if (!connected || !connectedByHand.value) return
    connectedByHand.value = false
    document.querySelector<HTMLElement>(selector)?.focus()
  }, [connected])
}
