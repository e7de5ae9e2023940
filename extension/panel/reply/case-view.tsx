import { computed, effect } from '@preact/signals'
import { caseDeadline, categoryOf, findCategory, type CaseDeadline } from '../../../shared/cases/index.ts'
import { categories } from '../../../shared/content/index.ts'
import { dayName, t } from '../../i18n/index.ts'
import { settings } from '../session.ts'
import * as source from '../source.ts'
import { category, choose, toAsk } from './category.ts'

const found = computed(() => findCategory(source.text.value))
const current = computed(() => categoryOf(category.value ?? found.value?.id ?? ''))
const deadline = computed(() => {
  const { sla = [], holidays = [] } = settings.value?.policy ?? {}
  return caseDeadline(source.text.value, current.value ?? null, { sla, holidays }, Date.now())
})
effect(() => void (toAsk.value = current.value?.ask.join(', ') ?? ''))

/** Of a complaint: when its answer is due, what it is about, and what to mind in such a case. */
export function CaseView() {
  if (source.about.value.kind !== 'complaint') return null
  return (
    <section class="card case small" aria-label={t('caseTitle')}>
      {deadline.value && <Deadline {...deadline.value} />}
      <label class="row">
        <span>{t('category')}</span>
        <select
          value={category.value ?? ''}
          title={found.value ? t('categoryBecause', { words: found.value.because }) : undefined}
          onChange={(event) => choose(event.currentTarget.value || null)}
        >
          <option value="">
            {found.value
              ? t('categoryFound', { title: categoryOf(found.value.id)?.title ?? '' })
              : t('categoryNone')}
          </option>
          {categories.categories.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {current.value?.caution && <p class="muted">{current.value.caution}</p>}
    </section>
  )
}

function Deadline({ due, left, isOver, workingDays, incomplete }: CaseDeadline) {
  const day = dayName(due)
  const said = isOver
    ? left < 0
      ? t('deadlineOver', { day, days: -left })
      : t('deadlinePassed', { day })
    : left === 0
      ? t('deadlineToday', { day })
      : t('deadlineLeft', { day, days: left })
  return (
    <p class={isOver || left <= 1 ? 'warning' : ''}>
      <strong>{said}</strong>
      {workingDays !== null && ` · ${t('deadlineCounted', { days: workingDays })}`}
      {incomplete && ` · ${t('deadlineIncomplete')}`}
    </p>
  )
}
