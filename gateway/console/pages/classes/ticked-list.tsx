import { useId } from 'preact/hooks'
import { Check } from '../../parts/check.tsx'

/** Some of several, to tick. */
export function TickedList<T extends string>(props: {
  title: string
  hint?: string
  error?: string | undefined
  choices: readonly { id: T; name: string }[]
  chosen: readonly T[]
  onChange: (chosen: T[]) => void
}) {
  const id = useId()
  const says = props.error ?? props.hint
  return (
    <fieldset class={props.error ? 'invalid' : ''} {...(says && { 'aria-describedby': `${id}-hint` })}>
      <legend>{props.title}</legend>
      {props.choices.map((choice) => (
        <Check
          key={choice.id}
          label={choice.name}
          isOn={props.chosen.includes(choice.id)}
          onChange={(isOn) => props.onChange(ticked(props.chosen, choice.id, isOn))}
        />
      ))}
      {says && (
        <p id={`${id}-hint`} class={props.error ? 'wrong' : 'hint'}>
          {says}
        </p>
      )}
    </fieldset>
  )
}

export function ticked<T>(chosen: readonly T[], id: T, isOn: boolean): T[] {
  const others = chosen.filter((other) => other !== id)
  return isOn ? [...others, id] : others
}
