/** Offices whose files have stopped: what they did since is not counted, and the reader must know before judging them. */
import { useScope } from '../../api/scope.ts'
import { useLateSources } from '../../api/sources.tsx'
import { useWords } from '../../words/words.ts'

const OFFICE = 'PPNNA'

/** Which ones, and since when, stands with the sources beside it. */
export function SilentOffices() {
  const { t } = useWords()
  const { code } = useScope()
  return useLateSources('cohort', code).some(({ source }) => source === OFFICE) ? t('cohort.notCounted') : null
}
