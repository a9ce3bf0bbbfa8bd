/** From the address to what the tiles of a page show. */
import { type ReactNode, useMemo } from 'react'
import { cohortOf } from '../api/cohorts.ts'
import { countFilterOf } from '../api/filters.ts'
import { useRegistry } from '../api/registry.tsx'
import { ScopeContext } from '../api/scope.ts'
import { useSearch } from '../api/search.ts'
import { useTitle } from '../ui/use-title.ts'

/** `code` is INEGI's, or "00" for the country; `title` is what the window is called; null where a part of the page says it. */
export function PageScope({ code, title, children }: { code: string; title: string | null; children: ReactNode }) {
  const { search } = useSearch()
  const { today } = useRegistry()
  const scope = useMemo(
    () => ({ code, today, cohort: cohortOf(search.periodo, today), filter: countFilterOf(search) }),
    [code, today, search],
  )
  useTitle(title)
  return <ScopeContext value={scope}>{children}</ScopeContext>
}
