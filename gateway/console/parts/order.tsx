import { t } from '../i18n/index.ts'
import { focusSoon } from './focus.ts'

/**
 * Moves one of a list up or down; the focus goes with it.
 * @param list an id of the list, from which the buttons have theirs @param name of the one that moves
 */
export function OrderButtons(props: {
  list: string
  at: number
  count: number
  name: string
  onMove: (to: number) => void
}) {
  const { list, at, count, name } = props
  const move = (to: number, way: 'up' | 'down') => {
    if (to < 0 || to >= count) return
    props.onMove(to)
    focusSoon(`${list}-${to}-${way}`)
  }
  return (
    <>
      <button
        type="button"
        id={`${list}-${at}-up`}
        aria-label={t('moveUp', { name })}
        title={t('moveUp', { name })}
        aria-disabled={at === 0}
        onClick={() => move(at - 1, 'up')}
      >
        ↑
      </button>
      <button
        type="button"
        id={`${list}-${at}-down`}
        aria-label={t('moveDown', { name })}
        title={t('moveDown', { name })}
        aria-disabled={at === count - 1}
        onClick={() => move(at + 1, 'down')}
      >
        ↓
      </button>
    </>
  )
}
