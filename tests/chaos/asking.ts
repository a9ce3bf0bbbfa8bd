/** One question to a gateway over a hop that may be troubled: an answer, a code of the house, or word that there was none. */

export interface Answer {
  data: unknown
  /** Of its first error, or why there was no answer; null where all is well. */
  code: string | null
}

const PATIENCE_MS = 8_000

/** Never rejects. */
export async function askAt(
  gateway: string,
  headers: Readonly<Record<string, string>>,
  query: string,
  variables: object = {},
): Promise<Answer> {
  try {
    const response = await fetch(`${gateway}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const { data, errors } = (await response.json().catch(() => ({}))) as Body
    const code = errors?.[0]?.extensions?.code ?? (response.ok ? null : `STATUS ${response.status}`)
    return { data: data ?? null, code: data === undefined && code === null ? 'NOT_REACHED' : code }
  } catch (error) {
    return { data: null, code: `NOT_REACHED ${error instanceof Error ? error.message : ''}` }
  }
}

interface Body {
  data?: unknown
  errors?: readonly { extensions?: { code?: string } }[]
}
