/** Takes lists out of a running world as somebody of a role, and reads the file. */
import { randomBytes } from 'node:crypto'
import type { Actor } from '@vigia/kit/actor'
import type { Role } from '@vigia/law/access-matrix'
import { expect } from 'vitest'
import { anActor } from '../support/asking.ts'
import { aDetection } from '../support/builders/inm.ts'
import { signedIn } from '../support/signed-in.ts'
import { startWorld, type World } from '../support/world.ts'

export const PURPOSE = 'Informe de la prueba al pleno'

export interface Taker {
  sub: string
  /** Asks for a list. */
  take: (list: string, wish?: Record<string, unknown>) => Promise<Answer>
  post: (path: string) => Promise<Answer>
  /** By a token that he made for a program of his own. */
  postByToken: (path: string) => Promise<Answer>
  look: () => Promise<{ lists: { name: string; kind: string }[]; made: Made[]; waiting: Made[] }>
}

interface Made {
  number: string
  label: { es: string }
  list: string
  purpose: string
  filter: Record<string, string>
  rows: number | null
  askedAt: string
  approvedAt: string | null
  givenAt: string | null
  standing: string
  until: string | null
}

interface Answer {
  status: number
  headers: Headers
  text: string
  /** Of a refusal. */
  code: string | undefined
  extensions: Record<string, unknown>
}

/** More rows than one person may take alone (security.md 10, row 51). */
export const MORE_THAN_ALONE = 1_001

/** A registry with so many children, and the rows that told of them. */
export async function worldOfMany(): Promise<{ world: World; found: ReturnType<typeof aDetection>[] }> {
  const world = await startWorld({ mode: 'in-process' })
  const found = Array.from({ length: MORE_THAN_ALONE }, () => aDetection())
  await world.takeIn('children/detections', found)
  await world.settle()
  return { world, found }
}

/** Asks for a list of so many, for which a second person is needed; gives its number. */
export async function asked(from: Taker): Promise<string> {
  const { status, code, extensions } = await from.take('children')
  expect({ status, code }).toEqual({ status: 403, code: 'APPROVAL_REQUIRED' })
  return String(extensions['number'])
}

/** Another person at each call. */
export async function taker(world: World, role: Role, differences: Partial<Actor> = {}): Promise<Taker> {
  const sub = differences.sub ?? `${role}-${randomBytes(4).toString('hex')}`
  const { cookie, headers: byToken } = await signedIn(world.database.url, anActor(role, { ...differences, sub }))
  const byPage = { cookie: `__Host-vigia=${cookie}`, 'x-vigia': 'test' }
  const ask = async (
    path: string,
    init: RequestInit = {},
    headers: Record<string, string> = byPage,
  ): Promise<Answer> => {
    const response = await fetch(`${world.url}/exports${path}`, {
      ...init,
      headers: { ...headers, 'content-type': 'application/json' },
    })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    const extensions = response.ok ? {} : (JSON.parse(text).errors[0].extensions as Record<string, unknown>)
    return { status: response.status, headers: response.headers, text, code: extensions['code'] as string, extensions }
  }
  return {
    sub,
    take: (list, wish = {}) => ask('', { method: 'POST', body: JSON.stringify({ list, purpose: PURPOSE, ...wish }) }),
    post: (path) => ask(path, { method: 'POST' }),
    postByToken: (path) => ask(path, { method: 'POST' }, byToken),
    look: async () => JSON.parse((await ask('')).text),
  }
}

/** Titles and rows of a file, without what stands above them; cells as they were before they were written. */
export function tableIn(text: string): { head: string[][]; titles: string[]; rows: string[][] } {
  const lines = text.replace('\uFEFF', '').split('\r\n').map(cellsOf)
  const blank = lines.findIndex((cells) => cells.length === 1 && cells[0] === '')
  return { head: lines.slice(0, blank), titles: lines[blank + 1] ?? [], rows: lines.slice(blank + 2, -1) }
}

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
