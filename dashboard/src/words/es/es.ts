/** Everything that is said in Spanish. */
import { authority } from './authority.ts'
import { cohort } from './cohort.ts'
import { figures } from './figures.ts'
import { filters } from './filters.ts'
import { frame } from './frame.ts'
import { report } from './report.ts'
import { state } from './state.ts'
import { status } from './status.ts'
import { trend } from './trend.ts'
import { where } from './where.ts'

export const es = { authority, cohort, figures, filters, frame, report, state, status, trend, where }
