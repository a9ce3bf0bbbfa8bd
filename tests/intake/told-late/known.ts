/** What stands before a file tells anything late: a child, its case, a place. */
import { aDetection } from '../../support/builders/inm.ts'
import { aCase } from '../../support/builders/ppnna.ts'
import { nextNumber, type Row } from '../../support/builders/row.ts'
import { daysAgo, hoursAgo, localDay, written, writtenDay } from '../../support/clock.ts'
import type { Desk } from '../desk.ts'

/** What a file told of a later day, and what one of an earlier day tells of the same fact in other words. */
export type Told = {
  feed: string
  later: readonly Row[]
  earlier: readonly Row[]
}

/** A kind of fact, and what is told of one; each time of another. */
export type ToldLate = readonly [what: string, told: (desk: Desk) => Told | Promise<Told>]

export const day = (days: number): string => writtenDay(daysAgo(days))
export const at = (hours: number): string => written(hoursAgo(hours))

const TODAY = daysAgo(0)
/** Of a file of so many days before today, whenever it is asked. */
export const cutoff = (days: number) => ({ cutoff: localDay(new Date(TODAY.getTime() - days * 86_400_000)) })

const LONG_BEFORE = cutoff(60)
const OF_CHIAPAS = { source: 'PPNNA', state: '07' }

/** Gives its acta. */
export async function aKnownChild(desk: Desk): Promise<string> {
  const found = aDetection()
  await desk.send('children/detections', [found], LONG_BEFORE)
  await desk.tell()
  return found.ACTA
}

/** Gives its folio. */
export async function aKnownCase(desk: Desk): Promise<string> {
  const opened = aCase(await aKnownChild(desk))
  await desk.send('representation/protection-cases', [opened], { ...OF_CHIAPAS, ...LONG_BEFORE })
  return opened.FOLIO
}

/** Gives its key. */
export async function aKnownPlace(desk: Desk): Promise<string> {
  const CLAVE = `CAS-${nextNumber()}`
  const listed = { CLAVE, NOMBRE: `Casa ${CLAVE}`, TIPO: 'CAS estatal', ENTIDAD: 'Chiapas' }
  await desk.send('placements/facilities', [listed], LONG_BEFORE)
  return CLAVE
}

export async function aKnownReturn(desk: Desk, left: Row): Promise<void> {
  await desk.send('returns/executed-returns', [left], LONG_BEFORE)
}
