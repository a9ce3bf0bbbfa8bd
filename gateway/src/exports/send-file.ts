/** Sends a file: at once, or piece by piece, no faster than it is taken. */
import { once } from 'node:events'
import { log } from '@vigia/kit/log'
import type { Response } from 'express'

interface Named {
  number: string
  list: string
}

function head(response: Response, { number, list }: Named): void {
  response.status(200)
  response.setHeader('content-type', 'text/csv; charset=utf-8; header=present')
  response.setHeader('content-disposition', `attachment; filename="vigia-${number}-${list}.csv"`)
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-vigia-export', number)
  // A proxy that gathers it would hand on, to a reader who takes his time, what came before he was let in no more.
  response.setHeader('x-accel-buffering', 'no')
}

export function sendAll(response: Response, named: Named, pieces: readonly string[]): void {
  head(response, named)
  response.send(Buffer.from(pieces.join('')))
}

/**
 * What breaks off is broken off for its reader too, who would else take it for the whole; so it is from when the signal says that he is let
 * in no more. Rejects where nothing had gone yet: then it can be said why.
 */
export async function sendInPieces(
  response: Response,
  named: Named,
  pieces: AsyncIterable<string>,
  letIn: AbortSignal,
): Promise<'sent' | 'left' | 'failed'> {
  try {
    for await (const piece of pieces) {
      letIn.throwIfAborted()
      if (response.destroyed) return 'left'
      if (!response.headersSent) head(response, named)
      if (!response.write(piece)) await taken(response)
    }
    response.end()
    return 'sent'
  } catch (error) {
    if (!response.headersSent) throw error
    log.error({ export: named.number, fault: error }, 'an export broke off')
    response.destroy()
    return 'failed'
  }
}

/** Until there is room again, or nobody is there; nobody listens any more then, however many pieces there are. */
async function taken(response: Response): Promise<void> {
  const over = new AbortController()
  const { signal } = over
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).finally(() =>
    over.abort(),
  )
}
