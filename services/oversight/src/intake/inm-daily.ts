/**
 * INM's daily tables, in the columns and spellings in which they come. They are claims of a source: kept row by row, by
 * day, state, nationality and place, apart from what the registry knows of children. Nothing in them is mended; what is
 * wrong with them is counted and told.
 */
import type { Feed } from '@vigia/kit/intake/feed'
import { DAY_TABLES } from './day-tables.ts'
import { MONTH_TABLES } from './month-tables.ts'
import { AS_FAR_AS_ITS_ROWS, NOT_COUNTED } from './not-counted.ts'

const [first, ...others] = [...DAY_TABLES, ...MONTH_TABLES]
if (!first) throw new Error('No table is known')

export const feed: Feed = {
  service: 'oversight',
  name: 'inm-daily',
  layouts: [first, ...others],
  // INM's tables carry no letter with them: their last row tells until when they go.
  usually: {
    source: 'INM',
    until: AS_FAR_AS_ITS_ROWS,
  },
  findings: `select notice from oversight.find_defects($1) union all (${NOT_COUNTED})`,
  keepsDefect:
    'insert into oversight.batch_finding (batch_id, rule, row_count, lines, action) values ($1, $2, $3, $4, $5)',
}
