/** One POST over a connection that is kept open, with a bound on what comes back. */
import { Agent, type IncomingMessage, request } from 'node:http'
import { Unreachable } from './reach.ts'

export interface HttpAnswer {
  status: number
  text: string
}

export interface Posting {
  headers: Readonly<Record<string, string>>
  body: string
  signal: AbortSignal
}

const MOST_BYTES = 32_000_000

const agent = new Agent({ keepAlive: true, maxSockets: 64, maxFreeSockets: 16 })

/** Errors of a connection on which nothing has come back yet. */
const REFUSED = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

/** Throws Unreachable when nothing that is HTTP comes back. */
export function post(address: URL, { headers, body, signal }: Posting): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body)
    const options = { method: 'POST', agent, signal, headers: { ...headers, 'content-length': bytes.length } }
    let answered = false
    const sent = request(address, options, (response) => {
      answered = true
      text(response).then((answer) => resolve({ status: response.statusCode ?? 0, text: answer }), fail)
    })
    function fail(error: NodeJS.ErrnoException): void {
      const isRefused = !answered && REFUSED.has(error.code ?? '')
      reject(error instanceof Unreachable ? error : new Unreachable(error.code ?? error.message, isRefused))
    }
    sent.on('error', fail)
    sent.end(bytes)
  })
}

async function text(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MOST_BYTES) throw new Unreachable(`it answers with more than ${MOST_BYTES} bytes`)
  }
  return Buffer.concat(chunks).toString('utf8')
}
