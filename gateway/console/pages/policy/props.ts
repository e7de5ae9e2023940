// What the parts of the page of rules are given.
import type { OfficeEntry, PolicyNow } from '../../../../shared/protocol/admin-answers.ts'

export interface PolicyValue {
  now: PolicyNow
  offices: OfficeEntry[]
  upstreams: string[]
}
export interface PolicyProps {
  value: PolicyValue
  reload: () => Promise<void>
  nameOf: (office: string) => string
}
