/** The measures of a restitution plan: in a word, or as fuller software prints them, with right, institution and days. */
import { RIGHTS, type Right } from '@vigia/law/rights'
import { DAY, isoDay, type Minute } from '../calendar.ts'
import type { Random } from '../random.ts'

const MEASURES: readonly (readonly [measure: string, right: Right, institution: string])[] = [
  ['Acogimiento residencial', 'FAMILY', 'Sistema DIF estatal'],
  ['Representación en suplencia', 'DUE_PROCESS', 'Procuraduría de Protección'],
  ['Regularización migratoria', 'MIGRANT_CHILDREN', 'Instituto Nacional de Migración'],
  ['Atención psicológica', 'HEALTH', 'Centro de salud'],
  ['Atención médica', 'HEALTH', 'Secretaría de Salud'],
  ['Inscripción escolar', 'EDUCATION', 'Secretaría de Educación'],
  ['Búsqueda de familiares', 'FAMILY', 'Sistema DIF municipal'],
  ['Acceso al procedimiento de asilo', 'MIGRANT_CHILDREN', 'COMAR'],
  ['Registro de nacimiento', 'IDENTITY', 'Registro Civil'],
]

/** One to four. */
export function measuresOf(chance: Random): string[] {
  const names = MEASURES.map(([measure]) => measure)
  return chance.shuffle(names).slice(0, chance.between(1, 4))
}

/** The same measures with all that is known of them on the day on which the plan is issued. */
export function inFull(chance: Random, measures: readonly string[], on: Minute): string[] {
  return MEASURES.filter(([measure]) => measures.includes(measure)).map(([measure, right, institution]) => {
    const due = `vence ${slashed(on + chance.between(15, 180) * DAY)}`
    const done = chance.chance(0.2) ? [`cumplida ${slashed(on)}`] : []
    return `${RIGHTS[right].es}: ${measure} (${[institution, due, ...done].join('; ')})`
  })
}

function slashed(at: Minute): string {
  return isoDay(at).split('-').reverse().join('/')
}
