/** What taking a file in does, and does not do (security.md section 10, rows 42 to 44). */
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { csvOf } from '../support/builders/row.ts'
import { openedIn } from '../support/opened.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const count = async (table: string) => (await desk.database.query(`select from ${table}`)).length

test('a file of three good rows becomes three children, and says so', async () => {
  const before = await count('children.child')

  const taken = await desk.send('children/detections', [aDetection(), aDetection(), aDetection()])

  expect(taken).toMatchObject({ outcome: 'TAKEN', rejects: null })
  expect(taken.counts).toMatchObject({ rows: 3, recorded: 3, corrected: 0, unchanged: 0, refused: 0, unmatched: 0 })
  expect(await count('children.child')).toBe(before + 3)
})

test('row 44: the same file again changes nothing and is answered with the first batch', async () => {
  const file = csvOf([aDetection()])
  const first = await desk.send('children/detections', file)
  const before = await factsOf(desk, 'children')

  const second = await desk.send('children/detections', file)

  expect(second).toMatchObject({ outcome: 'ALREADY_TAKEN', batchId: first.batchId })
  expect(await factsOf(desk, 'children')).toEqual(before)
})

test('a file without rows is taken in from each who has nothing to tell, of each day, and once', async () => {
  const [header] = csvOf([aDetection()]).split('\r\n')
  const sent = async (state: string, cutoff: string) =>
    (await desk.send('children/detections', `${header}\r\n`, { state, cutoff })).outcome

  expect([await sent('07', '2026-01-05'), await sent('30', '2026-01-05')]).toEqual(['TAKEN', 'TAKEN'])
  expect([await sent('07', '2026-01-12'), await sent('07', '2026-01-12')]).toEqual(['TAKEN', 'ALREADY_TAKEN'])
})

test('the same rows in another file change nothing', async () => {
  const row = aDetection()
  await desk.send('children/detections', [row])
  const before = await factsOf(desk, 'children')

  const { counts } = await desk.send('children/detections', `${csvOf([row])}TOTAL,1\r\n`)

  expect(counts).toMatchObject({ rows: 1, recorded: 0, corrected: 0, unchanged: 1, skipped: 1 })
  expect(await factsOf(desk, 'children')).toEqual(before)
})

describe('row 43: one bad row among 50,000', () => {
  const good = Array.from({ length: 50_000 }, () => aDetection())
  const rows = csvOf([...good.slice(0, 31_416), aDetection({ ENTIDAD: 'Nueva Granada' }), ...good.slice(31_416)])

  test('a dry run names it', async () => {
    const { outcome, firstRejects } = await desk.send('children/detections', rows, { dryRun: true, acceptGood: true })

    expect(outcome).toBe('DRY_RUN')
    expect(firstRejects).toEqual([
      {
        line: 31_418,
        column: 'ENTIDAD',
        value: 'Nueva Granada',
        reason: '«Nueva Granada» no es una entidad federativa.',
      },
    ])
  })

  test('the file is refused, nothing is written, and the reject file tells line, column, value and reason', async () => {
    const before = await count('children.child')

    const { outcome, batchId, counts, rejects } = await desk.send('children/detections', rows)

    expect({ outcome, batchId, refused: counts.refused }).toEqual({ outcome: 'REFUSED', batchId: null, refused: 1 })
    expect(await count('children.child')).toBe(before)
    expect(readFileSync(rejects ?? '', 'utf8')).toBe(
      '\ufeffrenglón,columna,valor,motivo\r\n31418,ENTIDAD,Nueva Granada,«Nueva Granada» no es una entidad federativa.\r\n',
    )
  })

  test('only whoever asks for it gets the good ones in', async () => {
    const before = await count('children.child')

    const { outcome, counts } = await desk.send('children/detections', rows, { acceptGood: true })

    expect({ outcome, ...counts }).toMatchObject({ outcome: 'TAKEN', rows: 50_001, recorded: 50_000, refused: 1 })
    expect(await count('children.child')).toBe(before + 50_000)
  })
})

test('where rejects find no room, no good row is taken in either, and the file can be sent again', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-test-'))
  const rejectPath = path.join(folder, 'rechazos.csv')
  symlinkSync('/dev/full', rejectPath)
  const rows = [aDetection(), aDetection({ EDAD: '34' })]
  const before = await count('children.child')

  await expect(desk.send('children/detections', rows, { acceptGood: true, rejectPath })).rejects.toThrow('ENOSPC')

  expect(await count('children.child')).toBe(before)
  expect(await desk.send('children/detections', rows, { acceptGood: true })).toMatchObject({
    outcome: 'TAKEN',
    counts: { recorded: 1, refused: 1 },
  })
  rmSync(folder, { recursive: true })
})

test('row 37: a formula in a refused cell does not run in the reject file', async () => {
  const { rejects } = await desk.send('children/detections', [
    aDetection({ ENTIDAD: '=HYPERLINK("http://x.example")' }),
  ])

  expect(readFileSync(rejects ?? '', 'utf8')).toContain(`"'=HYPERLINK`)
})

test.each<[string, string | Buffer]>([
  ['UTF-16', Buffer.from(`\ufeff${csvOf([aDetection()])}`, 'utf16le')],
  ['an unbalanced quote', `${csvOf([aDetection()])}"INM/07/2026/1,x`],
  ['a missing column', csvOf([aDetection()]).replace('ENTIDAD', 'LUGAR')],
])('row 42: %s is answered with a line and writes nothing', async (_what, file) => {
  const before = await count('children.child')

  const { outcome, firstRejects } = await desk.send('children/detections', file, { acceptGood: true })

  expect(outcome).toBe('REFUSED')
  expect(firstRejects).toMatchObject([{ line: expect.any(Number), reason: expect.any(String) }])
  expect(await count('children.child')).toBe(before)
})

test('row 42: Latin-1, a byte order mark and mixed line ends are read', async () => {
  const names = { 'NOMBRE(S)': 'Íñigo', 'PRIMER APELLIDO': 'Ñandú' }
  const [one, another, ...two] = Array.from({ length: 4 }, () => aDetection(names))
  if (!one || !another) throw new Error('There are four.')
  const files = [Buffer.from(csvOf([one]), 'latin1'), `\ufeff${csvOf([another])}`, csvOf(two).replace('\r\n', '\n')]

  for (const file of files) expect((await desk.send('children/detections', file)).outcome).toBe('TAKEN')

  const known = await Promise.all(
    [one, another, ...two].map(({ ACTA }) => openedIn(desk.database, 'person_name', String(ACTA))),
  )
  expect(known.flat().map((name) => name?.['given_names'])).toEqual(Array(4).fill('Íñigo'))
})

test('a batch row says who sent the file and what became of its rows', async () => {
  const rows = [aDetection(), aDetection({ SEXO: 'Q' })]
  const { batchId } = await desk.send('children/detections', rows, {
    source: 'INM',
    acceptGood: true,
    isPreliminary: true,
  })

  expect(await desk.database.query('select * from children.batch where id = $1', [batchId])).toMatchObject([
    {
      feed: 'detections',
      source: 'INM',
      state: null,
      is_preliminary: true,
      row_count: 2,
      accepted_count: 1,
      refused_count: 1,
    },
  ])
})
