import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Shows a component that is loaded only now; nothing until it is there. */
export function Lazy({ load }: { load: () => Promise<ComponentType> }) {
  const [Loaded, setLoaded] = useState<ComponentType | null>(null)
  useEffect(() => {
    let wanted = true
    void load().then((component) => wanted && setLoaded(() => component))
    return () => {
      wanted = false
    }
  }, [])
  return Loaded && <Loaded />
}
