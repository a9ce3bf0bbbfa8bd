/** Words that persons of the fuzz write when they act: each tells of which state its author is, and who may come to read it. */
import type { Actor } from '@vigia/kit/actor'
import { MATRIX } from '@vigia/law/access-matrix'

const OF_STATE: Readonly<Record<string, string>> = { '07': 'Kanactosur', '30': 'Kanactogolfo', '09': 'Kanactovalle' }
const OF_THE_NATION = 'Kanactonacional'
/** Told to more than the author's own state: to who signs for an emergency, and to whoever oversees the child. */
const TOLD_FURTHER: ReadonlySet<string> = new Set(['openRecord', 'emergencyAccess'])

/** One line, long enough for a reason and short enough for a comment. */
export function wordsBy({ states }: Actor, act: string): string {
  const [own, ...others] = states ?? []
  const isOfOne = own !== undefined && others.length === 0 && !TOLD_FURTHER.has(act)
  return `Se atiende por ${(isOfOne ? OF_STATE[own] : undefined) ?? OF_THE_NATION} y queda en su historia`
}

/** What others have written and the asker may not read; whoever writes knows his own words. */
export function foreignWordsIn(text: string, { role, states }: Actor, given: string): string[] {
  const { rows } = MATRIX[role]
  const readsNone = ['OWN_WRITING', 'AGREEMENT', 'MANDATE', 'PUBLISHED'].some((one) => one === rows)
  const found = new Set(text.match(/Kanacto[a-z]+/g))
  return [...found].filter((word) => {
    if (given.includes(word)) return false
    if (readsNone) return true
    const of = Object.keys(OF_STATE).find((code) => OF_STATE[code] === word)
    return of !== undefined && states !== null && !states.includes(of)
  })
}
