/** Siblings often share a file. Its number is of the first of them; of the others it is told what would have them taken in: waiting does not. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, type Detection } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import type { Row } from '../support/builders/row.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
let ana: Detection
let luis: Detection
beforeAll(async () => {
  desk = await openDesk()
  ;[ana, luis] = [aDetection(), aDetection({ 'NOMBRE(S)': 'Luis' })]
  await desk.send('children/detections', [ana, luis])
  await desk.tell()
})
afterAll(() => desk.close())

const CASE = aCase('')
const FEEDS: [feed: string, number: string, row: Row, sender: object][] = [
  ['representation/protection-cases', 'folio', CASE, { source: 'PPNNA', state: '07' }],
  [
    'children/asylum-claims',
    'expediente',
    { EXPEDIENTE: 'COMAR/77/2026', 'FECHA DE SOLICITUD': '01/03/2026', SITUACIÓN: 'Solicitud presentada' },
    { source: 'COMAR' },
  ],
]

test.each(FEEDS)(
  '%s: given siblings under one %s, the second waits, and its sender learns what to do',
  async (feed, number, row, sender) => {
    const { counts, notices } = await desk.send(
      feed,
      [ana, luis].map(({ ACTA }) => ({ ...row, ACTA })),
      sender,
    )

    expect(counts).toMatchObject({ recorded: 1, unmatched: 1 })
    expect(notices).toContainEqual(
      expect.stringMatching(
        new RegExp(`\\(renglón 3\\)\\. Ese ${number} ya es de otra niña.* dé a cada quien el suyo`),
      ),
    )
  },
)
