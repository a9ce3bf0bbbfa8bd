/** Who is signed in, as the gateway tells the page; and the ways in and out. No token ever comes here. */
import { STATE_CODES } from '../words/states.ts'
import { storeOf, useStore } from './store.ts'
import { noteSynthetic } from './synthetic.ts'

export type Role =
  | 'federal-secretary'
  | 'state-secretary'
  | 'ombudsperson-federal'
  | 'ombudsperson-state'
  | 'ppnna-officer'
  | 'dif-officer'
  | 'inm-officer'
  | 'independent-counsel'
  | 'partner'

export type Person = {
  name: string
  role: Role
  /** INEGI codes; null for the country. */
  states: readonly string[] | null
  scopes: readonly string[]
  endsAt: string
  /** After so many without use it ends. */
  idleMinutes: number
  /** Whether the explorer of the graph is served: in production there is none. */
  hasExplorer: boolean
  /** What this page says with each request, so that it is answered to this person and no other who has signed in by another tab. */
  forWhom: string
  /** Of 32 bytes, in base64url: with it words are kept that only the same person may read. */
  draftKey: string
}

export type Session =
  | { state: 'asking' }
  /** `ended`: somebody was signed in while the page was open. `unknown`: nobody could tell. */
  | { state: 'out'; why: 'never' | 'ended' | 'left' | 'unknown' }
  | { state: 'in'; person: Person }

/** What every request to the gateway carries: a page of another origin cannot send it unasked. */
const OWN_PAGE = { 'x-vigia': 'dashboard' } as const

const session = storeOf<Session>({ state: 'asking' })

export const useSession = () => useStore(session)
export const sessionNow = () => session.read()

export function useHasExplorer(): boolean {
  const now = useSession()
  return now.state === 'in' && now.person.hasExplorer
}

/** And what whoever this page was opened for asks with. */
export function asReader(): Record<string, string> {
  const now = session.read()
  return now.state === 'in' ? { ...OWN_PAGE, 'x-vigia-for': now.person.forWhom } : OWN_PAGE
}

/** Resolves when it is known; whoever cannot be told counts as signed out. */
export async function loadSession(): Promise<void> {
  try {
    const response = await fetch('/session', { headers: OWN_PAGE })
    noteSynthetic({ synthetic: response.headers.get('x-vigia-data') === 'SYNTHETIC' })
    if (!response.ok) throw new Error(`/session answers ${response.status}`)
    const told = await response.json()
    session.write(told.signedIn ? { state: 'in', person: told } : { state: 'out', why: 'never' })
  } catch {
    session.write({ state: 'out', why: 'unknown' })
  }
}

const BETWEEN_LOOKS_IN_MS = 5_000

/** Of a page that could not be told who is in: loaded anew once that can be told. A screen on a wall has nobody to do it. */
export function reloadOnceKnown() {
  setInterval(async () => {
    const answer = await fetch('/session', { headers: OWN_PAGE }).catch(() => null)
    if (answer?.ok) location.reload()
  }, BETWEEN_LOOKS_IN_MS)
}

const onEnds = new Set<(person: Person) => void>()

/** Runs `note` when the session ends under whoever works, before the page is taken away. Gives what ends it. */
export function onEnd(note: (person: Person) => void): () => void {
  onEnds.add(note)
  return () => void onEnds.delete(note)
}

/** The gateway no longer knows whoever was signed in. */
export function noteEnded() {
  const now = session.read()
  if (now.state !== 'in') return
  for (const note of onEnds) note(now.person)
  session.write({ state: 'out', why: 'ended' })
}

/**
 * Takes the figures away in any case; that he has left is said only where the gateway has ended the session. Where the issuer keeps
 * a session of its own, the browser goes there to end it, and comes back to the way in.
 */
export async function signOut(goTo = (url: string) => window.location.assign(url)) {
  const answer = await fetch('/session/end', { method: 'POST', headers: OWN_PAGE }).catch(() => null)
  session.write({ state: 'out', why: answer?.ok ? 'left' : 'unknown' })
  if (answer?.status === 200) goTo((await answer.json()).at)
}

/** The address that leads to the issuer and, after it, back to `to`. */
export const wayIn = (to: string) => `/session/start?to=${encodeURIComponent(to)}`

/** Where somebody who asked for nothing else begins: whoever oversees one state, there. */
export function homeOf(now: Session): string {
  if (now.state === 'out') return '/entrar'
  const [state, ...others] = now.state === 'in' ? (now.person.states ?? []) : []
  return state && others.length === 0 && STATE_CODES.includes(state) ? `/estado/${state}` : '/panorama'
}

/** The board is made of live counts; a role that may not read them has other ways. */
export const mayReadBoard = ({ scopes }: Person) => scopes.includes('stats:read')

/** Alerts one by one are for who oversees; how many are open is a count like others. */
export const mayReadAlerts = ({ scopes }: Pick<Person, 'scopes'>) => scopes.includes('oversight:read')

/** Uses of emergency access are told to who oversees, signs or may use it. */
export const maySeeEmergencies = ({ scopes }: Person) => scopes.includes('emergency:read')

/** Systems of one's own office that are told of alerts. */
export const mayManageWebhooks = ({ scopes }: Person) => scopes.includes('webhook:manage')

/** Alerts about one's own office, which it answers and does not oversee. */
export const mayReadDuties = ({ scopes }: Person) => scopes.includes('duty:read')

/** Letters that the registry writes to offices. */
export const mayReadLetters = ({ scopes }: Person) => scopes.includes('message:read')

/** Lists taken out as files. */
export const mayExport = ({ scopes }: Person) => scopes.includes('export:request')

/** As the second of two: what no program does in one's name. */
export const mayDecideSecond = ({ scopes }: Person) =>
  scopes.includes('emergency:sign') || scopes.includes('export:approve')

/** How the own office is written to of alerts. */
export const mayChooseLetters = ({ scopes }: Person) => scopes.includes('letter:choose')
