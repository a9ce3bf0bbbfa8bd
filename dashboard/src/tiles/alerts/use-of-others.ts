/** What an ombudsperson reads in the stead of what it is not told, since another one is competent: who that is, and what is told. */
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import type { Competence } from './alert-queries.ts'

export function useOfOthers() {
  const { t, language } = useWords()
  return ({ side, state }: Competence): string =>
    t(`alerts.ofOthers.${side}`, { state: state === null ? '' : stateName(state, language) })
}
