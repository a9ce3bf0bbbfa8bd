/** Pages of a list, one after the other by cursor: each asks for itself, so that all that is shown stays live. */
import { useCallback, useEffect, useState } from 'react'

/** Where a page begins, and how it tells where it ends. */
export type PageOf = { page: number; after: string | null; onEnd: (page: number, end: string | null) => void }

/** When a row comes all pages move on by one: none is shown twice, and none left out. */
export function usePages() {
  const [ends, setEnds] = useState<readonly (string | null)[]>([])
  const [count, setCount] = useState(1)
  const onEnd = useCallback((page: number, end: string | null) => setEnds((known) => replaced(known, page, end)), [])
  const pages: readonly PageOf[] = Array.from({ length: count }, (_, page) => page)
    .filter((page) => page === 0 || ends[page - 1])
    .map((page) => ({ page, after: ends[page - 1] ?? null, onEnd }))
  return { pages, more: ends[count - 1] ? () => setCount(count + 1) : null }
}

type Info = { hasNextPage: boolean; endCursor: string | null }

/** Says where the page ends, once it is there: null where nothing follows. */
export function useEnd({ page, onEnd }: Pick<PageOf, 'page' | 'onEnd'>, info: Info | undefined): void {
  const isThere = info !== undefined
  const end = info?.hasNextPage ? info.endCursor : null
  useEffect(() => {
    if (isThere) onEnd(page, end)
  }, [isThere, page, end, onEnd])
}

function replaced(ends: readonly (string | null)[], page: number, end: string | null) {
  if (ends[page] === end) return ends
  return Array.from({ length: Math.max(ends.length, page + 1) }, (_, i) => (i === page ? end : (ends[i] ?? null)))
}
