/** A look at the version of the figures, which whoever loses all that is asked answers as little as one who is not there. */
import type { Client } from 'urql'
import { wasTooMuch } from './failure.ts'
import { RegistryDocument } from './registry.tsx'

/** More than any answer takes, and little beside what stands between two looks. */
const NO_ANSWER_AFTER_IN_MS = 5_000

/**
 * Null when nobody answers in time: a network that went away ends neither the question nor the stream of changes. Undefined where whoever answers
 * does not look, since the account has asked too much: of the stream that is no word.
 */
export function versionNow(client: Client): Promise<string | null | undefined> {
  return new Promise((resolve) => {
    const asked = client.query(RegistryDocument, {}, { requestPolicy: 'network-only' })
    // What the page has been told before is given again at once, as stale.
    const { unsubscribe } = asked.subscribe(({ data, error, stale }) => {
      if (!stale) give(error && wasTooMuch(error) ? undefined : (data?.registry?.version ?? null))
    })
    const late = setTimeout(() => give(null), NO_ANSWER_AFTER_IN_MS)

    function give(version: string | null | undefined) {
      clearTimeout(late)
      unsubscribe()
      resolve(version)
    }
  })
}
