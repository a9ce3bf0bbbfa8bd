/** Finds the first visible sheet of an XLSX workbook, having unpacked every part once within its bounds. */
import { open } from 'node:fs/promises'
import { unpacked, ZIP_BOUNDS, type ZipBounds, type ZipEntry, zipEntries } from './intake-zip.ts'
import { FileRefused } from './reject-file.ts'

/** Strings that cells share are in memory while the sheet is read. */
const MAX_SHARED_BYTES = 400_000_000
const MAX_INDEX_BYTES = 20_000_000
const DECLARATION = /<!\s*(DOCTYPE|ENTITY)/i

/** The sheet as exceljs will announce it. */
export type SheetAddress = { name: string; id: string | null }

/** Throws FileRefused for a bomb, an XML entity or a workbook without a visible sheet. */
export async function firstVisibleSheet(path: string, bounds: ZipBounds = ZIP_BOUNDS): Promise<SheetAddress> {
  const file = await open(path, 'r')
  try {
    const kept = new Map<string, Buffer[]>()
    for (const entry of await zipEntries(file, bounds)) {
      checkSize(entry)
      const pieces: Buffer[] | null = KEPT.has(entry.name) ? [] : null
      let tail = ''
      for await (const piece of unpacked(file, entry)) {
        tail = refuseDeclarations(tail, piece)
        pieces?.push(piece)
      }
      if (pieces) kept.set(entry.name, pieces)
    }
    const textOf = (name: string) => Buffer.concat(kept.get(name) ?? []).toString('utf8')
    return addressIn(textOf(WORKBOOK), textOf(RELATIONS))
  } finally {
    await file.close()
  }
}

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const KEPT = new Set([WORKBOOK, RELATIONS])

function checkSize({ name, unpackedBytes }: ZipEntry): void {
  const isIndex = KEPT.has(name) || name === 'xl/styles.xml'
  const limit = isIndex ? MAX_INDEX_BYTES : name === 'xl/sharedStrings.xml' ? MAX_SHARED_BYTES : Infinity
  if (unpackedBytes > limit) throw new FileRefused('El libro XLSX se rechaza: desempacado es desmedidamente grande.')
}

/** Gives the end of the piece, in which a declaration may begin that the next piece ends. */
function refuseDeclarations(tail: string, piece: Buffer): string {
  const text = piece.toString('latin1')
  if (DECLARATION.test(tail + text)) {
    throw new FileRefused('El libro XLSX se rechaza: una de sus partes declara entidades XML.')
  }
  return text.slice(-16)
}

function addressIn(workbook: string, relations: string): SheetAddress {
  if (workbook === '') throw new FileRefused('El archivo es un ZIP, pero no un libro XLSX.')
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1]
    if (name === undefined || /\sstate="(hidden|veryHidden)"/.test(tag)) continue
    return { name: decoded(name), id: idBehindAbsoluteTarget(tag, relations) }
  }
  throw new FileRefused('El libro XLSX no tiene ninguna hoja visible.')
}

/** exceljs knows no name for a sheet whose target is written as an absolute path; it gives the file's number. */
function idBehindAbsoluteTarget(tag: string, relations: string): string | null {
  const relation = /\sr:id="([^"]*)"/.exec(tag)?.[1]
  for (const [link] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    if (/\sId="([^"]*)"/.exec(link)?.[1] !== relation) continue
    return /\sTarget="\/xl\/worksheets\/sheet(\d+)\.xml"/.exec(link)?.[1] ?? null
  }
  return null
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
