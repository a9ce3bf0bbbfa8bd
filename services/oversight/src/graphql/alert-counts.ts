/** How many alerts of a state are open: by kind and severity, with the article of each. */
import { dutiesBehind } from '@vigia/law/alert-duties'
import { SET_BY_THE_SECRETARY } from '@vigia/law/criteria-of-alerts'
import { citationOf } from '@vigia/law/legal-basis'
import { localDateOf } from '@vigia/law/mexican-time'
import { NATION, STATE_CODES } from '@vigia/law/states'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import type { InForce } from '../engine/judge.ts'
import { inForceAt, thresholdsInForce } from '../rules/threshold-in-force.ts'
import type { AlertCount } from '../store/alert-store.ts'
import { AlertKind, AlertSeverity } from './enums.ts'
import { State } from './state.ts'

interface CountedOfState extends AlertCount {
  isTermSet: boolean
}

const AlertCountType = builder.objectRef<CountedOfState>('AlertCount').implement({
  description: 'How many alerts of a kind and severity are open. Unit: alerts, of which a child may have several.',
  access: 'stats:read',
  fields: (t) => ({
    kind: t.expose('kind', { type: AlertKind, description: 'Which duty they are about.' }),
    severity: t.expose('severity', { type: AlertSeverity, description: 'How grave they are now.' }),
    citation: t.string({
      description:
        'The article that is cited first of the kind, as lawyers cite it: LM art. 99 ¶3. One alert may cite another, by whose place or file it is, who asked, or what it rests on: see Alert.citation.',
      resolve: ({ kind }) => citationOf(dutiesBehind(kind)[0]),
    }),
    count: t.exposeInt('count', {
      description:
        'Alerts whose cause holds now, at least 1; a child may have several. No person makes it smaller. Unit: alerts.',
    }),
    closedByPerson: t.exposeInt('closedByPerson', {
      description: 'Of them, those that a person has closed though their cause holds. Unit: alerts.',
    }),
    isTermSet: t.boolean({
      description:
        'True where the federal secretary has set a term that makes one of the kind so grave today, in the state or, of the nation, in any: those alerts may rest on that, and not on the law or a default.',
      resolve: (counted) => counted.isTermSet,
    }),
    asOf: t.field({
      type: 'DateTime',
      description: 'The instant whose figures these are.',
      resolve: async (_count, _args, { registry }) => (await registry.state()).oversightAsOf,
    }),
  }),
})

builder.objectFields(State, (t) => ({
  openAlerts: t.field({
    type: [AlertCountType],
    nullable: true,
    access: 'stats:read',
    description:
      'Alerts that are open in the state, by kind and severity; of the nation, in all states and about itself. Also those about children of whom the asker may not know, whom `alerts` does not list. Null when they cannot be read.',
    resolve: ({ code }, _args, context) => countsOf(code, context),
  }),
}))

/** Of a state, or of all and the nation itself for "00": what is open now, by kind and severity. */
export async function countsOf(code: string, context: Context): Promise<CountedOfState[]> {
  const { alerts, now } = context
  const inForce = thresholdsInForce(await context.thresholdChanges(), localDateOf(now()))
  const of = async (state: string) =>
    (await alerts.countsOf.load(state)).map((counted) => ({ ...counted, isTermSet: isTermSet(inForce, counted) }))
  if (code !== NATION.code) return of(code)
  const all = await Promise.all([...STATE_CODES, NATION.code].map(of))
  const byKind = Map.groupBy(all.flat(), ({ kind, severity }) => `${kind} ${severity}`)
  return [...byKind.values()].flatMap(([first, ...others]) =>
    first ? [others.reduce(together, { ...first, state: code })] : [],
  )
}

const isTermSet = (inForce: InForce, { kind, severity, state }: AlertCount): boolean =>
  inForceAt(inForce, kind, state).some((term) => term.severity === severity && term.basis === SET_BY_THE_SECRETARY)

function together(sum: CountedOfState, { count, closedByPerson, isTermSet }: CountedOfState): CountedOfState {
  return {
    ...sum,
    count: sum.count + count,
    closedByPerson: sum.closedByPerson + closedByPerson,
    isTermSet: sum.isTermSet || isTermSet,
  }
}
