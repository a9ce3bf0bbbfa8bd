/** Says which filters of the address nobody knows: what is shown without them looks as if it were what was asked for. */
import { useSearch } from '../api/search.ts'
import { useWords } from '../words/words.ts'

/** `also`: of which only the page can tell. What was written there is not said again: an address may be anybody's. */
export function UnreadFilters({ also = [] }: { also?: readonly string[] }) {
  const { t } = useWords()
  const { unread = [] } = useSearch()
  const names = [...unread, ...also]
  if (names.length === 0) return null
  return <p className="note">{t('filters.unread', { count: names.length, list: names.join(', ') })}</p>
}
