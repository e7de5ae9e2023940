import { Select } from '../../parts/form.tsx'
import { t } from '../../i18n/index.ts'
import { RuleEditor } from './rule-editor.tsx'
import { ruleItems, ruleTitle, ruleWords } from './rule-words.ts'
import {
  inherited,
  publishedRecipes,
  removedRecipes,
  ruleNames,
  rulesIn,
  withRemoved,
  withoutRule,
  withOwnRule,
  withRule,
  type PolicyDraft,
  type RuleName,
} from './rules.ts'

interface ListProps {
  draft: PolicyDraft
  /** The office, or empty for the city. */
  scope: string
  upstreams: string[]
  /** null where the person may only read. */
  onChange: ((draft: PolicyDraft) => void) | null
}

/** All rules of the city or of an office: what holds, from where, and in an opened one its form. */
export function RuleList(props: ListProps) {
  return ruleNames.map((name) => <Rule key={`${props.scope} ${name}`} name={name} {...props} />)
}

function Rule({ draft, scope, upstreams, onChange, name }: ListProps & { name: RuleName }) {
  const own = rulesIn(draft.written, scope)[name]
  const value = own === undefined ? inherited(draft.written, scope, name) : own
  const isOfCity = scope !== '' && own === undefined && draft.written.rules[name] !== undefined
  const from =
    own !== undefined ? (scope === '' ? 'fromCity' : 'fromOffice') : isOfCity ? 'fromCity' : 'fromDefault'
  return (
    <details class="card rule">
      <summary>
        {ruleTitle(name)} <span class="value">{ruleWords(name, value)}</span>{' '}
        <span class={own === undefined ? 'tag plain' : 'tag'}>{t(from)}</span>
      </summary>
      <p class="muted">{t(`ruleHint_${name}`)}</p>
      {onChange ? (
        <div class="stack">
          <Select
            label={t('ruledWhere')}
            value={own === undefined ? 'inherit' : 'own'}
            choices={[
              ['inherit', t(scope === '' ? 'leaveDefault' : 'followCity')],
              ['own', t(scope === '' ? 'ruleCity' : 'ruleOffice')],
            ]}
            onInput={(where) => onChange((where === 'own' ? withOwnRule : withoutRule)(draft, scope, name))}
          />
          {own !== undefined && (
            <RuleEditor
              name={name}
              value={own}
              upstreams={upstreams}
              published={publishedRecipes(draft, scope)}
              removed={removedRecipes(draft, scope)}
              onInput={(value, removed) => {
                const kept = removed ? withRemoved(draft, scope, removed) : draft
                onChange(withRule(kept, scope, name, value))
              }}
            />
          )}
        </div>
      ) : (
        <Items name={name} value={value} />
      )}
    </details>
  )
}

/** What stands in a list, for who only reads it; of other rules the summary says all. */
function Items({ name, value }: { name: RuleName; value: unknown }) {
  const items = ruleItems(name, value) ?? []
  if (items.length === 0) return null
  return (
    <ul class="list lines">
      {items.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
