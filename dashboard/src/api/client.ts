/** Asks the graph. An answer is kept whole, with what went wrong in it: parts of answers are never put together anew. */
import { Client, cacheExchange, fetchExchange, mapExchange, type OperationResult } from 'urql'
import { askPatiently } from './allowance.ts'
import { asReader, noteEnded } from './session.ts'
import { noteSynthetic } from './synthetic.ts'

/**
 * No cache by entities: an error of the gateway names a service and not a field, so a part that is missing in one answer
 * would be kept as a null that everybody believes, and given out again without the error.
 */
export function openClient(url = '/graphql') {
  return new Client({
    url,
    preferGetMethod: false,
    fetch: askPatiently,
    fetchOptions: () => ({ headers: asReader() }),
    exchanges: [mapExchange({ onResult: note }), cacheExchange, fetchExchange],
  })
}

function note({ extensions, error }: OperationResult) {
  noteSynthetic(extensions)
  if (error?.response?.status === 401) noteEnded()
}
