/** Everything that is said in Spanish. */
import { alerts } from './alerts.ts'
import { authority } from './authority.ts'
import { cohort } from './cohort.ts'
import { comparison } from './comparison.ts'
import { exports } from './exports.ts'
import { figures } from './figures.ts'
import { filters } from './filters.ts'
import { frame } from './frame.ts'
import { gates } from './gates.ts'
import { report } from './report.ts'
import { session } from './session.ts'
import { state } from './state.ts'
import { status } from './status.ts'
import { trend } from './trend.ts'
import { where } from './where.ts'

export const es = {
  alerts,
  authority,
  cohort,
  comparison,
  exports,
  figures,
  filters,
  frame,
  gates,
  report,
  session,
  state,
  status,
  trend,
  where,
}
