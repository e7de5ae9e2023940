import { useEffect, useRef } from 'preact/hooks'

/** Opens a form and gives way to it; gets the focus back when that is closed. */
export function Opener(props: { isOpen: boolean; onOpen: () => void; children: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !props.isOpen) button.current?.focus()
    wasOpen.current = props.isOpen
  }, [props.isOpen])
  if (props.isOpen) return null
  return (
    <button ref={button} class="primary" onClick={props.onOpen}>
      {props.children}
    </button>
  )
}
