/** Asks the gateway one question of each service once it runs: the first query of a process is slow, and nobody should wait for it. */
import { log } from '@vigia/kit/log'

const QUESTION = `{
  nation { detention { heldNow } casework { unprocessed } }
  children(first: 1) {
    edges { node { id detections(first: 1) { totalCount } placements(first: 1) { totalCount } ppnnaCase { openedAt } returns { departedAt } } }
  }
}`

/** Resolves when it has been answered, however that went. */
export async function warmUp({ host, port }: { host: string; port: number }): Promise<void> {
  const here = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  try {
    const answer = await fetch(`http://${here.includes(':') ? `[${here}]` : here}:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUESTION }),
    })
    await answer.arrayBuffer()
  } catch (error) {
    log.debug({ err: error }, 'the first question was not answered')
  }
}
