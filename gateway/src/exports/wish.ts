/** What somebody asks to take out, read from the body of a request, and the values that this gives a document. */
import { isLocalDate } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { ruleBrokenBy, SHORTEST_REASON } from '@vigia/law/written-words'
import { z } from 'zod'
import { Refused } from '../request/refused.ts'
import { readJson } from '../request/strict-json.ts'
import type { ExportList } from './columns.ts'
import type { Wish } from './export-store.ts'
import { EXPORT_LISTS } from './lists.ts'
import type { Values } from './pages-of.ts'

const day = z.string().refine(isLocalDate)
/** Read in a file and in the audit, and judged as every reason is that somebody writes: it says something, and leads to nobody. */
const purpose = z
  .string()
  .trim()
  .max(300)
  .refine((words) => ruleBrokenBy(words, SHORTEST_REASON) === null)

const Asked = z
  .strictObject({
    list: z.string(),
    purpose,
    language: z.enum(['es', 'en']).default('es'),
    state: z
      .string()
      .regex(/^(\d{2}|MX-[A-Z]{3})$/)
      .optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined) && (from ?? '') <= (to ?? ''))

const SENTENCE =
  'Give a "list", a "purpose" of 10 to 300 signs that says why, in three different words at least and without a CURP, telephone or e-mail, and where wanted "language" (es, en), "state", "from" and "to" (YYYY-MM-DD).'

/** Throws Refused: 400 for what cannot be read, 404 for a list that is not there. */
export function wishOf(body: unknown): Wish {
  if (!(body instanceof Uint8Array)) throw new Refused(400, 'BAD_REQUEST', 'The body is empty.')
  const asked = Asked.safeParse(readJson(new TextDecoder().decode(body)))
  if (!asked.success) throw new Refused(400, 'BAD_USER_INPUT', SENTENCE)
  const { list: name, purpose, language, state, from, to } = asked.data
  const list = listOf(name)
  const period = from && to ? { from, to } : unaskedPeriodOf(list)
  const filter = { ...(state && { state }), ...period }
  const untaken = (state && !list.takes.includes('state')) || (from && !list.takes.includes('period'))
  if (untaken) throw new Refused(400, 'BAD_USER_INPUT', `This list takes ${list.takes.join(', ') || 'no filter'}.`)
  return { list, purpose, language, filter }
}

/** What a list is called; one that was exported once and is there no more, by the name under which it was asked for. */
export function labelOf(name: string): ExportList['label'] {
  return listNamed(name)?.label ?? { es: name, en: name }
}

const listNamed = (name: string) => EXPORT_LISTS.find((one) => one.name === name)

export function listOf(name: string): ExportList {
  const list = listNamed(name)
  if (!list) throw new Refused(404, 'NOT_FOUND', 'There is no such list.')
  return list
}

/**
 * Without a period, counts are those of this year until today. It is of the wish, as if it had been asked for: the file says so, and whoever
 * reads "returns in the period" in it knows in which.
 */
const unaskedPeriodOf = ({ filter, takes }: ExportList) =>
  filter === null && takes.includes('period') ? yearTo(localDateOf(new Date())) : {}

export function valuesOf({ list, filter }: Pick<Wish, 'list' | 'filter'>): Values {
  const { state, from, to } = filter
  const asked = from && to ? { from, to } : null
  if (list.filter === null) return list.takes.includes('period') ? { period: asked ?? unaskedPeriodOf(list) } : {}
  return { filter: { ...(state && { state }), ...(asked && { period: asked }) } }
}

const yearTo = (today: string) => ({ from: `${today.slice(0, 4)}-01-01`, to: today })
