// What every tab of an office is given.
import type { OfficeOverview } from '../../../../shared/protocol/admin-answers.ts'
import type { Asked } from '../../parts/loaded.tsx'

export interface TabProps {
  office: OfficeOverview
  asked: Asked<OfficeOverview>
}
