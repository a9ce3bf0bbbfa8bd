/**
 * A folio is all that letters and pages tell of a child: whoever has read one finds by it what it would find by the id, and no more, and
 * the audit is told of the same child.
 */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { anActor } from '../support/asking.ts'
import { codeOf, emergency, LIST, type OpeningWorld, opening, worldOfOpenings } from '../support/openings.ts'

const PPNNA = anActor('ppnna-officer')
const CNDH = anActor('ombudsperson-federal')
const FEDERAL = anActor('federal-secretary')
const OF_NOBODY = 'NNA-0000-000000000000'

let world: OpeningWorld
let ask: OpeningWorld['ask']
let own: { id: string; folio: string }
let foreign: { id: string; folio: string }
beforeAll(async () => {
  world = await worldOfOpenings()
  ask = world.ask
  const folioOf = async (id: string) =>
    (await world.database.query<{ folio: string }>('select folio from children.child where id = $1', [id]))[0]?.folio ??
    ''
  own = { id: world.child, folio: await folioOf(world.child) }
  foreign = { id: world.stranger, folio: await folioOf(world.stranger) }
})
afterAll(() => world.stop())

const READ = 'id detections { totalCount }'
const lastEntry = async (subject: string) =>
  (await entriesOf(world.database)).findLast((one) => one.subject === subject)

test('a child is found by its folio as by its id, however the folio is written', async () => {
  const byId = await ask(PPNNA, `{ child(id: "${own.id}") { ${READ} } }`)
  expect(byId.data).toMatchObject({ child: { id: own.id } })

  for (const written of [own.folio, own.folio.toLowerCase(), ` ${own.folio.replaceAll('-', '–')} `])
    expect(await ask(PPNNA, `{ child(id: "${written}") { ${READ} } }`)).toEqual(byId)
  expect(await lastEntry(PPNNA.sub)).toMatchObject({ children: [own.id], missed: [] })
})

test('one of another state is none, as a folio of nobody is, by as many questions to the database; the audit knows of whom', async () => {
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  const answers = []
  const questions = []
  for (const folio of [OF_NOBODY, foreign.folio, OF_NOBODY, foreign.folio]) {
    asked.mockClear()
    answers.push(await ask(PPNNA, `{ child(id: "${folio}") { ${READ} } }`))
    questions.push(asked.mock.calls.length)
  }
  asked.mockRestore()

  expect(answers.map(({ data, errors }) => [data, errors])).toEqual(answers.map(() => [{ child: null }, undefined]))
  expect(questions[2]).toBe(questions[3])
  expect(await lastEntry(PPNNA.sub)).toMatchObject({ children: [], missed: [foreign.id] })
})

test.each(['NNA-12', 'Wendy', '', '07'])('%s names no child: it is said, and not that there is none', async (text) => {
  const answer = await ask(PPNNA, `{ child(id: "${text}") { folio } }`)
  expect([codeOf(answer), answer.errors?.[0]?.message]).toEqual(['BAD_USER_INPUT', expect.stringContaining('folio')])
})

describe('what is opened', () => {
  const PLACES = (named: string) =>
    `{ child(id: "${named}") { id placements { edges { node { facility { name } } } } } }`

  test('for a reason, of a child by its folio, is told whichever way the child is named', async () => {
    const before = await ask(FEDERAL, PLACES(own.folio))
    expect(codeOf(before)).toBe('FORBIDDEN')

    expect(codeOf(await ask(FEDERAL, opening(own.folio)))).toBeUndefined()

    const byId = await ask(FEDERAL, PLACES(own.id))
    expect(byId.data).toMatchObject({ child: { id: own.id, placements: { edges: [{}] } } })
    expect(await ask(FEDERAL, PLACES(own.folio))).toEqual(byId)
    expect(codeOf(await ask(FEDERAL, PLACES(foreign.folio)))).toBe('FORBIDDEN')
  })

  test('in an emergency, of a child of another state of whom nothing but the folio is known', async () => {
    const used = await ask(PPNNA, emergency(foreign.folio))
    expect(used.errors).toBeUndefined()

    expect((await ask(PPNNA, PLACES(foreign.folio))).data).toMatchObject({ child: { id: foreign.id } })
    expect(JSON.stringify((await ask(CNDH, LIST)).data)).toContain(foreign.id)
    expect(codeOf(await ask(PPNNA, emergency(OF_NOBODY)))).toBe('NOT_FOUND')
  })
})
