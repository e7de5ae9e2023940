// Figures for Prometheus, of this process since it began: on Cloudflare of one isolate of many, so there the audit's sums
// are what counts. Labels are names of ours, never of persons or texts.

const kinds = new Map<string, Metric>()

interface Metric {
  type: 'counter' | 'histogram'
  help: string
  /** By their labels as they are written. */
  values: Map<string, number>
}

type Labels = Record<string, string>

/** Text of a metric's labels; ours need no escaping but are escaped all the same. */
function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/["\\\n]/g, '_')}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

function metric(type: Metric['type'], name: string, help: string): Metric {
  const known = kinds.get(name) ?? { type, help, values: new Map<string, number>() }
  kinds.set(name, known)
  return known
}

/** @returns what adds to a counter */
function counter(name: string, help: string): (labels: Labels, by?: number) => void {
  const { values } = metric('counter', name, help)
  return (labels, by = 1) => {
    const key = `${name}${written(labels)}`
    values.set(key, (values.get(key) ?? 0) + by)
  }
}

/** Upper bounds in seconds. */
const bounds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/** @returns what notes a duration in milliseconds */
function histogram(name: string, help: string): (labels: Labels, milliseconds: number) => void {
  const { values } = metric('histogram', name, help)
  const add = (key: string, by: number) => values.set(key, (values.get(key) ?? 0) + by)
  return (labels, milliseconds) => {
    const seconds = milliseconds / 1000
    for (const bound of bounds)
      add(`${name}_bucket${written({ ...labels, le: String(bound) })}`, seconds <= bound ? 1 : 0)
    add(`${name}_bucket${written({ ...labels, le: '+Inf' })}`, 1)
    add(`${name}_sum${written(labels)}`, seconds)
    add(`${name}_count${written(labels)}`, 1)
  }
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
  for (const [name, { type, help, values }] of kinds)
    lines.push(
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...[...values].map(([key, value]) => `${key} ${value}`),
    )
  for (const { name, help, values } of gauges)
    lines.push(
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      ...values.map(({ labels, value }) => `${name}${written(labels)} ${value}`),
    )
  return `${lines.join('\n')}\n`
}
