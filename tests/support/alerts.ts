/** A registry with alerts on which somebody acts: three children of Chiapas held for 37, 25 and 4 hours, one of Veracruz in a station. */
import type { Actor } from '@vigia/kit/actor'
import { expect } from 'vitest'
import { anActor, type Graph, openGraph } from './asking.ts'
import { aDetection, aStay } from './builders/inm.ts'
import { hoursAgo, written as writtenTime } from './clock.ts'
import { feedsOf } from './feeds.ts'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'
import { settle } from './settled.ts'

export interface SeenAlert {
  id: string
  version: number
  severity: string
  acknowledgedUntil: string | null
  closedAt: string | null
  silencedUntil: string | null
  assignedTo: { office: string; account: string | null } | null
  steps: { step: string; by: string | null; role: string | null; reason: string | null; until: string | null }[]
}
const FIELDS = `id version severity acknowledgedUntil closedAt assignedTo { office account }
  steps { step by role reason until to { office account } }`

type Answer = Awaited<ReturnType<Graph['ask']>>

export interface AlertWorld {
  database: ScratchDatabase
  graph: Graph
  /** The number of the detection of a child who is held for so many hours. */
  actaOf: (hours: 37 | 25 | 4) => string
  /** As a filter of `alerts` lets them through; the count is held against them. */
  listed: (filter: string, actor?: Actor) => Promise<SeenAlert[]>
  one: (kind: string, severity: string, actor?: Actor) => Promise<SeenAlert>
  /** What is answered to a query; fails where anything was refused. */
  asked: <Data>(actor: Actor, query: string) => Promise<Data>
  act: (actor: Actor, field: string, input: object) => Promise<Answer>
  /** As the engine judges at that time. */
  judgedAt: (now: Date) => Promise<unknown>
  stop: () => Promise<void>
}

export const inHours = (n: number) => new Date(Date.now() + n * 3_600_000)
export const actorOfAlerts = anActor('state-secretary')

/** The alert of a payload, which tells of no fault. */
export function alertAfter({ data, errors }: Answer): SeenAlert {
  expect(errors).toBeUndefined()
  const [payload] = Object.values(data as Record<string, { alert: SeenAlert }>)
  if (!payload) throw new Error('No payload.')
  return payload.alert
}

export const faultIn = ({ errors }: Answer) => errors?.[0]?.extensions

/** Names of offices and lists of kinds are enums; all else is written as JSON is. */
function literal(input: object): string {
  const isEnum = (name: string) => /^(office|kind|severity|condition|authority|rhythm)$/.test(name)
  const texts = Object.entries(input).map(([name, value]) => `${name}: ${isEnum(name) ? value : inWords(value)}`)
  return `{ ${texts.join(', ')} }`
}
function inWords(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inWords).join(', ')}]`
  const isInput = typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value)
  return isInput ? literal(value) : JSON.stringify(value)
}

/** What is asked back of an act whose payload is not an alert. */
const PAYLOADS: Readonly<Record<string, string>> = {
  acknowledgeAlerts: `alerts { ${FIELDS} } refused { id code version }`,
  knowOfAlert: 'knownAt',
  recordSecretariat: 'secretariat { state { code } condition since by }',
  recordBreach: 'breach { id authority foundAt states { code } }',
  recordBreachNotice: 'breach { id toldAt notice }',
  withdrawBreach: 'breach { id withdrawnAt }',
  answerAlert: 'id at version',
  answerByNumber: 'number at',
  silenceAlerts: 'silence { id until }',
  endSilence: 'silence { id endedAt }',
  chooseLetters: 'terms { state { code } severity rhythm by }',
  setAlertThreshold: 'threshold { value }',
  endAlertThreshold: 'threshold { value changes { value reason effectiveOn state { code } } }',
}

/** Gives the acta of who is held for how many hours. */
async function takeInHeld({ url }: ScratchDatabase): Promise<Record<37 | 25 | 4, string>> {
  const feeds = feedsOf(url)
  const [critical, red, amber, station] = [
    aDetection(),
    aDetection(),
    aDetection(),
    aDetection({ ENTIDAD: 'Veracruz' }),
  ]
  await feeds.takeIn('children/detections', [critical, red, amber, station])
  const stays = [critical, red, amber].map(({ ACTA }, i) =>
    aStay(ACTA, { INGRESO: writtenTime(hoursAgo([37, 25, 4][i] ?? 0)) }),
  )
  const inStation = { 'NOMBRE DEL LUGAR': 'EM Acayucan', 'TIPO DE LUGAR': 'Estación migratoria', ENTIDAD: 'Veracruz' }
  await feeds.takeIn('placements/stays', [...stays, aStay(station.ACTA, inStation)])
  await feeds.stop()
  return { 37: critical.ACTA, 25: red.ACTA, 4: amber.ACTA }
}

export async function worldOfAlerts(): Promise<AlertWorld> {
  const database = await scratchDatabase()
  const graph = await openGraph(database)
  const held = await takeInHeld(database)
  await settle(graph.services.values(), database)
  const listed: AlertWorld['listed'] = async (filter, actor = actorOfAlerts) => {
    const question = `{ alerts(first: 100, filter: ${filter}) { totalCount edges { node { ${FIELDS} } } } }`
    const { data, errors } = await graph.ask(actor, question)
    expect(errors).toBeUndefined()
    const { alerts } = data as { alerts: { totalCount: number; edges: { node: SeenAlert }[] } }
    expect(alerts.totalCount).toBe(alerts.edges.length)
    return alerts.edges.map(({ node }) => node)
  }
  return {
    ...{ database, graph, listed },
    actaOf: (hours) => held[hours],
    async one(kind, severity, actor) {
      const [alert] = await listed(`{ kind: [${kind}], severity: [${severity}] }`, actor)
      if (!alert) throw new Error(`No alert ${kind} ${severity}`)
      return alert
    },
    async asked<Data>(actor: Actor, query: string) {
      const { data, errors } = await graph.ask(actor, query)
      expect(errors).toBeUndefined()
      return data as Data
    },
    act: (actor, field, input) =>
      graph.ask(
        actor,
        `mutation { ${field}(input: ${literal(input)}) { ${PAYLOADS[field] ?? `alert { ${FIELDS} }`} } }`,
      ),
    judgedAt: async (now) => graph.services.get('oversight')?.round(now, false),
    async stop() {
      await graph.stop()
      await database.drop()
    },
  }
}
