import { Lazy } from './lazy.tsx'

/** Where a browser that no policy enrolled gets its key. Loaded only there: most are connected. */
export function Connect() {
  return <Lazy load={() => import('../connect/view.tsx').then(({ ConnectCard }) => ConnectCard)} />
}
