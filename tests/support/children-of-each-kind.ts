/** Children of whom each role may know another few, in a registry of their own, with the graph over it. */
import type { Role } from '@vigia/law/access-matrix'
import { anActor, type Graph, openGraph } from './asking.ts'
import { aDetection, aReturn, aStay } from './builders/inm.ts'
import { aCase } from './builders/ppnna.ts'
import type { Row } from './builders/row.ts'
import { daysAgo, localDay, written } from './clock.ts'
import { type Feeds, feedsOf } from './feeds.ts'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'
import { settle } from './settled.ts'

/** All found in Chiapas but the last two, of whom one was lodged there for a while. */
export const CHILDREN = [
  'not notified',
  'notified',
  'lodged',
  'left lately',
  'left long ago',
  'filed',
  'with counsel',
  'counsel ended',
  'passed through',
  'of Veracruz',
] as const
export type Name = (typeof CHILDREN)[number]

const KEY = '12345678'
export const COUNSEL = anActor('independent-counsel', { org: 'Casa Alianza', counsel: [KEY] })
/** Of the same name, with the mandate of another child. */
export const NAMESAKE = anActor('independent-counsel', { org: 'Casa Alianza', counsel: ['87654321'] })

export const FILED: readonly Name[] = ['filed', 'with counsel', 'counsel ended']
/** In a place of Chiapas, or of Veracruz. */
export const LODGED_ONCE: readonly Name[] = [
  'not notified',
  'lodged',
  'left lately',
  'left long ago',
  'filed',
  'with counsel',
  'passed through',
]
/** Whom the row of each role in the matrix opens to one of Chiapas, or of the country. */
export const SEEN: Readonly<Record<Exclude<Role, 'partner' | 'public' | 'inm-officer'>, readonly Name[]>> = {
  'federal-secretary': CHILDREN,
  'ombudsperson-federal': CHILDREN,
  'state-secretary': CHILDREN.filter((name) => name !== 'of Veracruz' && name !== 'passed through'),
  'ombudsperson-state': ['notified', 'lodged', 'left lately', ...FILED, 'passed through'],
  'ppnna-officer': ['notified', ...FILED],
  'dif-officer': ['lodged', 'left lately', 'passed through'],
  'independent-counsel': ['with counsel'],
}
/** Who left the last place in Chiapas within 90 days: its secretary still sees that there is such a child. */
export const STUBS: readonly Name[] = ['passed through']
export const actorOf = (role: string) => (role === 'independent-counsel' ? COUNSEL : anActor(role as Role))
export const inOrder = (names: readonly (Name | undefined)[]) => CHILDREN.filter((name) => names.includes(name))

export interface ChildrenOfEachKind {
  database: ScratchDatabase
  graph: Graph
  feeds: Feeds
  ids: ReadonlyMap<string, Name>
  /** Casa Alianza has the mandate of that child until this day; an empty one for no end. Of those of that name, the one of this key. */
  mandate: (name: Name, end: string, more?: Row) => Promise<unknown>
  stop: () => Promise<void>
}

export async function openChildrenOfEachKind(): Promise<ChildrenOfEachKind> {
  const database = await scratchDatabase()
  const [graph, feeds] = [await openGraph(database), feedsOf(database.url)]
  const folios = new Map<Name, string>()
  const detections = CHILDREN.map((name) =>
    aDetection({
      ENTIDAD: name === 'of Veracruz' || name === 'passed through' ? 'Veracruz' : 'Chiapas',
      'FECHA Y HORA': written(daysAgo(60)),
      ...(name === 'notified' || name === 'of Veracruz' ? {} : { 'AVISO A PPNNA': '' }),
    }),
  )
  const actaOf = (name: Name) => detections[CHILDREN.indexOf(name)]?.ACTA ?? ''
  await feeds.takeIn('children/detections', detections)
  await feeds.takeIn('placements/stays', staysOf(actaOf))
  for (const name of FILED) {
    const file = aCase(actaOf(name))
    folios.set(name, file.FOLIO)
    await feeds.takeIn('representation/protection-cases', [file], { state: '07' })
  }
  const mandate = (name: Name, end: string, more: Row = {}) =>
    feeds.takeIn('representation/representations', [{ ...aMandate(folios.get(name) ?? '', end), ...more }], {
      state: '07',
    })
  await mandate('with counsel', '')
  await mandate('counsel ended', localDay(daysAgo(2)))
  await mandate('filed', '', { 'CÉDULA O CLUNI': '87654321' })
  await mandate('filed', '', { CALIDAD: 'Pro bono', 'CÉDULA O CLUNI': '' })
  await feeds.takeIn(
    'returns/executed-returns',
    CHILDREN.map((name) => aReturn(actaOf(name))),
  )
  await settle(graph.services.values(), database)
  const ids = await idsOf(database, actaOf)
  const stop = async () => {
    await feeds.stop()
    await graph.stop()
    await database.drop()
  }
  return { database, graph, feeds, ids, mandate, stop }
}

async function idsOf(database: ScratchDatabase, actaOf: (name: Name) => string): Promise<Map<string, Name>> {
  const found = await database.query<{ id: string; acta: string }>(
    'select child_id as id, acta from children.detection',
  )
  const idOf = (name: Name) => found.find(({ acta }) => acta === actaOf(name))?.id ?? ''
  return new Map(CHILDREN.map((name) => [idOf(name), name]))
}

function staysOf(actaOf: (name: Name) => string): Row[] {
  const until = (days: number) => ({
    INGRESO: written(daysAgo(days + 3)),
    EGRESO: written(daysAgo(days)),
    'TIPO DE EGRESO': 'Traslado',
  })
  const inVeracruz = { 'NOMBRE DEL LUGAR': 'Albergue Xalapa', ENTIDAD: 'Veracruz' }
  return [
    aStay(actaOf('lodged')),
    aStay(actaOf('left lately'), { ...until(29), 'NOMBRE DEL LUGAR': 'Centro de canalización Tonalá' }),
    aStay(actaOf('left long ago'), until(31)),
    aStay(actaOf('passed through'), until(20)),
    aStay(actaOf('filed'), inVeracruz),
    aStay(actaOf('not notified'), { ...until(35), ...inVeracruz }),
    aStay(actaOf('with counsel'), inVeracruz),
    aStay(actaOf('with counsel'), {
      ...until(20),
      'NOMBRE DEL LUGAR': 'Casa de la familia Prueba',
      'TIPO DE LUGAR': 'Familia de acogida',
      ENTIDAD: 'Veracruz',
    }),
  ]
}

const aMandate = (folio: string, end: string) => ({
  FOLIO: folio,
  CALIDAD: 'Abogado independiente OSC',
  'PERSONA U ORGANIZACIÓN': 'Casa Alianza',
  'CÉDULA O CLUNI': KEY,
  INICIO: localDay(daysAgo(9)),
  FIN: end,
})
