/** What was written to whom of one stream, in as few rows as may be: those who are told together are one, which is named again. */
import { randomUUID } from 'node:crypto'
import type { Bundle } from './bundle.ts'

/** Some steps, and to whom they were written: those of a cohort that was written down, and others, and not some of it. */
export interface Telling {
  id: string
  seqs: readonly number[]
  cohort: string | null
  besides: readonly string[]
  without: readonly string[]
}

export interface Cohort {
  id: string
  followers: readonly string[]
}

export interface ToldRows {
  cohorts: readonly Cohort[]
  tellings: readonly Telling[]
}

/** Fewer are named one by one. */
const FEWEST_OF_A_COHORT = 32
/** Where more than this share of a cohort has changed, those of now are another. */
const MOST_CHANGED = 0.05

/** Of one stream: what was written to whom since the last look. */
export class ToldTo {
  #written = new Map<Bundle, string[]>()
  #cohort: { id: string; followers: ReadonlySet<string> } | null = null
  readonly #wake: (told: ToldTo) => void

  constructor(wake: (told: ToldTo) => void) {
    this.#wake = wake
  }

  wrote(follower: string, bundle: Bundle): void {
    const known = this.#written.get(bundle)
    if (known) {
      known.push(follower)
      return
    }
    if (this.#written.size === 0) this.#wake(this)
    this.#written.set(bundle, [follower])
  }

  take(): ToldRows {
    const rows = { cohorts: [] as Cohort[], tellings: [] as Telling[] }
    for (const { seqs, followers } of together(this.#written)) {
      const telling = { id: randomUUID(), seqs }
      if (followers.length < FEWEST_OF_A_COHORT) {
        rows.tellings.push({ ...telling, cohort: null, besides: followers, without: [] })
        continue
      }
      const { cohort, besides, without } = this.#among(followers)
      if (cohort) rows.cohorts.push(cohort)
      rows.tellings.push({ ...telling, cohort: this.#cohort?.id ?? null, besides, without })
    }
    this.#written = new Map()
    return rows
  }

  /** Where what was taken is not written down: who is told together is a cohort anew. */
  forget(): void {
    this.#cohort = null
  }

  /** By what they differ from the cohort; `cohort`: a new one, where they differ by much. */
  #among(followers: readonly string[]): { cohort: Cohort | null; besides: string[]; without: string[] } {
    const now = new Set(followers)
    const known = this.#cohort?.followers ?? new Set<string>()
    const besides = followers.filter((one) => !known.has(one))
    const without = [...known].filter((one) => !now.has(one))
    if (besides.length + without.length <= known.size * MOST_CHANGED) return { cohort: null, besides, without }
    this.#cohort = { id: randomUUID(), followers: now }
    return { cohort: { id: this.#cohort.id, followers }, besides: [], without: [] }
  }
}

interface Together {
  seqs: number[]
  followers: readonly string[]
}

/** Those who were told several bundles alike, once. Compared are those alone who are as many, with the same one first and last. */
function together(written: ReadonlyMap<Bundle, string[]>): Together[] {
  const all = new Map<string, Together[]>()
  for (const [{ tolds }, followers] of written) {
    const seqs = tolds.filter(({ isAnswer }) => isAnswer).map(({ seq }) => seq)
    if (seqs.length === 0) continue
    const key = [followers.length, followers[0], followers.at(-1)].join(' ')
    const alike = all.get(key) ?? []
    all.set(key, alike)
    const same = alike.find((one) => isSame(one.followers, followers))
    if (same) same.seqs.push(...seqs)
    else alike.push({ seqs, followers })
  }
  return [...all.values()].flat()
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one, at) => one === others[at])
