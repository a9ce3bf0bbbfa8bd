/** The files of a small synthetic twin with their answer key, and the product's own commands to take them in. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { DEFAULT_SEED } from '@vigia/law/synthetic-twin'
import { ROOT } from './source-files.ts'

interface Entry {
  file: string
  service: string
  feed: string
  source: string
  state: string | null
  cutoff: string
}

export interface TwinFiles {
  folder: string
  /** What the registry should say: answers.json. */
  answers: Answers
  manifest: Entry[]
  /** Leaves in the manifest all but one file, as if its sender had not sent it yet, and says which that is. */
  sentLater: (isLate: (entry: Entry) => boolean) => Entry
  remove: () => Promise<void>
}

type Lists = Record<string, string[]>

export interface Answers {
  events: { total: number }
  persons: number
  cohorts: (Record<string, number> & { from: string; to: string; residualByFate: Record<string, number> })[]
  board: Record<string, Record<'detention' | 'casework' | 'returns', Record<string, unknown>>>
  told: Lists
  planted: {
    unlistedReferralCentres: { name: string; state: string; firstEntry: string; children: number }[]
    silentOffices: { state: string; cutoff: string }[]
    returnsByStanding: Lists
    prohibitedReturns: Lists
    determinationsThatDoNotExist: string[]
    returnedOnTheDayOfTheFind: string[]
    lateDeterminations: { number: string; state: string; decidedOn: string; arrivedOn: string }[]
    sameActaTwice: { inOneFile: string[]; inALaterFile: string[]; correctedLater: string[] }
    oneChildInTwoStates: { nue: string; actas: [string, string] }[]
    enteredLongBefore: string[]
    incompleteActsOfHandover: string[]
    lateDecrees: string[]
    shortOfCarers: string[]
    centresWhoseRegistrationExpired: string[]
    unjoinable: { stays: string[]; cases: string[]; returns: string[] }
    bad: { file: string; line: number; column: string; value: string }[]
  }
}

const run = promisify(execFile)

/** By another a twin has other defects: with so many, that each lacks one of those that it plants seldom is not to be seen. */
const SEEDS = Array.from({ length: 20 }, (_, more) => DEFAULT_SEED + more)

/**
 * It ends today, so that who is silent is silent now; and what it plants changes with each day. `isEnough`: of several seeds it is the first
 * whose key has all that is looked for.
 */
export async function writeTwinFiles(
  scale: number,
  until: string,
  isEnough: (answers: Answers) => boolean = () => true,
): Promise<TwinFiles> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-planted-'))
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
  for (const seed of SEEDS) {
    const args = ['--scale', scale, '--seed', seed, '--until', until, '--out', folder].map(String)
    await run('node', ['prisma/seed/main.ts', ...args, '--quiet'], { cwd: ROOT })
    if (isEnough(read('answers.json'))) return twinIn(folder, read('manifest.json'), read('answers.json'))
  }
  throw new Error(
    `No twin that ends on ${until} has all that is looked for, of any seed from ${SEEDS[0]} to ${SEEDS.at(-1)}`,
  )
}

function twinIn(folder: string, manifest: Entry[], answers: Answers): TwinFiles {
  return {
    ...{ folder, answers, manifest },
    sentLater(isLate) {
      const [late, ...more] = manifest.filter(isLate)
      if (!late || more.length > 0) throw new Error('Not one file but none or many')
      const sent = manifest.filter((entry) => entry !== late)
      writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(sent))
      return late
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** `npm run intake -- …` on a database. Throws where it ends with anything but 0. */
export async function intake(databaseUrl: string, ...args: readonly string[]): Promise<void> {
  await run('node', ['services/_kit/src/intake/command/command.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    maxBuffer: 1e8,
  })
}
