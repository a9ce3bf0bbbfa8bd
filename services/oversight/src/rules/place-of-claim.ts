/**
 * A place as INM writes it: the key under which its spellings are one, and whether a place was written down at all.
 *
 * "OTRO", "OTRO LUGAR" and "SIN REGISTRO" name no place: whoever was channelled there went where nobody recorded.
 * Spellings are joined where they differ in accents, capitals, blanks, quotes, commas and hyphens alone. Two names of one
 * place stay two: which of them are one, nobody has said.
 */
import { looseKey } from '@vigia/law/code-list'

const UNRECORDED = new Set(
  [
    'Otro',
    'Otros',
    'Otra',
    'Otro lugar',
    'Otros lugares',
    'Sin registro',
    'Sin dato',
    'Sin lugar',
    'S/R',
    'S/D',
    'N/D',
    'N/A',
    'No especificado',
    'No especificada',
    'No aplica',
    'No registrado',
    'Se desconoce',
    'Desconocido',
    'Ninguno',
    '-',
  ].map(looseKey),
)

/** Where the cell is blank. */
export const BLANK_PLACE = '(en blanco)'

export function placeKey(place: string): string {
  return looseKey(place.replace(/[«»„‟”“`´]/gu, ' '))
}

export function isPlaceRecorded(place: string): boolean {
  const key = placeKey(place)
  return key !== '' && key !== placeKey(BLANK_PLACE) && !UNRECORDED.has(key)
}
