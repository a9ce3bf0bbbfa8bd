/** Addresses within the dashboard: plain, readable and the same in a link as in the bar. */
import type { Search } from './filters.ts'

export function addressOf(path: string, search: Search) {
  const query = queryOf(search)
  return query ? `${path}?${query}` : path
}

export function queryOf(search: Record<string, unknown>) {
  const given = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return new URLSearchParams(given).toString()
}

export const readQuery = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query))
