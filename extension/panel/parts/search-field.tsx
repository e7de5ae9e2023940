import type { Signal } from '@preact/signals'

export function SearchField({ label, wanted }: { label: string; wanted: Signal<string> }) {
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={wanted}
      onInput={(event) => (wanted.value = event.currentTarget.value)}
    />
  )
}
