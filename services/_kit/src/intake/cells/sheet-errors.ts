/** What stands in a cell that a spreadsheet could not show: never a value, whatever the column. */

/** A formula without its result, as programs write it that do not calculate. */
export const NOT_CALCULATED = '#SIN CALCULAR'
/** A cell below or beside the first of several that are merged: it shows a value and holds none. */
export const MERGED = '#COMBINADA'
/** A number that is no day, in a cell that should show one. */
export const NO_DAY = '#FECHA'

const ERROR =
  /^#(?:#+|N\/[AD]|FECHA|¡?(?:REF|VALOR|VALUE|NUM|DIV\/0|NULO|NULL|DESBORDAMIENTO|SPILL|CALC)!|¿?(?:NOMBRE|NAME)\?)$/i

/** As LibreOffice writes into a CSV what it could not calculate. */
const ERROR_BY_NUMBER = /^Err:\d{3}$/

/** Why the cell is no value, in Spanish; null where it is one, or may be. */
export function sheetError(text: string): string | null {
  const first = text.charCodeAt(0)
  if (first === CAPITAL_E && ERROR_BY_NUMBER.test(text)) return IS_ERROR
  if (first !== HASH) return null
  if (text === NOT_CALCULATED)
    return 'La celda es una fórmula sin resultado: abra el libro en la hoja de cálculo, guárdelo y envíelo de nuevo.'
  if (text === MERGED)
    return 'La celda está combinada con la de arriba o la de al lado: separe las celdas y escriba el dato en cada una.'
  return ERROR.test(text) ? IS_ERROR : null
}

const IS_ERROR = 'La celda trae un error de la hoja de cálculo y no un dato.'

const HASH = 35
const CAPITAL_E = 69
