/** A sender's command works beside a running start and without one: the figures move by themselves. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onBoard } from '../support/board.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { csvOf, type Row } from '../support/builders/row.ts'
import { localDay } from '../support/clock.ts'
import { eventually } from '../support/eventually.ts'
import { ROOT } from '../support/source-files.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode, isLive: true })
    await world.settle()
  })
  afterAll(() => world.stop())

  /** As a person types it. Its name says who sends it and until when it tells. */
  async function intake(feed: string, rows: readonly Row[], ...flags: string[]): Promise<string> {
    const file = path.join(folder, `${mode}--${feed.replace('/', '--')}.csv`)
    writeFileSync(file, csvOf(rows))
    const told = ['--source', 'INM', '--cutoff', localDay(new Date())]
    const run = promisify(execFile)(
      'node',
      ['services/_kit/src/intake/command/command.ts', feed, file, ...told, ...flags],
      {
        cwd: ROOT,
        env: { ...process.env, DATABASE_URL: world.database.url },
      },
    )
    const { stdout, stderr } = await run
    return stdout + stderr
  }

  test('given Vigía runs, a file that is sent by command is on the board within seconds', async () => {
    // Given a board that was told of nobody
    const detection = aDetection()
    expect((await onBoard(world)).detention).toBeNull()

    // When a person sends two files by command, the first one only to try it
    await intake('children/detections', [detection], '--dry-run')
    expect(await world.database.query('select from children.detection')).toHaveLength(0)
    await intake('children/detections', [detection])
    await intake('placements/stays', [aStay(detection.ACTA)])

    // Then the board moves, and nobody started anything
    const detention = await eventually(
      async () => (await onBoard(world)).detention,
      (found) => found?.heldNow === 1,
      5_000,
    )
    expect(detention).toMatchObject({ inReferralCenters: 1 })
  })
})
