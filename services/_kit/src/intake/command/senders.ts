/** Who sent a file and of what it tells: by the flags, else by a manifest.json beside it, else by the file's name. */
import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { AskedWrongly } from '@vigia/db/asked'
import { AUTHORITIES } from '@vigia/law/authorities'
import { codeOf } from '@vigia/law/code-list'
import { isLocalDate } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { stateCodeOf } from '@vigia/law/states'
import { z } from 'zod'
import { SERVICE_NAMES } from '../../service.ts'
import type { Feed, Sender } from '../feed.ts'
import type { Flags } from './arguments.ts'

const Entry = z.object({
  file: z.string().min(1),
  service: z.enum(SERVICE_NAMES),
  feed: z.string().regex(/^[a-z-]+$/),
  source: z.string(),
  state: z.string().nullable(),
  cutoff: z.string(),
  status: z.enum(['DEFINITIVE', 'PRELIMINARY']),
})
export type Entry = z.output<typeof Entry>

const MANIFEST = 'manifest.json'

/** The files of a folder in the order of its manifest, all of which are there, each of a sender who may send it. Throws AskedWrongly. */
export async function manifestOf(folder: string): Promise<Entry[]> {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) throw new AskedWrongly(`No existe la carpeta ${folder}.`)
  if (!found.isDirectory())
    throw new AskedWrongly(`${folder} es un archivo: diga antes de qué tabla es, como «children/detections».`)
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => null)
  if (text === null) throw new AskedWrongly(`${folder} no tiene ${MANIFEST}.`)
  const listed = jsonOf(text)
  const read = z.array(Entry).safeParse(listed)
  if (!read.success)
    throw new AskedWrongly(
      `El ${MANIFEST} de ${folder} no lista los archivos como debe: ${whatIsWrong(listed, read.error)}.`,
    )
  const outside = read.data.find(({ file }) => path.basename(file) !== file)
  if (outside) throw new AskedWrongly(`${MANIFEST} nombra un archivo fuera de su carpeta: ${outside.file}`)
  const missing = read.data.find(({ file }) => !existsSync(path.join(folder, file)))
  if (missing) throw new AskedWrongly(`${MANIFEST} nombra un archivo que no está en su carpeta: ${missing.file}`)
  for (const entry of read.data) whoseIs(entry)
  return read.data
}

/** Which entry, and which of its words: the first. */
function whatIsWrong(listed: unknown, { issues }: z.ZodError): string {
  const [at, word] = issues[0]?.path ?? []
  if (!Array.isArray(listed) || typeof at !== 'number') return 'no es una lista en JSON'
  const named = z.object({ file: z.string() }).safeParse(listed[at])
  const which = `el número ${at + 1}${named.success ? ` (${named.data.file})` : ''}`
  if (word === undefined) return `${which} no dice nada de un archivo`
  const isMissing = !(String(word) in Object(listed[at]))
  return isMissing ? `falta «${String(word)}» en ${which}` : `«${String(word)}» en ${which} no es lo que se espera`
}

/** Before the first file is taken in: of three hundred, the last may be the one that is asked wrongly. */
function whoseIs(entry: Entry): void {
  try {
    senderOfEntry(entry)
  } catch (error) {
    throw error instanceof AskedWrongly ? new AskedWrongly(`${MANIFEST}, ${entry.file}: ${error.message}`) : error
  }
}

/** Throws AskedWrongly where nothing tells the source or the cut-off day, one of them does not exist, or that day is still to come. */
export async function senderOf(file: string, flags: Flags, { usually }: Pick<Feed, 'usually'>): Promise<Sender> {
  const told = (await fromManifest(file)) ?? fromName(path.basename(file))
  const source = flags.source ?? told?.source ?? usually?.source
  const state = flags.state ?? told?.state ?? null
  const cutoff = flags.cutoff === undefined ? (told?.cutoff ?? null) : dayIn(flags.cutoff)
  if (!source) throw new AskedWrongly(`Nada dice quién envía ${path.basename(file)}: dígalo con --source.`)
  if (!cutoff && !usually)
    throw new AskedWrongly(`Nada dice hasta qué día informa ${path.basename(file)}: dígalo con --cutoff aaaa-mm-dd.`)
  return checked({ source, state, cutoff, isPreliminary: flags.isPreliminary || told?.isPreliminary === true })
}

export function senderOfEntry({ source, state, cutoff, status }: Entry): Sender {
  return checked({ source, state, cutoff, isPreliminary: status === 'PRELIMINARY' })
}

async function fromManifest(file: string): Promise<Sender | null> {
  const text = await readFile(path.join(path.dirname(file), MANIFEST), 'utf8').catch(() => null)
  const read = text === null ? null : z.array(Entry).safeParse(jsonOf(text))
  const entry = read?.data?.find((one) => one.file === path.basename(file))
  return entry ? senderOfEntry(entry) : null
}

const NAME = /^[a-z]+--[a-z-]+?--([^-]+)(?:--(\d{2}))?--(\d{4}-\d{2}-\d{2})(--preliminar)?\.[^.]+$/

function fromName(name: string): Sender | null {
  const [, source, state = null, cutoff, preliminary] = NAME.exec(name) ?? []
  return source && cutoff ? { source, state, cutoff, isPreliminary: preliminary !== undefined } : null
}

/** As people write a day: 31/10/2026. */
function dayIn(text: string): string {
  const day = text.trim().replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1')
  if (!isLocalDate(day)) throw new AskedWrongly(`«${text}» no es un día: escriba aaaa-mm-dd.`)
  return day
}

function checked({ source, state, cutoff, isPreliminary }: Sender): Sender {
  const authority = codeOf(AUTHORITIES, source)
  if (!authority)
    throw new AskedWrongly(`«${source}» no es una autoridad de la lista: ${Object.keys(AUTHORITIES).join(', ')}.`)
  const code = state === null ? null : stateCodeOf(state)
  if (state !== null && !code) throw new AskedWrongly(`«${state}» no es una entidad federativa.`)
  if (cutoff !== null && !isLocalDate(cutoff)) throw new AskedWrongly(`«${cutoff}» no es un día: escriba aaaa-mm-dd.`)
  // Until then the sender would count as on time, and what nobody has told yet as 0.
  if (cutoff !== null && cutoff > localDateOf(new Date()))
    throw new AskedWrongly(`El corte ${cutoff} está en el futuro: un archivo informa hasta el día en que se envía.`)
  return { source: authority, state: code, cutoff, isPreliminary }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
