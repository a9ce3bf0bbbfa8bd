/** Bytes ready to be sent, any number of times: with their mark for the browser's cache, and packed when one asks. */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const packGzip = promisify(gzip)
const packBrotli = promisify(brotliCompress)

/** Below this a packed body saves no packet. */
const WORTH_PACKING = 1_024
const BROTLI_QUALITY = 5

type Packing = 'br' | 'gzip'

export class Parcel {
  readonly bytes: Buffer
  readonly etag: string
  readonly #packed = new Map<Packing, Promise<Buffer>>()

  constructor(bytes: Buffer) {
    this.bytes = bytes
    this.etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  }

  /** Packs once, whoever asks. */
  packed(packing: Packing): Promise<Buffer> {
    const known = this.#packed.get(packing)
    if (known) return known
    const made = packing === 'br' ? brotli(this.bytes) : packGzip(this.bytes)
    this.#packed.set(packing, made)
    return made
  }
}

function brotli(bytes: Buffer): Promise<Buffer> {
  return packBrotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
}

/** Sends the parcel, or 304 when the asker has these very bytes. Headers set before stay; `further` are name, value, name … */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, parcel, further = [] }: { status: number; parcel: Parcel; further?: readonly string[] },
): Promise<void> {
  const headers = [...further, 'etag', parcel.etag]
  if (further.length === 0) response.appendHeader('vary', 'accept-encoding')
  if (status === 200 && hasIt(request, parcel)) {
    response.writeHead(304, headers).end()
    return
  }
  const packing = parcel.bytes.length >= WORTH_PACKING ? accepted(request.headers['accept-encoding']) : null
  const body = packing ? await parcel.packed(packing) : parcel.bytes
  if (packing) headers.push('content-encoding', packing)
  headers.push('content-length', String(body.length))
  response.writeHead(status, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}

function hasIt({ headers }: IncomingMessage, { etag }: Parcel): boolean {
  const given = headers['if-none-match']
  return given?.split(',').some((one) => one.trim() === etag) ?? false
}

/** The best packing that is named and not refused by `;q=0`. */
function accepted(header: string | string[] | undefined): Packing | null {
  const wanted = String(header ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => !/;\s*q=0(\.0*)?$/.test(one))
    .map((one) => one.split(';')[0]?.trim())
  if (wanted.includes('br')) return 'br'
  return wanted.includes('gzip') ? 'gzip' : null
}
