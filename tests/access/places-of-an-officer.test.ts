/** An officer of the DIF who is bound to single places of its states knows of the children lodged in these, at every door (security.md 3.2). */
import { ANSWERING, readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import type { Actor } from '@vigia/kit/actor'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { type ChildrenOfEachKind, inOrder, openChildrenOfEachKind } from '../support/children-of-each-kind.ts'
import { everywhere, reachedBy } from '../support/reached.ts'
import { keyOf, underContext } from '../support/under-context.ts'

let world: ChildrenOfEachKind
let places: ReadonlyMap<string, string>
beforeAll(async () => {
  world = await openChildrenOfEachKind()
  const rows = await world.database.query<{ id: string; name: string }>('select id, name from placements.facility')
  places = new Map(rows.map(({ id, name }) => [name, id]))
})
afterAll(() => world.stop())

const [TAPACHULA, TONALA] = ['Centro de canalización Tapachula', 'Centro de canalización Tonalá']
const boundTo = (...names: string[]) =>
  anActor('dif-officer', { facilities: names.map((name) => places.get(name) ?? name) })
const reached = (actor: Actor) => reachedBy(world, actor)

test('given no single places, it reaches whoever was lodged in the state', async () => {
  expect(await reached(anActor('dif-officer'))).toEqual(everywhere('lodged', 'left lately', 'passed through'))
})

test('given single places, it reaches whoever was lodged in these, and nobody in one of another state', async () => {
  expect(await reached(boundTo(TONALA))).toEqual(everywhere('left lately'))
  expect(await reached(boundTo(TAPACHULA, TONALA))).toEqual(everywhere('lodged', 'left lately', 'passed through'))
  expect(await reached(boundTo('Albergue Xalapa'))).toEqual(everywhere())
  expect(await reached(boundTo())).toEqual(everywhere())
})

test.each(ANSWERING)(
  'given single places, the database shows it in %s whoever was lodged in these',
  async (service) => {
    const login = readerUrl(service, world.database.url)
    const shownTo = async (actor: Actor) => {
      const context = signedContext(keyOf(login), rowContextOf(actor))
      const rows = await underContext(login, context, `select child_id as id from ${service}.act_here`)
      return inOrder((rows as { id: string }[]).map(({ id }) => world.ids.get(id)))
    }
    expect(await shownTo(boundTo(TONALA))).toEqual(['left lately'])
    expect(await shownTo(boundTo())).toEqual([])
  },
)

test('given single places, it is told of what it owes there and of the state, and of no other place', async () => {
  // Of places that are INM's it owes nothing.
  await world.database.query("update oversight.facility_ref set type = 'ALB' where facility_id = $1", [
    places.get(TAPACHULA),
  ])
  const aboutPlaces = async (actor: Actor, service?: 'oversight') => {
    const duties = '{ dutyAlerts(first: 100) { edges { node { id facility { id } child { id } } } } }'
    const { data } = await (service ? world.graph.askService(service, actor, duties) : world.graph.ask(actor, duties))
    const { edges } = (data as { dutyAlerts: { edges: { node: Duty }[] } }).dutyAlerts
    return [...new Set(edges.flatMap(({ node }) => (node.facility && !node.child ? [node.facility.id] : [])))].sort()
  }
  const unlisted = [places.get(TAPACHULA)]

  expect(await aboutPlaces(anActor('dif-officer'))).toEqual(unlisted)
  expect(await aboutPlaces(boundTo(TAPACHULA))).toEqual(unlisted)
  for (const elsewhere of [boundTo(TONALA), boundTo()]) {
    expect(await aboutPlaces(elsewhere)).toEqual([])
    expect(await aboutPlaces(elsewhere, 'oversight')).toEqual([])
  }
  const login = readerUrl('oversight', world.database.url)
  const shownTo = (actor: Actor) =>
    underContext(
      login,
      signedContext(keyOf(login), rowContextOf(actor)),
      "select facility_id as id from oversight.alert where kind = 'UNLISTED_PLACE'",
    )
  expect(await shownTo(boundTo(TAPACHULA))).toEqual([{ id: places.get(TAPACHULA) }])
  expect(await shownTo(boundTo(TONALA))).toEqual([])
})

interface Duty {
  id: string
  facility: { id: string } | null
  child: { id: string } | null
}

test('given single places, it chooses no letters for the office of the whole state', async () => {
  const choosing = (actor: Actor) =>
    world.graph.ask(
      actor,
      'mutation { chooseLetters(input: { state: "07", severity: CRITICAL, rhythm: DAILY }) { terms { severity } } }',
    )
  const chosen = () => world.database.query('select role, state, severity from oversight.letter_choice_now')

  const { errors } = await choosing(boundTo(TONALA))
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN'])
  expect(await chosen()).toEqual([])

  expect((await choosing(anActor('dif-officer'))).errors).toBeUndefined()
  expect(await chosen()).toEqual([{ role: 'dif-officer', state: '07', severity: 'CRITICAL' }])
})
