/** How a child travelled and what befell the child on the way (LGDNNA art. 99; domain.md 3.7). */
import type { CodeList } from './code-list.ts'

export const TRANSIT_CONDITIONS = {
  ALONE: { es: 'Solo', en: 'Alone', aliases: ['sola'] },
  WITH_FAMILY: { es: 'Con familia', en: 'With family' },
  WITH_SMUGGLER: {
    es: 'Con coyote o pollero',
    en: 'With a smuggler',
    aliases: ['coyote', 'pollero', 'con coyote/pollero'],
  },
  IN_GROUP: {
    es: 'Grupo o caravana',
    en: 'In a group or caravan',
    aliases: ['caravana', 'grupo', 'grupo/caravana'],
  },
  TRAIN: { es: 'Tren', en: 'Train' },
  BUS: { es: 'Autobús', en: 'Bus', aliases: ['camión de pasajeros'] },
  FREIGHT_TRUCK: { es: 'Camión de carga', en: 'Freight truck', aliases: ['tráiler', 'caja de tráiler'] },
  ON_FOOT: { es: 'A pie', en: 'On foot', aliases: ['caminando'] },
  BY_SEA: { es: 'Marítimo', en: 'By sea', aliases: ['lancha'] },
  KIDNAPPING: {
    es: 'Privación de libertad o secuestro',
    en: 'Kidnapping',
    aliases: ['secuestro', 'privación de libertad', 'privación de libertad/secuestro'],
  },
  EXTORTION: { es: 'Extorsión', en: 'Extortion' },
  SEXUAL_VIOLENCE: { es: 'Violencia sexual', en: 'Sexual violence' },
  ROBBERY: { es: 'Robo', en: 'Robbery' },
  ACCIDENT: { es: 'Accidente', en: 'Accident' },
  SEPARATION: { es: 'Separación durante el trayecto', en: 'Separated on the way', aliases: ['separación'] },
  DARIEN: { es: 'Paso por Darién', en: 'Crossed the Darién', aliases: ['Darién'] },
  LONG_TRANSIT: { es: 'Días en tránsito', en: 'Many days in transit' },
  DEBT: { es: 'Endeudamiento', en: 'In debt', aliases: ['deuda'] },
} as const satisfies CodeList

export type TransitCondition = keyof typeof TRANSIT_CONDITIONS
