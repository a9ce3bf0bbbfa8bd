/** When the figures were true and whether they are made up: asked first, since periods end on the day of the data. */
import { createContext, type ReactNode, use } from 'react'
import { mexicanDay } from '../format/calendar.ts'
import { graphql } from './graphql.ts'
import { useIsSynthetic } from './synthetic.ts'
import { useLiveQuery, WaitingContext } from './use-live-query.ts'

export const RegistryDocument = graphql(`
  query Registry {
    registry {
      isSynthetic
      asOf
      version
    }
  }
`)

export type Registry = {
  /** Null while nobody could tell. */
  asOf: string | null
  version: string | null
  isSynthetic: boolean
  /** Nobody has answered yet. */
  isLoading: boolean
  /** The day of the data in Mexico; the reader's clock when nobody could tell. */
  today: string
}

const RegistryContext = createContext<Registry | null>(null)

export function RegistryProvider({ children }: { children: ReactNode }) {
  const { data, isLoading } = useLiveQuery({ query: RegistryDocument })
  const isKnownSynthetic = useIsSynthetic()
  const { asOf = null, version = null, isSynthetic = false } = data?.registry ?? {}
  const today = mexicanDay(asOf ?? new Date())
  const registry = { asOf, version, isLoading, isSynthetic: isSynthetic || isKnownSynthetic, today }
  return (
    <RegistryContext value={registry}>
      <WaitingContext value={isLoading}>{children}</WaitingContext>
    </RegistryContext>
  )
}

export function useRegistry(): Registry {
  const registry = use(RegistryContext)
  if (!registry) throw new Error('a part of the page stands outside of the registry')
  return registry
}
