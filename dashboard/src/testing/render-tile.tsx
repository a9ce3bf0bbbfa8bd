/** A tile by itself: with answers that a test gives, in Spanish, on a page of the country or of one state. */
import '@testing-library/jest-dom/vitest'
import { act, cleanup, configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { CombinedError, type Operation, type OperationResult, Provider } from 'urql'
import { afterEach, beforeEach, vi } from 'vitest'
import { delay, fromValue, merge, never, pipe } from 'wonka'
import { cohortOf } from '../api/cohorts.ts'
import type { CountFilter, Search } from '../api/filters.ts'
import { ScopeContext } from '../api/scope.ts'
import { SearchContext, type SearchInAddress } from '../api/search.ts'
import { SightContext } from '../api/sight.ts'
import { SourcesProvider } from '../api/sources.tsx'
import { startWords } from '../words/words.ts'

void startWords(null)
configure({ asyncUtilTimeout: 10_000 }) // The first file of a run loads much.
afterEach(cleanup)

const TODAY = '2026-11-25'
export const AS_OF = '2026-11-25T16:42:00Z'
/** It is a minute later: a day later a figure would say first that it is old. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(AS_OF) + 60_000 }))
afterEach(() => void vi.useRealTimers())

type Answer = { data?: unknown; down?: string; isTooMuch?: boolean } | 'never'

type Options = {
  code?: string
  filter?: CountFilter | null
  search?: Search
  unread?: readonly string[]
  narrow?: SearchInAddress['narrow']
  /** The states that the reader's office answers for; null for the country. */
  sight?: readonly string[] | null
}

/** `answer` is what the graph says to every query; `down` is the service that did not answer for its part; `isTooMuch`, that nothing is answered now. */
export async function renderTile(tile: ReactNode, answer: Answer | (() => Answer), options: Options = {}) {
  const { code = '00', filter = null, search = {}, unread = [], narrow = () => {}, sight = null } = options
  const scope = { code, filter, today: TODAY, cohort: cohortOf(undefined, TODAY) }
  const client = {
    executeQuery(operation: Operation) {
      const given = typeof answer === 'function' ? answer() : answer
      // An answer that ends would count as one without an error: like a client's, it stays open.
      return given === 'never' ? never : merge([pipe(fromValue(resultOf(operation, given)), delay(0)), never])
    },
  }
  const page = (
    // A stand-in for the client: of it, tiles use this one method.
    <Provider value={client as never}>
      <SearchContext value={{ search, unread, narrow }}>
        <SightContext value={sight}>
          <ScopeContext value={scope}>
            <SourcesProvider>{tile}</SourcesProvider>
          </ScopeContext>
        </SightContext>
      </SearchContext>
    </Provider>
  )
  // What suspends, as definitions do, wants an act that is waited for.
  await act(async () => {
    render(page)
  })
}

function resultOf(operation: Operation, given: Exclude<Answer, 'never'>): OperationResult {
  const { data, down, isTooMuch } = given
  const extensions = isTooMuch ? { code: 'RATE_LIMITED' } : { code: 'SUBGRAPH_UNAVAILABLE', service: down }
  const error = new CombinedError({ graphQLErrors: [{ message: 'not answered', extensions }] })
  return { operation, data, error: down || isTooMuch ? error : undefined, stale: false, hasNext: false }
}
