/** Visits of supervision: Procuradurías to their centres, every six months where they heed the law; CNDH to INM's stations once a year. */
import type { InspectionResult } from '@vigia/law/facility-registry'
import { DAY, minuteOf, startOfDay } from '../calendar.ts'
import { isOpen, type Place } from '../places/facility.ts'
import { drawer } from '../shares.ts'
import type { Context } from './context.ts'

/** Of the visits that the law wants (LGDNNA art. 112), those that happen. Ours. */
const MADE = 0.55

const byProcuraduria = drawer<InspectionResult>({
  NO_FINDINGS: 55,
  FINDINGS: 38,
  SERIOUS_FINDINGS: 6,
  ACCESS_DENIED: 1,
})
/** CNDH's diagnosis of 2024: 58 % adequate, 37.5 % middle, one critical of 24 (domain.md 4.6). */
const byCndh = drawer<InspectionResult>({ NO_FINDINGS: 58, FINDINGS: 37, SERIOUS_FINDINGS: 4, CLOSURE_ORDERED: 1 })

const REMARKS: Readonly<Partial<Record<InspectionResult, string>>> = {
  FINDINGS: 'Falta personal; áreas sin separación por edad',
  SERIOUS_FINDINGS: 'Hacinamiento, sin atención médica',
  ACCESS_DENIED: 'No se permitió el ingreso',
}

export function inspect(context: Context): void {
  for (const place of context.network.places) {
    if (place.type.startsWith('CAS')) visit(context, place, 183, 'PPNNA')
    else if (place.type === 'EM') visit(context, place, 365, 'CNDH')
  }
}

function visit(context: Context, place: Place, everyDays: number, sender: 'PPNNA' | 'CNDH'): void {
  const chance = context.random('inspect')
  for (let due = minuteOf(2021, 1, 15); due < context.until; due += everyDays * DAY) {
    const on = startOfDay(due + chance.below(everyDays) * DAY)
    if (!chance.chance(MADE) || on > context.until || !isOpen(place, on, on)) continue
    const result = sender === 'PPNNA' ? byProcuraduria(chance) : byCndh(chance)
    context.sink.write({ feed: 'inspections', sender, place, on, result, remark: REMARKS[result] ?? null }, on)
  }
}
