/** Whole rows about children: detections, documents, claims. */
import { aDetection } from '../../support/builders/inm.ts'
import { nextActa, nextNumber, type Row } from '../../support/builders/row.ts'
import type { Desk } from '../desk.ts'
import { at, day } from '../told-late/known.ts'
import { aCurp, BIRTH_DATE } from './cells.ts'
import type { Whole } from './whole.ts'

/** Known by all of its numbers. */
export async function aNumberedChild(desk: Desk): Promise<Row> {
  const numbers = { NUE: `N${200_000_000 + nextNumber()}`, CURP: aCurp() }
  const found = aDetection(numbers)
  await desk.send('children/detections', [found])
  await desk.tell()
  return { ACTA: found.ACTA, ...numbers }
}

const person = (): Row => ({
  ...{ NUE: `N${200_000_000 + nextNumber()}`, CURP: aCurp(), 'SEGUNDO APELLIDO': 'Segunda', EDAD: '14' },
  ...{ 'FECHA DE NACIMIENTO': BIRTH_DATE, 'FECHA ESTIMADA': 'SÍ', LENGUA: 'Mam' },
  ...{ 'PAÍS DE NACIMIENTO': 'Guatemala', 'PAÍS DE RESIDENCIA': 'El Salvador', 'CLAVE DE MUNICIPIO': '07089' },
})

const circumstances = (): Row => ({
  ...{ 'BASE DEL ACOMPAÑAMIENTO': 'Documentos', CAUSAS: 'Persecución', 'CONDICIONES DE TRÁNSITO': 'A pie' },
  ...{
    'DÍAS EN TRÁNSITO': '20',
    'FACTORES DE RIESGO': 'Enfermedad',
    'AVISO A DIF': at(700),
    'AVISO A CONSULADO': at(690),
  },
  ...{ 'AVISO A COMAR': at(680), 'ACTA DEL FAMILIAR': nextActa(), VÍNCULO: 'Madre' },
})

const steps = (): Row => ({
  ...{
    'DOCUMENTO DE IDENTIDAD': `P${nextNumber()}`,
    'FOLIO ALBERGUE': `A${nextNumber()}`,
    PROGRES: `G${nextNumber()}`,
  },
  ...{ CPIMS: `C${nextNumber()}`, 'FOLIO DEL AVISO': 'OF-1', 'MEDIO DEL AVISO': 'Oficio' },
  ...{
    'OFICINA QUE RECIBE EL AVISO': 'Procuraduría de Tapachula',
    'LLEGADA DE PPNNA': at(600),
    'ENTREGA AL DIF': at(590),
  },
  ...{ 'ACTA DE CANALIZACIÓN': 'AC-1', 'ACTA CON AVISO A PPNNA': 'SÍ', 'ACTA CON ACUSE DEL DIF': 'SÍ' },
  ...{ 'LUGAR QUE RECIBE': 'CAS Tapachula', 'INFORMACIÓN A NNA': at(580), 'LENGUA DE LA INFORMACIÓN': 'Mam' },
  ...{
    ENTREVISTA: 'Personal del DIF',
    'FECHA DE ENTREVISTA': at(570),
    PRESENTACIÓN: at(560),
    'INGRESO AL PAÍS': day(40),
  },
  ...{ INTÉRPRETE: 'SÍ', 'INDICIOS DE PROTECCIÓN': 'SÍ', 'FECHA DE EVALUACIÓN INICIAL': day(25) },
  ...{ 'RESULTADO DE EVALUACIÓN INICIAL': 'No concluyente', 'INICIO DEL PAM': day(24), 'RESOLUCIÓN DEL PAM': day(20) },
  ...{ 'SENTIDO DEL PAM': 'Regularización', 'CONFORME AL PLAN': 'SÍ', 'LUGAR DEL FAMILIAR': 'México' },
  ...{ 'ENTIDAD DEL FAMILIAR': 'Chiapas', 'CONTACTO CON EL FAMILIAR': 'Perdido', 'VÍNCULO VERIFICADO': 'SÍ' },
})

export const detections = (): Whole => ({
  feed: 'children/detections',
  row: aDetection({ ...person(), ...circumstances(), ...steps() }),
})

export const documents = async (desk: Desk): Promise<Whole> => ({
  feed: 'children/migration-documents',
  row: {
    ...(await aNumberedChild(desk)),
    ...{ DOCUMENTO: 'TVRH', 'ESTADO DEL DOCUMENTO': 'Tarjeta expedida', 'FECHA DE OTORGAMIENTO': day(30) },
    ...{ 'FECHA DE EXPEDICIÓN': day(28), VIGENCIA: day(-365), TENENCIA: 'INM', 'RETENIDA DESDE': day(20) },
    ...{ 'RESTRICCIÓN GEOGRÁFICA': 'SÍ', TERRITORIO: 'Chiapas', 'CURP ASIGNADA': 'Temporal' },
  },
})

export const claims = async (desk: Desk): Promise<Whole> => ({
  feed: 'children/asylum-claims',
  row: {
    ...(await aNumberedChild(desk)),
    ...{ EXPEDIENTE: `COMAR/${nextNumber()}`, SITUACIÓN: 'Desistimiento', 'FECHA DE SOLICITUD': day(25) },
    ...{ 'FECHA DE RATIFICACIÓN': day(24), 'FECHA DE SITUACIÓN': day(20), 'FECHA DE NOTIFICACIÓN': day(18) },
    'MOTIVO DE DESISTIMIENTO': 'Tardanza del procedimiento',
  },
})
