/** The files that the synthetic twin plants so that intake refuses them: each bad row is found, where its answer key says. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDay } from '../support/clock.ts'
import { type TwinFiles, writeTwinFiles } from '../support/twin-files.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
let twin: TwinFiles
beforeAll(async () => {
  desk = await openDesk()
  twin = await writeTwinFiles(0.001, localDay(new Date()))
})
afterAll(async () => {
  await twin.remove()
  await desk.close()
})

/** Each file with the feed that its name tells. */
function badFiles(): { name: string; feed: string; content: Buffer }[] {
  return readdirSync(path.join(twin.folder, 'bad')).map((name) => {
    const [service = '', feed = ''] = name.split('--')
    return { name, feed: `${service}/${feed}`, content: readFileSync(path.join(twin.folder, 'bad', name)) }
  })
}

const plantedIn = (name: string) =>
  twin.answers.planted.bad.filter(({ file }) => file === `bad/${name}`).map(({ file: _file, ...reject }) => reject)

test('each file is refused as a whole, for the rows that were planted and for no other', async () => {
  expect(badFiles().flatMap(({ name }) => plantedIn(name))).toHaveLength(twin.answers.planted.bad.length)

  for (const { name, feed, content } of badFiles()) {
    const { outcome, firstRejects } = await desk.send(feed, content)

    expect(outcome).toBe('REFUSED')
    expect(firstRejects.map(({ reason: _reason, ...reject }) => reject)).toEqual(plantedIn(name))
    expect(firstRejects.filter(({ reason }) => reason.trim() === '')).toEqual([])
  }
  expect((await factsOf(desk, 'children'))['detection']).toEqual([])
})

test('whoever asks for the good rows gets them, and none of the others', async () => {
  for (const { name, feed, content } of badFiles()) {
    const { outcome, counts } = await desk.send(feed, content, { acceptGood: true })

    const refused = plantedIn(name).length
    expect({ outcome, ...counts }).toMatchObject({ outcome: 'TAKEN', refused, recorded: counts.rows - refused })
    expect(counts.recorded).toBeGreaterThan(0)
  }
})
