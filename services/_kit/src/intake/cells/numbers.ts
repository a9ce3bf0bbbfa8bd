/** Reads numbers as Mexican offices write them, ages, and coordinates inside Mexico. */
import { type CellReader, orNothing, unfit } from './reading.ts'

const DIGITS = /^\d{1,9}(\.0+)?$/
/** "12 279", "12,279", "12’279": the separators of thousands seen in the tables. */
const GROUPED = /^\d{1,3}([ ,\u00a0\u202f'’]\d{3})+(\.0+)?$/
/** "12.000" is twelve in some tables, and twelve thousand in others. */
const BY_DOTS = /^[1-9]\d{0,2}(\.\d{3})+$/
const SEPARATORS = /[ ,\u00a0\u202f'’]/g

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number): CellReader {
  return orNothing((text) => {
    if (BY_DOTS.test(text))
      return unfit('No se sabe si el punto separa millares o decimales: escriba el número entero sin puntos.')
    if (!DIGITS.test(text) && !GROUPED.test(text)) return unfit('No es un número entero.')
    const value = Number(text.replace(SEPARATORS, ''))
    if (value < least || value > most) return unfit(`El número debe estar entre ${least} y ${most}.`)
    return String(value)
  })
}

const YEARS = /^(\d{1,3})(?:\.0+)?(?: ?a(?:(?:ñ|n)os?)?\.?)?(?: cumplidos)?$/i
const MONTHS = /^(\d{1,2}) ?m(?:es(?:es)?)?\.?$/i
/** As shelters write it of the small, and of those about to come of age. Both words whole or both cut: "3 a 5 meses" may be from three to five. */
const YEARS_AND_MONTHS = /^(\d{1,3}) ?(?:a(?:ñ|n)os?,?(?: y| con)? ?\d{1,2} ?mes(?:es)?|a\.?,?(?: y)? ?\d{1,2} ?m)\.?$/i
const MONTHS_BEYOND = /(?<!\d)\d{1,2}(?= ?m)/i
const DAYS_OLD = /^\d{1,2} ?d[ií]as?$|^[1-4]?\d semanas?$|^(?:rn|r\.n\.|reci[eé]n nacid[oa])$/i

/** Whole years, as a cell tells an age; NaN where it tells none. */
function yearsIn(text: string): number {
  const [, months] = MONTHS.exec(text) ?? []
  if (months !== undefined) return Math.floor(Number(months) / 12)
  if (DAYS_OLD.test(text)) return 0
  const [, both] = YEARS_AND_MONTHS.exec(text) ?? []
  if (both !== undefined)
    return Number(MONTHS_BEYOND.exec(text.slice(both.length))?.[0]) < 12 ? Number(both) : Number.NaN
  return Number(YEARS.exec(text)?.[1] ?? Number.NaN)
}

/**
 * Why somebody of age is refused, and what the sender can do where he told of a child before: his refused row takes nothing back. The same
 * for everybody, and says nothing of whether anything is known.
 */
export const NO_CHILD =
  'este registro es de niñas, niños y adolescentes. Si antes se envió como menor de edad, aquello sigue contando hasta que se retire ese lote.'

/** Years of age of a person under 18. */
export const age: CellReader = orNothing((text) => {
  const years = yearsIn(text)
  if (Number.isNaN(years)) return unfit('La edad no es un número de años cumplidos (0 si no ha cumplido uno).')
  if (years >= 18) return unfit(`Tiene 18 años o más: ${NO_CHILD}`)
  return String(years)
})

const DEGREES = /^-?\d{1,3}([.,]\d+)?$/

/** The box around Mexico. Nothing lies outside it without a reason. */
const LATITUDES = { least: 14, most: 33, end: 90, word: 'latitud', other: 'longitud' } as const
const LONGITUDES = { least: -119, most: -86, end: 180, word: 'longitud', other: 'latitud' } as const

export const latitude = coordinate(LATITUDES, LONGITUDES)
export const longitude = coordinate(LONGITUDES, LATITUDES)

type Axis = { least: number; most: number; end: number; word: string; other: string }

/** Reads a degree anywhere on earth: whether the two lie in Mexico is told by `outsideMexico`. */
function coordinate(axis: Axis, crossed: Axis): CellReader {
  return orNothing((text) => {
    if (!DEGREES.test(text)) return unfit(`La ${axis.word} no es un número de grados decimales.`)
    const degrees = Number(text.replace(',', '.'))
    if (isSwapped(degrees, axis, crossed)) return unfit(swapped(axis))
    if (Math.abs(degrees) > axis.end) return unfit(`La ${axis.word} va de -${axis.end} a ${axis.end} grados.`)
    return String(degrees)
  })
}

const isIn = (degrees: number, { least, most }: Axis) => degrees >= least && degrees <= most
/** One that no coordinate of the axis can be: of the others the pair tells. */
const isSwapped = (degrees: number, axis: Axis, crossed: Axis) => Math.abs(degrees) > axis.end && isIn(degrees, crossed)
const swapped = ({ word, other }: Axis) => `La ${word} parece estar intercambiada con la ${other}.`

interface Outside {
  axis: 'latitude' | 'longitude'
  /** No reason mends it. */
  isSwapped: boolean
  reason: string
}

/** Which of two coordinates lies outside Mexico, and why that is refused; null where both lie in it. */
export function outsideMexico(latitude: string, longitude: string): Outside | null {
  const [north, east] = [Number(latitude), Number(longitude)]
  if (isIn(north, LONGITUDES) && isIn(east, LATITUDES))
    return { axis: 'latitude', isSwapped: true, reason: swapped(LATITUDES) }
  if (!isIn(north, LATITUDES)) return { axis: 'latitude', isSwapped: false, reason: outside(LATITUDES) }
  return isIn(east, LONGITUDES) ? null : { axis: 'longitude', isSwapped: false, reason: outside(LONGITUDES) }
}

const outside = ({ word, least, most }: Axis) =>
  `La ${word} cae fuera de México (${least} a ${most}) y no se dice el motivo.`
