/** Cells of lists of questions, and a number that no two persons have. */
import { CHECKLIST_ITEMS } from '@vigia/law/checklist'
import { GUARANTEES } from '@vigia/law/determinations'
import { curpCheckDigit } from '@vigia/law/identifiers'
import { nextNumber, type Row } from '../../support/builders/row.ts'
import { daysAgo, localDay, writtenDay } from '../../support/clock.ts'

const LISTS = { GUARANTEES, CHECKLIST: CHECKLIST_ITEMS }

const labelsOf = (list: keyof typeof LISTS): string[] => Object.values(LISTS[list]).map(({ es }) => es)
const cells = (list: keyof typeof LISTS, titleOf: (label: string) => string, cell: string): Row =>
  Object.fromEntries(labelsOf(list).map((label) => [titleOf(label.toUpperCase()), cell]))

export const answersYes = (list: keyof typeof LISTS): Row => cells(list, (label) => label, 'SÍ')
export const daysOfYes = (on: string): Row => cells('GUARANTEES', (label) => `FECHA ${label}`, on)
export const shownByItem = (words: string): Row => cells('CHECKLIST', (label) => `EVIDENCIA ${label}`, words)

const CONSONANTS = 'BCDFGHJKLMNPQRSTVWXYZ'

/** Of a girl of fourteen, whatever day it is: by a birthday of the calendar she would be of another group of ages next year. */
const BORN = daysAgo(14.5 * 365.25)
export const BIRTH_DATE = writtenDay(BORN)

/** Of a girl born abroad on that day, with its check digit. */
export function aCurp(): string {
  const n = nextNumber()
  const letters = [0, 1, 2].map((place) => CONSONANTS[Math.floor(n / CONSONANTS.length ** place) % CONSONANTS.length])
  const body = `XEXX${localDay(BORN).slice(2).replaceAll('-', '')}MNE${letters.join('')}A`
  return `${body}${curpCheckDigit(body)}`
}
