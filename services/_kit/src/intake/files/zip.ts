/** Looks through the container of an XLSX workbook before anything parses it, within bounds that a bomb breaks. */
import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { FileRefused } from './file-refused.ts'

/** Bounds of a workbook. Defaults of Vigía: a million rows of thirty columns unpack to about 1.5 GB. */
export type ZipBounds = { entries: number; unpackedBytes: number; ratio: number }

export const ZIP_BOUNDS: ZipBounds = { entries: 500, unpackedBytes: 2_000_000_000, ratio: 250 }

/** Below this a high ratio proves nothing: a sheet of blanks packs well. */
const RATIO_COUNTS_FROM_BYTES = 10_000_000

export type ZipEntry = {
  name: string
  method: number
  packedBytes: number
  unpackedBytes: number
  start: number
}

const CENTRAL_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const STORED = 0
const DEFLATED = 8
const PIECE_BYTES = 1 << 16

const refused = (why: string) => new FileRefused(`El libro XLSX se rechaza: ${why}.`)

/** The entries, each inside the bounds and each exactly where the directory says. Throws FileRefused. */
export async function zipEntries(file: FileHandle, bounds: ZipBounds = ZIP_BOUNDS): Promise<ZipEntry[]> {
  const { size } = await file.stat()
  const tail = await read(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || tail.length - end < 22) throw refused('su índice falta o está cortado')

  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (count === 0xffff || start === 0xffffffff) throw refused('usa un índice de más de 4 GB')
  if (count > bounds.entries) throw refused(`contiene más de ${bounds.entries} partes`)
  if (start + length > size) throw refused('su índice apunta fuera del archivo')

  const entries = directory(await read(file, start, length), count)
  for (const entry of entries) checkEntry(entry)
  await checkPlaces(file, entries, start)
  checkDeclaredSizes(entries, bounds)
  return entries
}

/** Unpacks an entry and gives it piece by piece; stops when it grows past what was declared. */
export async function* unpacked(file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = Readable.from(piecesOf(file, entry), { objectMode: false })
  const stream: Readable = entry.method === STORED ? packed : packed.pipe(createInflateRaw())
  let bytes = 0
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > entry.unpackedBytes) throw refused('una de sus partes crece más de lo que declara')
      yield piece
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : refused('una de sus partes está dañada')
  } finally {
    packed.destroy()
  }
}

async function* piecesOf(file: FileHandle, { start, packedBytes }: ZipEntry): AsyncGenerator<Buffer> {
  for (let at = 0; at < packedBytes; at += PIECE_BYTES) {
    yield await read(file, start + at, Math.min(PIECE_BYTES, packedBytes - at))
  }
}

function directory(bytes: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_ENTRY) throw refused('su índice está dañado')
    const nameLength = bytes.readUInt16LE(at + 28)
    if (bytes.readUInt16LE(at + 8) & 1) throw refused('está cifrado')
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      unpackedBytes: bytes.readUInt32LE(at + 24),
      start: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries.sort((one, other) => one.start - other.start)
}

function checkEntry({ name, method }: ZipEntry): void {
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|[\0\\]/i.test(name))
    throw refused('una de sus partes tiene un nombre que sale de él')
  if (/\.(zip|xlsx|xlsm|jar|gz|7z|rar|xz|bz2)$/i.test(name)) throw refused('contiene otro archivo comprimido')
  if (method !== STORED && method !== DEFLATED) throw refused('usa una compresión desconocida')
}

/** Parts the index does not name, or that overlap, are how one bomb is unpacked many times. */
async function checkPlaces(file: FileHandle, entries: ZipEntry[], directoryStart: number): Promise<void> {
  let free = 0
  for (const entry of entries) {
    const header = await read(file, entry.start, 30)
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_ENTRY) throw refused('una de sus partes falta')
    const nameLength = header.readUInt16LE(26)
    const name = (await read(file, entry.start + 30, nameLength)).toString('utf8')
    if (name !== entry.name) throw refused('una de sus partes tiene dos nombres')
    const gap = entry.start - free
    if (gap < 0 || gap > 24) throw refused('sus partes se enciman o esconden otras')
    entry.start += 30 + nameLength + header.readUInt16LE(28)
    free = entry.start + entry.packedBytes
  }
  if (free > directoryStart || directoryStart - free > 24) throw refused('sus partes se enciman o esconden otras')
}

function checkDeclaredSizes(entries: ZipEntry[], bounds: ZipBounds): void {
  const packed = entries.reduce((sum, entry) => sum + entry.packedBytes, 0)
  const whole = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0)
  const swollen = whole > RATIO_COUNTS_FROM_BYTES && whole > packed * bounds.ratio
  if (whole > bounds.unpackedBytes || swollen) throw refused('desempacado es desmedidamente grande')
}

async function read(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start)
  return buffer.subarray(0, bytesRead)
}
