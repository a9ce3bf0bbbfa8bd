/** Lists taken out as a file: asked of the gateway, which decides, and saved by the browser. */
import type { StandingOfExport } from '@vigia/law/exports'
import { isTooMuch } from './failure.ts'
import { asReader, noteEnded, type Person } from './session.ts'

type ExportKind = 'COUNTS' | 'RECORDS' | 'CHILDREN'
type Label = { es: string; en: string }

export type ExportList = {
  name: string
  label: Label
  kind: ExportKind
  takes: readonly ('state' | 'period')[]
  /** Said where state and period are not those of the rows. */
  narrows?: Label
}
export type ExportMade = {
  number: string
  label: Label
  name: string
  role: Person['role']
  states: readonly string[] | null
  /** Nothing of what bounds it no further than the office of whoever asked. */
  filter: { state?: string; from?: string; to?: string }
  purpose: string
  askedAt: string
  rows: number | null
  givenAt: string | null
  standing: StandingOfExport
  /** Until when a second person may decide, or it may be fetched; null where neither is. */
  until: string | null
}
export type Exports = {
  lists: readonly ExportList[]
  made: readonly ExportMade[]
  waiting: readonly ExportMade[]
}

export type Wish = {
  list: string
  purpose: string
  language: 'es' | 'en'
  from?: string
  to?: string
  state?: string
}

export type Outcome =
  | { state: 'saved'; number: string }
  | { state: 'waits'; number: string }
  | { state: 'too-many'; again: string }
  /** The account asks for too much in a minute, or at once. */
  | { state: 'too-much' }
  /** Gathering it takes longer than it may. */
  | { state: 'too-long' }
  /** It is not to be had any more. */
  | { state: 'over' }
  | { state: 'failed' }
  /** The answer was lost: what was asked may have been done, and counts then. */
  | { state: 'unknown' }

/** Null where it cannot be told. */
export async function readExports(): Promise<Exports | null> {
  const answer = await ask('')
  return answer?.ok ? answer.json() : null
}

export const takeOut = (wish: Wish): Promise<Outcome> => saved('', JSON.stringify(wish))
export const fetchApproved = (number: string): Promise<Outcome> => saved(`/${number}/file`)

/**
 * Why one is not approved: it waits for nobody any more; it is not for the reader to decide; his account asks for too much. Or it is not known
 * whether it is.
 */
export type Unapproved = 'decided' | 'notYours' | 'tooMuch' | 'unknown'

/** Null when it is approved. */
export async function approve(number: string): Promise<Unapproved | null> {
  const answer = await ask(`/${number}/approve`, { method: 'POST' })
  if (answer?.ok) return null
  const { code } = codeIn(await answer?.json().catch(() => null))
  if (isTooMuch(code)) return 'tooMuch'
  if (code === 'CONFLICT') return 'decided'
  return code === 'NOT_FOUND' || code === 'FORBIDDEN' ? 'notYours' : 'unknown'
}

async function saved(path: string, body?: string): Promise<Outcome> {
  const answer = await ask(path, { method: 'POST', ...(body !== undefined && { body }) })
  if (!answer) return { state: 'unknown' }
  if (!answer.ok) return whyNot(await answer.json().catch(() => null))
  const file = await answer.blob().catch(() => null)
  if (!file) return { state: 'unknown' }
  const [, name = 'vigia.csv'] = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  save(file, name)
  return { state: 'saved', number: answer.headers.get('x-vigia-export') ?? '' }
}

type Refusal = { errors?: readonly { extensions?: { code?: string; number?: string; again?: string } }[] } | null

const codeIn = (refusal: Refusal) => refusal?.errors?.[0]?.extensions ?? {}

function whyNot(refusal: Refusal): Outcome {
  const { code, number, again } = codeIn(refusal)
  if (code === 'APPROVAL_REQUIRED' && number) return { state: 'waits', number }
  if (code === 'RATE_LIMITED' && again) return { state: 'too-many', again }
  if (isTooMuch(code)) return { state: 'too-much' }
  if (code === 'QUERY_TOO_COMPLEX') return { state: 'too-long' }
  if (code === 'CONFLICT') return { state: 'over' }
  return { state: 'failed' }
}

function save(file: Blob, name: string) {
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Null when nobody answers. */
async function ask(path: string, init: RequestInit = {}): Promise<Response | null> {
  const headers = { ...asReader(), 'content-type': 'application/json' }
  const answer = await fetch(`/exports${path}`, { ...init, headers }).catch(() => null)
  if (answer?.status === 401) noteEnded()
  return answer
}
