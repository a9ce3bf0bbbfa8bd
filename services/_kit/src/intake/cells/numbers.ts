/** Reads numbers as Mexican offices write them, ages, and coordinates inside Mexico. */
import { type CellReader, orNothing, unfit } from './reading.ts'

const DIGITS = /^\d{1,9}(\.0+)?$/
/** "12 279", "12,279", "12’279": the separators of thousands seen in the tables. */
const GROUPED = /^\d{1,3}([ ,\u00a0\u202f'’]\d{3})+(\.0+)?$/
const SEPARATORS = /[ ,\u00a0\u202f'’]/g

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number): CellReader {
  return orNothing((text) => {
    if (!DIGITS.test(text) && !GROUPED.test(text)) return unfit('No es un número entero.')
    const value = Number(text.replace(SEPARATORS, ''))
    if (value < least || value > most) return unfit(`El número debe estar entre ${least} y ${most}.`)
    return String(value)
  })
}

const AGE = /^(\d{1,3})(?:\.0+)?(?: ?a(?:ñ|n)os?\.?)?$/i
const MONTHS = /^(\d{1,2}) ?m(?:es(?:es)?)?\.?$/i

/** Years of age of a person under 18. */
export const age: CellReader = orNothing((text) => {
  const months = MONTHS.exec(text)?.[1]
  const years = months === undefined ? Number(AGE.exec(text)?.[1] ?? Number.NaN) : Math.floor(Number(months) / 12)
  if (Number.isNaN(years)) return unfit('La edad no es un número de años.')
  if (years >= 18) return unfit('Tiene 18 años o más: este registro es de niñas, niños y adolescentes.')
  return String(years)
})

const DEGREES = /^-?\d{1,3}([.,]\d+)?$/

/** The box around Mexico; the database holds the same one. */
const LATITUDES = { least: 14, most: 33, word: 'latitud', other: 'longitud' } as const
const LONGITUDES = { least: -119, most: -86, word: 'longitud', other: 'latitud' } as const

export const latitude = coordinate(LATITUDES, LONGITUDES)
export const longitude = coordinate(LONGITUDES, LATITUDES)

type Axis = { least: number; most: number; word: string; other: string }

function coordinate({ least, most, word, other }: Axis, crossed: Axis): CellReader {
  return orNothing((text) => {
    if (!DEGREES.test(text)) return unfit(`La ${word} no es un número de grados decimales.`)
    const degrees = Number(text.replace(',', '.'))
    if (degrees >= least && degrees <= most) return String(degrees)
    if (degrees >= crossed.least && degrees <= crossed.most) {
      return unfit(`La ${word} parece estar intercambiada con la ${other}.`)
    }
    return unfit(`La ${word} cae fuera de México (${least} a ${most}).`)
  })
}
