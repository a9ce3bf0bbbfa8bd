/** What persons have closed though it goes on: in no count of what stands open, and never out of sight. */
import { useSearch } from '../../api/search.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/words.ts'

export function ClosedToo({ count: closed }: { count: number }) {
  const { t } = useWords()
  const { count } = useFormat()
  const { narrow } = useSearch()
  if (closed === 0) return null
  return (
    <button className="quiet" type="button" onClick={() => narrow({ situacion: 'cerradas' })}>
      {t('alerts.closedToo', { count: closed, n: count(closed) })}
    </button>
  )
}
