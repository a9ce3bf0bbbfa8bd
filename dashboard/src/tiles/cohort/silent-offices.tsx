/** Offices whose files have stopped: what they did is not counted, and the reader must know before judging them. */

import { useScope } from '../../api/scope.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { NATION, stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { SilentOfficesDocument } from './cohort-query.ts'

const SECONDS_BETWEEN = 60

export function SilentOffices() {
  const { t, language } = useWords()
  const { list } = useFormat()
  const { code } = useScope()
  const { data } = useLiveQuery({ query: SilentOfficesDocument, variables: {} }, SECONDS_BETWEEN)
  const silent = (data?.states ?? [])
    .filter(({ reporting }) => reporting?.some(isSilentOffice))
    .map((each) => each.code)
  if (code === NATION && silent.length > 0)
    return t('cohort.silent', { places: list(silent.map((each) => stateName(each, language))) })
  if (silent.includes(code)) return t('cohort.silentHere', { place: stateName(code, language) })
  return null
}

const isSilentOffice = ({ feed, status }: { feed: string; status: string }) =>
  feed.includes('protection-cases') && (status === 'SILENT' || status === 'NEVER_REPORTED')
