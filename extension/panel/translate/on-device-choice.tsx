import { useEffect, useState } from 'preact/hooks'
import { t } from '../../i18n/index.ts'
import { language } from '../source.ts'
import { isSupported } from './on-device.ts'
import { chosen, rule, target } from './way.ts'

/** "Di perangkat ini", where the policy lets the browser translate and it knows the two languages. */
export function OnDeviceChoice() {
  const [offered, offer] = useState(false)
  const [from, into] = [language.value, target.value]
  useEffect(() => {
    let wanted = true
    // Ticked, it stays: it would be odd for the text to leave because another language was chosen.
    void isSupported(from, into).then((supported) => wanted && offer(supported || chosen.peek()))
    return () => {
      wanted = false
    }
  }, [from, into])
  if (rule.value === 'only')
    return (
      <span class="on-device muted" title={t('onDeviceHint')}>
        {t('onDevice')}
      </span>
    )
  if (rule.value === 'off' || !offered) return null
  return (
    <label class="on-device" title={t('onDeviceHint')}>
      <input
        type="checkbox"
        checked={chosen.value}
        onChange={(event) => (chosen.value = event.currentTarget.checked)}
      />
      {t('onDevice')}
    </label>
  )
}
