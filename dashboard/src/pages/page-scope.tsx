/** From the address to what the tiles of a page show. */
import { type ReactNode, useEffect, useMemo } from 'react'
import { cohortOf } from '../api/cohorts.ts'
import { countFilterOf } from '../api/filters.ts'
import { useRegistry } from '../api/registry.tsx'
import { ScopeContext } from '../api/scope.ts'
import { useSearch } from '../api/search.ts'
import { useWords } from '../words/words.ts'

/** `code` is INEGI's, or "00" for the country; `title` is what the window is called. */
export function PageScope({ code, title, children }: { code: string; title: string; children: ReactNode }) {
  const { t } = useWords()
  const { search } = useSearch()
  const { today } = useRegistry()
  const scope = useMemo(
    () => ({ code, today, cohort: cohortOf(search.periodo, today), filter: countFilterOf(search) }),
    [code, today, search],
  )
  useEffect(() => {
    document.title = `${title} · ${t('frame.product')}`
  }, [title, t])
  return <ScopeContext value={scope}>{children}</ScopeContext>
}
