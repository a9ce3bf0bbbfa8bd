/** What is said of a file of INM that is taken back tells of nothing that others have recorded of its children (security.md 3.8). */
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { refusedReportOf, withdrawnReportOf } from '@vigia/kit/intake/command/report'
import { WithdrawalRefused } from '@vigia/kit/intake/known/withdrawal-refused'
import { withdraw } from '@vigia/kit/intake/withdraw'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withdrawal } from '../../services/children/src/intake/withdrawal.ts'
import { type Desk, openDesk } from '../intake/desk.ts'
import { aDetection } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, localDay, written } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { type Twins, twinRegistries } from './twin-registries.ts'

const WHY = { reason: 'enviado por error' }

/** What the command says once INM's file is taken in and taken back. */
async function takenBack({ database }: Twins['plain'], row: Row) {
  const feeds = feedsOf(database.url)
  const { batchId } = await feeds.takeIn('children/detections', [row])
  await feeds.stop()
  const pool = openPool(urlOfRole(database.url, 'vigia_children'), 2)
  const withdrawn = await withdraw(pool, withdrawal, batchId ?? '', WHY)
  await pool.end()
  return { said: withdrawnReportOf('lote', withdrawn), withdrawn }
}

test('a file of which a row waits, since the DIF has told of a birth that speaks against it, is taken back in the same words as one of which none does', async () => {
  const twins = await twinRegistries()
  const row = aDetection({ NUE: twins.nue, 'FECHA Y HORA': written(daysAgo(900)), 'AVISO A PPNNA': '' })

  const there = await takenBack(twins.plain, row)
  const here = await takenBack(twins.protecting, row)
  await twins.stop()

  expect([there.withdrawn.unmatched, here.withdrawn.unmatched]).toEqual([0, 1])
  expect(here.said).toBe(there.said)
  expect(here.said).toBe('lote: retirado.')
})

describe('a find on which a claim of asylum rests', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())

  /** Why it is not taken back, and which file of COMAR hangs on it. */
  async function refusedOf(source: string): Promise<{ refused: WithdrawalRefused; claims: string | null }> {
    const found = aDetection()
    const { batchId } = await desk.send('children/detections', [found], { source })
    const claim = { 'FECHA DE SOLICITUD': localDay(daysAgo(1)), SITUACIÓN: 'Solicitud presentada' }
    const claims = await desk.send(
      'children/asylum-claims',
      [{ EXPEDIENTE: `COMAR de ${source}`, ACTA: found.ACTA, ...claim }],
      { source: 'COMAR' },
    )
    const refused: unknown = await desk.takeBack('children', batchId).catch((error: unknown) => error)
    if (!(refused instanceof WithdrawalRefused)) throw new Error(`It was taken back: ${JSON.stringify(refused)}`)
    return { refused, claims: claims.batchId }
  }

  test('is not taken back, and what rests on it is told on a line that is not for INM', async () => {
    const { refused, claims } = await refusedOf('INM')

    expect(refusedReportOf(refused).split('\n')).toEqual([
      'Este lote todavía no se puede retirar.',
      expect.stringMatching(`^Solo para quien opera el registro, .*asylum-claims ${claims}`),
    ])
  })

  test('sent by the DIF, is told of with what rests on it', async () => {
    const { refused, claims } = await refusedOf('DIF')

    expect(refusedReportOf(refused)).toMatch(`asylum-claims ${claims}.`)
    expect(refusedReportOf(refused)).not.toContain('Solo para')
  })
})
