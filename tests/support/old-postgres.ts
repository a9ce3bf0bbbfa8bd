/** What a PostgreSQL says that is none we may be given: lets everybody in, and tells its version, how many it lets in, and whom it sees. */
import { createServer, type Socket } from 'node:net'

/** A message of PostgreSQL's protocol: its kind, its length, its parts. */
function message(kind: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)))
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

const int32 = (n: number): Buffer => Buffer.from([n >>> 24, n >>> 16, n >>> 8, n])
const int16 = (n: number): Buffer => Buffer.from([n >>> 8, n])

const READY = message('Z', Buffer.from('I'))
const WELCOME = Buffer.concat([message('R', int32(0)), READY])
const TEXT = 25

interface Saying {
  /** As `max_connections` has it. */
  letsIn?: string
  /** From where one came without TLS. */
  openFrom?: string
}

/** `version` as `server_version_num` has it. */
export async function oldPostgres(
  version: string,
  { letsIn = '200', openFrom = '127.0.0.1' }: Saying = {},
): Promise<{ port: number; close: () => void }> {
  const ofText = [int32(0), int16(0), int32(TEXT), int16(-1), int32(-1), int16(0)]
  const values = [version, letsIn, openFrom].flatMap((value) => [int32(value.length), Buffer.from(value)])
  const answer = Buffer.concat([
    message('T', int16(3), 'version', ...ofText, 'letsIn', ...ofText, 'openFrom', ...ofText),
    message('D', int16(3), ...values),
    message('C', 'SELECT 1'),
    READY,
  ])
  const server = createServer((socket: Socket) => {
    let isIn = false
    socket.on('data', (data) => {
      if (isIn && data[0] === 'X'.charCodeAt(0)) socket.end()
      else socket.write(isIn ? answer : WELCOME)
      isIn = true
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() }
}
