/** The address of the page as its parts read and change it; the router stands behind it. */
import { createContext, use } from 'react'
import type { Search } from './filters.ts'

export type SearchInAddress = {
  search: Search
  /** What stands in the address and says nothing that is known. */
  unread?: readonly string[]
  /** Changes only what is given; `undefined` takes it out. */
  narrow: (change: { [Key in keyof Search]?: Search[Key] | undefined }) => void
}

export const SearchContext = createContext<SearchInAddress>({ search: {}, narrow: () => {} })

export const useSearch = () => use(SearchContext)

/** Goes to another page of the dashboard. */
export const GoContext = createContext<(address: string) => void>((address) => location.assign(address))

export const useGo = () => use(GoContext)
