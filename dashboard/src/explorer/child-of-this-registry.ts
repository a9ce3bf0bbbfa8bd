/** The id of a child whom the running registry knows well, so that the query of one child has something to tell when it is run. */
import { OWN_PAGE } from '../api/session.ts'

/** Of the latest found, whoever has a case and a determination. */
const QUESTION = `{
  children(first: 50) {
    edges { node { id placements(first: 1) { edges { node { id } } } ppnnaCase { determination { outcome } } } }
  }
}`
const PATIENCE_IN_MS = 4_000

type Found = {
  id: string
  placements: { edges: readonly unknown[] } | null
  ppnnaCase: { determination: object | null } | null
}

/** Null where there is no child, or nobody answers in time: the explorer opens all the same. */
export async function childOfThisRegistry(): Promise<string | null> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { ...OWN_PAGE, 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUESTION }),
      signal: AbortSignal.timeout(PATIENCE_IN_MS),
    })
    const answer: { data?: { children?: { edges: readonly { node: Found }[] } | null } } = await response.json()
    const found = answer.data?.children?.edges.map(({ node }) => node) ?? []
    return found.toSorted((a, b) => knownOf(b) - knownOf(a))[0]?.id ?? null
  } catch {
    return null
  }
}

/** How much there is to tell of a child. */
const knownOf = ({ placements, ppnnaCase }: Found) =>
  Number(Boolean(placements?.edges.length)) + Number(ppnnaCase !== null) + Number(Boolean(ppnnaCase?.determination))
