// What the first page shows.
import * as z from 'zod/mini'
import { AlarmShown } from '../../shared/protocol/admin-answers.ts'
import { Summary } from '../../shared/protocol/console.ts'
import { get } from './api.ts'

export const summaryApi = {
  summary: () => get('/summary', Summary),
  alarms: () => get('/alarms', z.object({ alarms: z.array(AlarmShown) })),
}
