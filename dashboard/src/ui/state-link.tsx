/** The name of a state; on a screen it leads to the state, or for the nation to all of them, and keeps the filters. */
import { addressOf } from '../api/address.ts'
import { useSearch } from '../api/search.ts'
import { NATION, stateName } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { useIsPaper } from './paper.ts'

export function StateLink({ code }: { code: string }) {
  const { language } = useWords()
  const { search } = useSearch()
  const name = stateName(code, language)
  if (useIsPaper()) return name
  return <a href={addressOf(code === NATION ? '/panorama' : `/estado/${code}`, search)}>{name}</a>
}
