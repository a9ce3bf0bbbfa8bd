/** On which day each guarantee of a determination was heeded: a column beside its answer, which few files have. */

import { pastDay } from '@vigia/kit/intake/cells/days'
import { answerAfter, answerColumn } from '@vigia/kit/intake/columns'
import type { Column } from '@vigia/kit/intake/feed'
import type { Blanks } from '@vigia/kit/intake/known/left-blank'
import { isNotLate } from '@vigia/kit/intake/sql'
import { codesOf } from '@vigia/law/code-list'
import { GUARANTEES, type Guarantee, mayFollowDecision } from '@vigia/law/determinations'

const CODES = codesOf(GUARANTEES)
const dayColumn = (guarantee: Guarantee) => `${answerColumn(guarantee)}_on`
const titleOf = (guarantee: Guarantee) => `FECHA ${GUARANTEES[guarantee].es.toUpperCase()}`

export const DAY_COLUMNS: readonly Column[] = CODES.map((guarantee) => ({
  ...{ name: dayColumn(guarantee), titles: [titleOf(guarantee), `Fecha de ${GUARANTEES[guarantee].es}`] },
  ...{ type: 'date', read: pastDay, isSeldom: true },
}))

const daysBy = (dayOf: (guarantee: Guarantee) => string) =>
  `jsonb_strip_nulls(jsonb_build_object(${CODES.map((guarantee) => `'${guarantee}', ${dayOf(guarantee)}`).join(', ')}))`

/** SQL on `s`: the days of a new determination as JSON, by code. */
export const GUARANTEED_ON = daysBy((guarantee) => `s.${dayColumn(guarantee)}`)

/** SQL for the day that a guarantee comes to: that of the row, or the one that is known as long as it is not said to have not been heeded. */
const dayAfter = (guarantee: Guarantee) =>
  `case when ${answerAfter(guarantee, 'guarantees')} = 'YES'
    then coalesce(s.${dayColumn(guarantee)}, (f.guaranteed_on ->> '${guarantee}')::date) end`

/** SQL on `s` and `f`: the days of one that is known. A day stays where a later row says no other, and goes with the yes. */
export const GUARANTEED_ON_AFTER = daysBy((guarantee) => dayAfter(guarantee))

export const BLANK_DAYS: Blanks = Object.fromEntries(
  CODES.map((guarantee) => [
    `guaranteed_on.${guarantee}`,
    { told: `s.${dayColumn(guarantee)}`, kept: dayAfter(guarantee) },
  ]),
)

const saysYes = CODES.map(
  (guarantee) => `('${titleOf(guarantee)}', s.${answerColumn(guarantee)}, s.${dayColumn(guarantee)})`,
)

const beforeDecision = CODES.filter((guarantee) => !mayFollowDecision(guarantee)).map(
  (guarantee) => `('${titleOf(guarantee)}', ${dayAfter(guarantee)})`,
)

const WITH_KNOWN = `
   from placed p join staged s using (line) cross join the_batch b
   left join representation.determination f on f.id = p.determination_id and ${isNotLate('representation.determination')}`

export const DAY_CHECKS = [
  `insert into refusal
   select s.line, g.title, to_char(g.day, 'DD/MM/YYYY'), 'Trae el día de una garantía que no se dice cumplida.'
   from staged s cross join lateral (values ${saysYes.join(', ')}) g(title, answer, day)
   where g.day is not null and g.answer is distinct from 'YES'`,
  `insert into refusal
   select s.line, g.title, to_char(g.day, 'DD/MM/YYYY'), 'La garantía se cumplió después de la determinación.'
   ${WITH_KNOWN} cross join lateral (values ${beforeDecision.join(', ')}) g(title, day)
   where g.day > outbox.mx_date(s.decided_at)`,
]
