// Figures for Prometheus, of this process since it began: on Cloudflare of one isolate of many, so there the audit's sums
// are what counts. Labels are names of ours, never of persons or texts.

const kinds = new Map<string, Metric>()

interface Metric {
  type: 'counter' | 'histogram'
  help: string
  /** @returns the lines of its values */
  lines(): string[]
}

type Labels = Record<string, string>

/** Labels as text, without brackets; ours need no escaping but are escaped all the same. */
function written(labels: Labels): string {
  let text = ''
  for (const name in labels) text += `${text && ','}${name}="${labels[name]!.replace(/["\\\n]/g, '_')}"`
  return text
}

const inBrackets = (...labels: string[]) => {
  const text = labels.filter(Boolean).join(',')
  return text && `{${text}}`
}

/** @returns what adds to a counter */
function counter(name: string, help: string): (labels: Labels, by?: number) => void {
  const values = new Map<string, number>()
  const lines = () => [...values].map(([labels, value]) => `${name}${inBrackets(labels)} ${value}`)
  kinds.set(name, { type: 'counter', help, lines })
  return (labels, by = 1) => {
    const key = written(labels)
    values.set(key, (values.get(key) ?? 0) + by)
  }
}

/** Upper bounds in seconds; above the last there is no bound. */
const bounds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, Infinity]

/** @returns what notes a duration in milliseconds */
function histogram(name: string, help: string): (labels: Labels, milliseconds: number) => void {
  /** By labels: how many came within each bound and above the one before it, and their sum in seconds. */
  const values = new Map<string, { within: number[]; sum: number }>()
  const lines = () =>
    [...values].flatMap(([labels, { within, sum }]) => histogramLines(name, labels, within, sum))
  kinds.set(name, { type: 'histogram', help, lines })
  return (labels, milliseconds) => {
    const key = written(labels)
    const value = values.get(key) ?? { within: bounds.map(() => 0), sum: 0 }
    values.set(key, value)
    const seconds = milliseconds / 1000
    value.within[bounds.findIndex((bound) => seconds <= bound)]! += 1
    value.sum += seconds
  }
}

/** Prometheus counts in each bucket what is in those before it too. */
function histogramLines(name: string, labels: string, within: readonly number[], sum: number): string[] {
  let count = 0
  const buckets = within.map((more, at) => {
    count += more
    const bound = bounds[at] === Infinity ? '+Inf' : String(bounds[at])
    return `${name}_bucket${inBrackets(labels, `le="${bound}"`)} ${count}`
  })
  return [
    ...buckets,
    `${name}_sum${inBrackets(labels)} ${sum}`,
    `${name}_count${inBrackets(labels)} ${count}`,
  ]
}

export const countRequest = counter('pendamping_requests_total', 'Requests by helper and outcome.')
export const countError = counter('pendamping_errors_total', 'Refusals and failures by code.')
export const countTokens = counter('pendamping_tokens_total', 'Tokens by upstream and direction.')
export const countHidden = counter('pendamping_redactions_total', 'Values hidden at the gateway, by type.')
export const noteDuration = histogram('pendamping_request_seconds', 'Time from admission to the last token.')
export const noteFirstToken = histogram(
  'pendamping_first_token_seconds',
  'Time from admission to the first text.',
)

export interface Gauge {
  name: string
  help: string
  values: { labels: Labels; value: number }[]
}

/** @returns all metrics in Prometheus' text form (exposition format 0.0.4) */
export function exposition(gauges: readonly Gauge[]): string {
  const lines: string[] = []
  for (const [name, metric] of kinds)
    lines.push(`# HELP ${name} ${metric.help}`, `# TYPE ${name} ${metric.type}`, ...metric.lines())
  for (const { name, help, values } of gauges)
    lines.push(
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      ...values.map(({ labels, value }) => `${name}${inBrackets(written(labels))} ${value}`),
    )
  return `${lines.join('\n')}\n`
}
