/** A registry with terms of working days that have just passed: of two Procuradurías and of COMAR; and the calendar by which they run. */
import type { Actor } from '@vigia/kit/actor'
import { addDays, type LocalDate } from '@vigia/law/local-dates'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { isWorkingDay, lastDateOver } from '@vigia/law/working-days'
import { expect } from 'vitest'
import { anActor, type Graph, openGraph } from './asking.ts'
import { aDetection } from './builders/inm.ts'
import { written, writtenDay } from './clock.ts'
import { feedsOf } from './feeds.ts'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'
import { settle } from './settled.ts'

const FEDERAL = anActor('federal-secretary')
export const AGREEMENT = 'Acuerdo por el que se suspenden labores, DOF'
export const TODAY = localDateOf(new Date())

/** The last working day before today: within each of the terms that have just passed. */
export const LAST_WORKING_DAY = (() => {
  let day = addDays(TODAY, -1)
  while (!isWorkingDay(day)) day = addDays(day, -1)
  return day
})()
export const SUSPENDED = {
  ...{ from: LAST_WORKING_DAY, until: LAST_WORKING_DAY },
  ...{ publishedOn: LAST_WORKING_DAY, agreement: AGREEMENT },
}

export const RECORD =
  'mutation ($input: RecordWorkSuspensionInput!) { recordWorkSuspension(input: $input) { suspension { id } } }'
export const WITHDRAW =
  'mutation ($input: WithdrawWorkSuspensionInput!) { withdrawWorkSuspension(input: $input) { suspension { id } } }'

type Answer = Awaited<ReturnType<Graph['ask']>>
export const codeIn = ({ errors }: Pick<Answer, 'errors'>) => errors?.[0]?.extensions?.['code']

export interface Listed {
  workSuspensions: { edges: { node: { id: string } & Record<string, unknown> }[] }
}
const STANDING = '{ workSuspensions(filter: { holds: true }) { edges { node { id } } } }'

export interface CalendarWorld {
  database: ScratchDatabase
  graph: Graph
  settled: () => Promise<void>
  asked: <Data>(query: string, actor?: Actor) => Promise<Data>
  /** What is not said is the last working day, and an agreement. */
  record: (input: object, actor?: Actor) => Promise<Answer>
  /** The same, to be recorded; gives its id. */
  suspend: (input: object) => Promise<string>
  withdraw: (id: string, actor?: Actor) => Promise<Answer>
  /** The ids of those that hold. */
  holding: () => Promise<string[]>
  /** Withdraws all that hold, and has everybody judged by that. */
  restore: () => Promise<void>
  stop: () => Promise<void>
}

export async function worldOfCalendars(): Promise<CalendarWorld> {
  const database = await scratchDatabase()
  const graph = await openGraph(database)
  const settled = () => settle(graph.services.values(), database)
  await takeIn(database)
  await settled()
  const asked: CalendarWorld['asked'] = async <Data>(query: string, actor = FEDERAL) => {
    const { data, errors } = await graph.ask(actor, query)
    expect(errors).toBeUndefined()
    return data as Data
  }
  const record = (input: object, actor = FEDERAL) => graph.ask(actor, RECORD, { input: { ...SUSPENDED, ...input } })
  const withdraw = (id: string, actor = FEDERAL) =>
    graph.ask(actor, WITHDRAW, { input: { id, reason: 'El acuerdo se dejó sin efectos, según el DOF' } })
  const holding = async () => (await asked<Listed>(STANDING)).workSuspensions.edges.map(({ node }) => node.id)
  return {
    ...{ database, graph, settled, asked, record, withdraw, holding },
    async suspend(input) {
      const { data, errors } = await record(input)
      expect(errors).toBeUndefined()
      return (data as { recordWorkSuspension: { suspension: { id: string } } }).recordWorkSuspension.suspension.id
    },
    async restore() {
      for (const id of await holding()) await withdraw(id)
      await settled()
    },
    async stop() {
      await graph.stop()
      await database.drop()
    },
  }
}

/** Two Procuradurías were told of a child just over five working days ago; COMAR has a claim of just over 45. */
async function takeIn({ url }: ScratchDatabase): Promise<void> {
  const feeds = feedsOf(url)
  const noonOf = (day: LocalDate) => instantOf(day, 12)
  const toldOf = noonOf(lastDateOver(TODAY, 5))
  const filed = noonOf(lastDateOver(TODAY, 45))
  const found = { 'FECHA Y HORA': written(toldOf), 'AVISO A PPNNA': written(toldOf) }
  const claimant = aDetection({ 'FECHA Y HORA': written(filed), 'AVISO A PPNNA': '', ENTIDAD: 'Tabasco' })
  await feeds.takeIn('children/detections', [
    aDetection(found),
    aDetection({ ...found, ENTIDAD: 'Veracruz' }),
    claimant,
  ])
  const claim = { EXPEDIENTE: 'COMAR/1/2026', ACTA: claimant.ACTA, SITUACIÓN: 'Solicitud presentada' }
  await feeds.takeIn('children/asylum-claims', [{ ...claim, 'FECHA DE SOLICITUD': writtenDay(filed) }], {
    source: 'COMAR',
  })
  await feeds.stop()
}
