/** A child and a place of whom every word that is nobody's business is a canary, told of in files by three services' senders. */
import { curpCheckDigit } from '@vigia/law/identifiers'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import type { Registry } from './registry.ts'

const curp = (seventeen: string) => `${seventeen}${curpCheckDigit(seventeen)}`
export const CURP = curp('KAXN120605MNEXRXA')
export const ANOTHER = curp('KEXN120605MNEXRXA')
const UNKNOWN = curp('KIXN120605MNEXRXA')
export const NUMBERS = {
  'DOCUMENTO DE IDENTIDAD': 'KANPAS0801',
  'FOLIO ALBERGUE': 'KANALB0802',
  PROGRES: 'KANPRO0803',
  CPIMS: 'KANCPI0804',
}
export const NAME = {
  'NOMBRE(S)': 'Kanarinombre',
  'PRIMER APELLIDO': 'Kañarilejos',
  'SEGUNDO APELLIDO': 'Kanarisegundo',
}
const CORRECTED = 'Kanaricorregida'

const LATITUDE = '14.9876543'
export const ADDRESS = 'Calle Kanaria 12'

export const CANARIES = [
  LATITUDE,
  ADDRESS,
  CURP,
  ANOTHER,
  UNKNOWN,
  CORRECTED,
  ...Object.values(NUMBERS),
  ...Object.values(NAME),
]
/** Words of the law, which stand in the catalogue of any registry: of a child they stand in no table. */
export const DANGERS = [
  'DOMESTIC_VIOLENCE',
  'WITH_SMUGGLER',
  'TRAFFICKING_VICTIM',
  'UNITED_STATES',
  'DANGEROUS',
  'PROTECTION_NEEDED',
]

export const child = aDetection({
  ...{
    ...NAME,
    ...NUMBERS,
    CURP,
    CAUSAS: 'Violencia familiar',
    'CONDICIONES DE TRÁNSITO': 'Coyote',
    'FACTORES DE RIESGO': 'Víctima de trata (tránsito)',
  },
  ...{
    VÍNCULO: 'Madre',
    'LUGAR DEL FAMILIAR': 'EUA',
    'CONTACTO CON EL FAMILIAR': 'Riesgoso',
    'FECHA DE NACIMIENTO': '05/06/2012',
  },
  ...{ 'INDICIOS DE PROTECCIÓN': 'SÍ', 'RESULTADO DE EVALUACIÓN INICIAL': 'Con indicios de protección internacional' },
})
/** Known by its CURP alone to whoever writes of it. */
const byCurp = { ACTA: '', CURP }

/** Taken in, and in one folder corrected, told of by CURP alone, and one row of nobody. */
export async function sendAll(registry: Registry): Promise<void> {
  await registry.send('children/detections', [child])
  const card = { DOCUMENTO: 'TVRH', 'ESTADO DEL DOCUMENTO': 'Tarjeta expedida' }
  const documents = [
    { ...byCurp, ...card, 'CURP ASIGNADA': 'Temporal' },
    { ACTA: child.ACTA, CURP: ANOTHER, ...card, 'CURP ASIGNADA': 'Ninguna' },
    { ACTA: '', CURP: UNKNOWN, ...card, 'CURP ASIGNADA': 'Ninguna' },
  ]
  const place = { NOMBRE: 'Casa de acogida', TIPO: 'CAS estatal', ENTIDAD: 'Chiapas', LATITUD: LATITUDE }
  await registry.sendFolder(
    ['children/migration-documents', documents],
    ['children/detections', [{ ...child, 'NOMBRE(S)': CORRECTED }]],
    ['placements/facilities', [{ ...place, LONGITUD: '-92.1234567', DOMICILIO: ADDRESS }]],
    ['placements/stays', [aStay('', byCurp)]],
    ['representation/protection-cases', [{ ...aCase(''), ...byCurp }], '07'],
  )
  await registry.run('intake/command/command', ['unmatched', 'children'])
}
