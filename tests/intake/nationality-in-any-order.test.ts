/** A child is of the nationality that the first find of it names, in whatever order the files come, and is counted so. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { nextNumber, type Row } from '../support/builders/row.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const NOBODY_SAYS = 'No especificada'
const found = (at: string, NUE: string, NACIONALIDAD: string) =>
  aDetection({ 'FECHA Y HORA': at, 'AVISO A PPNNA': '', NUE, NACIONALIDAD })

/** Takes the finds in, each file in its turn, and gives the files' batches. */
async function takeIn(files: readonly (readonly Row[])[]): Promise<(string | null)[]> {
  const batches: (string | null)[] = []
  for (const file of files) batches.push((await desk.send('children/detections', file)).batchId)
  return batches
}

/** What is known of the child, and of which nationality it is counted. */
async function nationalityOf(nue: string) {
  const [child] = await desk.database.query(
    `select c.nationality, (select string_agg(x.nationality, ' ') from (
       select nationality from children.delta where indicator = 'CHILDREN_DETECTED' and day = outbox.mx_date(c.first_detected_at)
       group by 1 having sum(n) <> 0) x) as counted
     from children.child c join children.identifier i on i.child_id = c.id where i.value = $1`,
    [nue],
  )
  return child
}

/** Each child is found on days of its own, so that what is counted of them is of it alone; in 2023, of whose days each is one of 2024 too. */
function aChild(first: string, second: string) {
  const number = nextNumber()
  const NUE = `N${String(number).padStart(9, '0')}`
  const day = new Date(Date.UTC(2023, 0, 1 + (number % 300)))
  const [month, date] = [day.getUTCMonth() + 1, day.getUTCDate()]
  return {
    NUE,
    first: found(`${date}/${month}/2023 10:00`, NUE, first),
    second: found(`${date}/${month}/2024 10:00`, NUE, second),
  }
}

test.each([
  ['two', 'Honduras', 'Guatemala', 'HND'],
  ['one, by the later', NOBODY_SAYS, 'Guatemala', 'GTM'],
  ['one, by the earlier', 'Honduras', NOBODY_SAYS, 'HND'],
  ['none', NOBODY_SAYS, NOBODY_SAYS, 'ZZZ'],
])('given finds that name %s, all orders give the same', async (_what, first, second, nationality) => {
  const [together, turned, inOrder, outOfOrder] = [1, 2, 3, 4].map(() => aChild(first, second))
  if (!together || !turned || !inOrder || !outOfOrder) throw new Error('There are four.')

  await takeIn([
    [together.first, together.second],
    [turned.second, turned.first],
  ])
  await takeIn([[inOrder.first], [inOrder.second], [outOfOrder.second], [outOfOrder.first]])

  for (const { NUE } of [together, turned, inOrder, outOfOrder])
    expect(await nationalityOf(NUE)).toEqual({ nationality, counted: nationality })
})

test('given the file of the first find is taken back, the child is of the nationality that the other names', async () => {
  const { NUE, first, second } = aChild('Honduras', 'Guatemala')
  const [, ofFirst] = await takeIn([[second], [first]])

  await desk.takeBack('children', ofFirst ?? null)

  expect(await nationalityOf(NUE)).toEqual({ nationality: 'GTM', counted: 'GTM' })
})

test('given the first find is corrected to another nationality, the child is of that', async () => {
  const { NUE, first, second } = aChild('Honduras', 'Guatemala')
  await takeIn([[second], [first]])

  await takeIn([[{ ...first, NACIONALIDAD: 'El Salvador' }]])

  expect(await nationalityOf(NUE)).toEqual({ nationality: 'SLV', counted: 'SLV' })
})
