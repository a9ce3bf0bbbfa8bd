/** The twin as files: the same bytes for the same seed, all that its scenario tells, and an answer key that they bear out. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { untilOf } from './calendar.ts'
import type { Tally } from './check/tally.ts'
import { tallyOfFacts } from './check/tally-of-facts.ts'
import { tallyOfFiles } from './check/tally-of-files.ts'
import type { ManifestEntry } from './files/manifest.ts'
import { writeTwin } from './twin.ts'

const SCALE = 0.05
const UNTIL = untilOf('2026-11-25')
const folders: string[] = []
let tally: Tally
let twin = ''

beforeAll(() => {
  twin = write(SCALE, 7)
  tally = tallyOfFiles(twin)
}, 60_000)

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

test('given the files of a small twin, whoever reads them counts what its scenario told', () => {
  const told = tallyOfFacts({ scale: SCALE, seed: 7, until: UNTIL })
  const countsOf = ({ events, firsts, withCase, returns, centres2021, unmatched }: Tally) => ({
    days: [...Map.groupBy(events, ({ day, state }) => `${day} ${state}`)]
      .map(([key, of]) => `${key} ${of.length}`)
      .sort(),
    ...{ children: firsts.length, withCase: withCase.size, returns: returns.length, centres2021, unmatched },
  })
  expect(countsOf(tally)).toEqual(countsOf(told))
  expect(tally.events.length).toBeGreaterThan(20_000)
})

test('given the same seed, the files are the same byte for byte; given another, they are not', () => {
  const [one, same, other] = [write(0.01, 7), write(0.01, 7), write(0.01, 8)].map(hashOf)
  expect(same).toBe(one)
  expect(other).not.toBe(one)
}, 30_000)

test('given a small twin, there are at most 160 files, and at most 40 that say of nothing, in an order in which rows find their child', () => {
  const manifest = manifestOf(twin)
  expect(manifest.filter(({ rows }) => rows > 0).length).toBeLessThanOrEqual(160)
  expect(manifest.filter(({ rows }) => rows === 0).length).toBeLessThanOrEqual(40)
  expect(manifest.findIndex(({ feed }) => feed !== 'facilities')).toBe(3)
  const services = manifest.slice(3).map(({ service }) => service)
  expect([...new Set(services)]).toEqual(['children', 'placements', 'representation', 'returns'])
  expect(services).toEqual(services.toSorted())
  const detections = manifest.filter(({ feed }) => feed === 'detections').map(({ cutoff }) => cutoff)
  expect(detections).toEqual(detections.toSorted())
})

test('given the answer key, the files say the same', () => {
  const answers = JSON.parse(readFileSync(join(twin, 'answers.json'), 'utf8'))
  expect(answers.events.total).toBe(tally.events.length)
  expect(answers.persons).toBe(tally.firsts.length)
  expect(answers.returns['2022'].total).toBe(tally.returns.filter(({ day }) => day.startsWith('2022')).length)
  const { cases, returns } = answers.planted.unjoinable
  expect(cases.length + returns.length).toBe(tally.unmatched)
})

test('given every cohort of the key, the steps never grow and the fates sum to what is left over', () => {
  const { cohorts } = JSON.parse(readFileSync(join(twin, 'answers.json'), 'utf8'))
  for (const { detected, notified, caseOpened, determined, planIssued, residual, residualByFate } of cohorts) {
    const steps = [detected, notified, caseOpened, determined, planIssued]
    expect(steps).toEqual(steps.toSorted((a, b) => b - a))
    expect(residual).toBe(detected - caseOpened)
    expect(Object.values<number>(residualByFate).reduce((sum, count) => sum + count, 0)).toBe(residual)
  }
})

function write(scale: number, seed: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigia-twin-'))
  folders.push(folder)
  writeTwin({ scale, seed, until: UNTIL }, folder)
  return folder
}

function hashOf(folder: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  for (const name of names.filter((path) => /\.\w+$/.test(path)))
    hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}

function manifestOf(folder: string): ManifestEntry[] {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
}
