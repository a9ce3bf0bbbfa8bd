/**
 * Who has a number before him, on a paper or from a mother, finds whose it is: exactly that one, among the children whom he may identify,
 * and by the acts of those whom he oversees.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { type Desk, openDesk } from '../intake/desk.ts'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { settle } from '../support/settled.ts'

const CNDH = anActor('ombudsperson-federal')
const CDH = anActor('ombudsperson-state')
const PPNNA = anActor('ppnna-officer')
const DIF = anActor('dif-officer')

const here = aDetection({ NUE: 'N123456789', PASAPORTE: 'E-4477881' })
const brother = aDetection()
const elsewhere = aDetection({ ENTIDAD: 'Veracruz', NUE: 'N987654321' })
const file = aCase(here.ACTA)

let desk: Desk
let graph: Graph
const folios = new Map<string, string>()
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [here, brother, elsewhere])
  await desk.tell()
  const stays = [here, brother].map(({ ACTA }) => aStay(ACTA, { 'EXPEDIENTE DIF': 'DIF-07/0042' }))
  await desk.send('placements/stays', stays, { source: 'DIF', state: '07' })
  await desk.send('representation/protection-cases', [file], { source: 'PPNNA', state: '07' })
  graph = await openGraph(desk.database)
  await settle(graph.services.values(), desk.database)
  const rows = await desk.database.query<{ acta: string; folio: string }>(
    'select d.acta, c.folio from children.detection d join children.child c on c.id = d.child_id',
  )
  for (const { acta, folio } of rows) folios.set(acta, folio)
})
afterAll(async () => {
  await graph.stop()
  await desk.close()
})

const asking = (actor: typeof CNDH, type: string, number: string) =>
  graph.ask(actor, `{ childrenByNumber(type: ${type}, number: ${JSON.stringify(number)}) { folio } }`)
async function found(actor: typeof CNDH, type: string, number: string): Promise<string[]> {
  const { data, errors } = await asking(actor, type, number)
  expect(errors).toBeUndefined()
  return (data as { childrenByNumber: { folio: string }[] }).childrenByNumber.map(({ folio }) => folio).sort()
}
const folioOf = ({ ACTA }: { ACTA: string }) => folios.get(ACTA) ?? ''

test.each([
  ['an acta', 'ACTA', here.ACTA],
  ['an acta as it is read aloud', 'ACTA', ` ${here.ACTA.toLowerCase().replaceAll('/', '-')} `],
  ['a NUE', 'NUE', '123 456 789'],
  ['the number of a passport, which the database does not know', 'PASSPORT', 'e-4477881'],
  ['the folio of a Procuraduría', 'PPNNA_FOLIO', file.FOLIO],
])('by %s the Procuraduría finds whose it is', async (_what, type, number) => {
  expect(await found(PPNNA, type, number)).toEqual([folioOf(here)])
  expect((await entriesOf(desk.database)).at(-1)).toMatchObject({ asked: ['childrenByNumber'], records: 1 })
})

test('a file that brothers and sisters share is of all of them', async () => {
  expect(await found(PPNNA, 'DIF_FILE', 'DIF-07/0042')).toEqual([folioOf(here), folioOf(brother)].sort())
})

test('a number of a child of another state is of nobody, as one that nobody has', async () => {
  for (const number of ['N987654321', 'N555555551']) {
    expect(await asking(PPNNA, 'NUE', number)).toEqual(await asking(PPNNA, 'NUE', 'N555555552'))
    expect(await found(PPNNA, 'NUE', number)).toEqual([])
    expect(await found(DIF, 'NUE', number)).toEqual([])
  }
  expect(await found(CNDH, 'NUE', 'N987654321')).toEqual([folioOf(elsewhere)])
  expect((await entriesOf(desk.database)).findLast(({ role }) => role === 'dif-officer')).toMatchObject({
    asked: ['childrenByNumber'],
    scopes: ['child:identify'],
    records: 0,
  })
})

test('an ombudsperson finds by the acts of those whom it oversees, and not by those of others', async () => {
  expect(await found(CNDH, 'ACTA', here.ACTA)).toEqual([folioOf(here)])
  expect(await found(CDH, 'ACTA', here.ACTA)).toEqual([])
  expect(await found(CDH, 'PPNNA_FOLIO', file.FOLIO)).toEqual([folioOf(here)])
  expect(await found(CNDH, 'PPNNA_FOLIO', file.FOLIO)).toEqual([])
  expect(await found(CDH, 'PASSPORT', 'E-4477881')).toEqual([folioOf(here)])
})

test.each([
  ['ACTA', '07/2026', 'written like this'],
  ['CURP', 'MELR100215HNEXXX09', 'mistyped'],
  ['NUE', 'N111111111', 'nobody’s'],
])('%s %s is refused in plain words, and is not "none"', async (type, number, words) => {
  const { data, errors } = await asking(PPNNA, type, number)
  expect(data).toEqual({ childrenByNumber: null })
  expect(errors).toMatchObject([{ message: expect.stringContaining(words), extensions: { code: 'BAD_USER_INPUT' } }])
})

test.each(['federal-secretary', 'state-secretary', 'inm-officer', 'partner', 'public'] as const)(
  '%s, who identifies nobody, is refused before anything is looked up',
  async (role) => {
    const { status, data } = await asking(anActor(role), 'ACTA', here.ACTA)
    expect([status, JSON.stringify(data ?? null)]).toEqual([403, 'null'])
  },
)
