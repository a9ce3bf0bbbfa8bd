/** What the oversight service took in from files: published figures and the authorities' own tables. */
import { addIntake } from '@vigia/kit/graph/taken-in'
import { isId } from '@vigia/law/ids'
import { builder, counting } from '../builder.ts'
import { feed as inmDaily } from '../intake/inm-daily.ts'
import { feed as officialFigures } from '../intake/official-figures.ts'
import { type Finding, findingsOf } from '../store/finding-store.ts'

addIntake(builder, counting.period, { service: 'oversight', feeds: [officialFigures, inmDaily] })

const BatchFinding = builder.objectRef<Finding>('BatchFinding').implement({
  description: 'A defect of a file that was taken in all the same, and the rule that met it. No rule drops a row.',
  access: 'intake:read',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'Code of the rule: REPEATED_KEY, PLACE_UNRECORDED, …' }),
    rows: t.int({ description: 'Rows concerned; days, for a rule about days.', resolve: (row) => row.row_count }),
    lines: t.exposeIntList('lines', { description: 'The first of their lines in the file, at most 50.' }),
    action: t.exposeString('action', { description: 'What was wrong and what was done, in Spanish.' }),
  }),
})

builder.queryField('batchFindings', (t) =>
  t.field({
    type: [BatchFinding],
    nullable: true,
    access: 'intake:read',
    description:
      'What was wrong with a file of INM’s tables. Empty where nothing was, and for any other file. Empty for an asker who oversees states: the tables are of the whole country. Null when it cannot be read.',
    args: { batch: t.arg.id({ required: true, description: 'Id of the batch, from oversightIntake.' }) },
    resolve: (_query, { batch }, { db, actor }) =>
      isId(batch) && actor.states === null ? findingsOf(db.rows, batch) : [],
  }),
)
