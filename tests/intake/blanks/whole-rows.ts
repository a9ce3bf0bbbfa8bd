/** Of each feed one row in which every column says something, and what stands before it. */
import { aReturn } from '../../support/builders/inm.ts'
import { aCase } from '../../support/builders/ppnna.ts'
import { nextNumber } from '../../support/builders/row.ts'
import type { Desk } from '../desk.ts'
import { aKnownCase, aKnownReturn, at, day } from '../told-late/known.ts'
import { answersYes, daysOfYes, shownByItem } from './cells.ts'
import { aNumberedChild, claims, detections, documents } from './rows-of-children.ts'
import type { Whole } from './whole.ts'

export type WholeRow = readonly [feed: string, prepared: (desk: Desk) => Promise<Whole> | Whole]

const OF_CHIAPAS = { source: 'PPNNA', state: '07' }

const facilities = (): Whole => ({
  feed: 'placements/facilities',
  row: {
    ...{ CLAVE: `CAS-${nextNumber()}`, NOMBRE: 'Casa entera', TIPO: 'CAS estatal', ENTIDAD: 'Chiapas' },
    ...{ MUNICIPIO: 'Tapachula', 'CLAVE DE MUNICIPIO': '07089', OPERADOR: 'DIF Chiapas', CAPACIDAD: '40' },
    ...{ 'PERSONAS DE ATENCIÓN': '9', 'SITUACIÓN DE REGISTRO': 'Registrado', CICLO: 'Cerrado', APERTURA: '02/03/2020' },
    ...{ CIERRE: '02/03/2025', LATITUD: '14.9', LONGITUD: '-92.2', 'MOTIVO FUERA DE MÉXICO': 'Puente fronterizo' },
    ...{ 'NÚMERO DE REGISTRO': 'R-1', DOMICILIO: 'Calle 1', 'FIGURA JURÍDICA': 'Asociación civil', RÉGIMEN: 'Abierto' },
    ...{ TITULAR: 'Una Directora', CONTACTO: '962 000 0000', FINANCIAMIENTO: 'Estatal' },
    ...{ 'PUBLICACIÓN EN EL DOF': '02/03/2021', 'PLAZAS NIÑAS': '10', 'PLAZAS NIÑOS': '10' },
    ...{ 'PLAZAS ADOLESCENTES MUJERES': '10', 'PLAZAS ADOLESCENTES HOMBRES': '10' },
  },
})

const stays = async (desk: Desk): Promise<Whole> => ({
  feed: 'placements/stays',
  row: {
    ...(await aNumberedChild(desk)),
    ...{
      'CLAVE DEL LUGAR': `CC-${nextNumber()}`,
      'NOMBRE DEL LUGAR': `Centro ${nextNumber()}`,
      'MUNICIPIO DEL LUGAR': 'Tapachula',
      ENTIDAD: 'Chiapas',
    },
    ...{
      'TIPO DE LUGAR': 'Centro de canalización',
      INGRESO: at(200),
      EGRESO: at(20),
      'TIPO DE EGRESO': 'No localización',
    },
    ...{ 'EXPEDIENTE DIF': 'DIF-1', 'MEDIDA URGENTE': 'M-1', 'FECHA DE MEDIDA': at(190) },
    ...{ 'AUTORIDAD DE LA MEDIDA': 'PPNNA', 'FECHA DE RATIFICACIÓN': at(180) },
    ...{ 'SOLICITUD AL MINISTERIO PÚBLICO': at(195), 'DUERME CON': 'Su familia', 'HERMANOS SEPARADOS': 'NO' },
    ...{ DENUNCIA: 'SÍ', 'FECHA DE DENUNCIA': at(19), CAMA: 'A-3' },
  },
})

const inspections = async (desk: Desk): Promise<Whole> => {
  const { row } = facilities()
  await desk.send('placements/facilities', [row])
  const visit = { 'CLAVE DEL LUGAR': row['CLAVE'] ?? '', FECHA: day(9), AUTORIDAD: 'CNDH', RESULTADO: 'Acceso negado' }
  return { feed: 'placements/inspections', row: { ...visit, OBSERVACIONES: 'No se abrió' } }
}

const cases = async (desk: Desk): Promise<Whole> => ({
  feed: 'representation/protection-cases',
  options: OF_CHIAPAS,
  row: {
    ...aCase(''),
    ...(await aNumberedChild(desk)),
    ...{ 'FECHA DE AVISO': day(21), 'ESTADO DEL EXPEDIENTE': 'Cerrado', 'FECHA DE CIERRE': day(2) },
    ...{ 'MOTIVO DE CIERRE': 'Reintegración familiar', 'SOLUCIÓN DURADERA': 'Reunificación en México' },
    ...{ 'FECHAS DE SEGUIMIENTO': day(3), 'PLAN DE TRANSICIÓN': day(5), 'ENTREGA DE DOCUMENTOS': day(6) },
    ...{ 'ACUERDO DE REUNIFICACIÓN': day(4), 'PERSONA SEÑALADA': 'Juan Prueba' },
    ...{ 'CONTACTO CONSULAR PERMITIDO': 'SÍ', 'FECHA DEL ACUERDO CONSULAR': day(12) },
  },
})

const determinations = async (desk: Desk): Promise<Whole> => ({
  feed: 'representation/determinations',
  options: OF_CHIAPAS,
  row: {
    ...{ FOLIO: await aKnownCase(desk), NÚMERO: `BID-${nextNumber()}`, FECHA: day(10), AUTORIDAD: 'PPNNA' },
    ...{ RESULTADO: 'Permanencia en México', ...answersYes('GUARANTEES'), ...daysOfYes(day(12)) },
    ...{ 'INICIO DE LA BID': day(15), 'ESTADO DE LA BID': 'Decidida', 'DERECHOS VULNERADOS': 'Salud' },
    ...{ 'FACTORES DE LA BID': 'Su opinión', 'QUIEN REVISA': 'Una', 'FOLIO DEL PLAN': `PR-${nextNumber()}` },
    ...{ 'FECHA DEL PLAN': day(8), 'MEDIDAS DEL PLAN': 'Salud: consulta (IMSS)' },
  },
})

const representations = async (desk: Desk): Promise<Whole> => ({
  feed: 'representation/representations',
  options: OF_CHIAPAS,
  row: {
    ...{ FOLIO: await aKnownCase(desk), CALIDAD: 'Pro bono', 'PERSONA U ORGANIZACIÓN': `Una ${nextNumber()}` },
    ...{ 'CÉDULA O CLUNI': `9${nextNumber()}`, FORO: 'Amparo', INICIO: day(12), FIN: day(2) },
    ...{ 'SOLICITUD DE ABOGADO': day(14), RESPUESTA: 'Negado', 'FECHA DE RESPUESTA': day(13) },
    ...{ 'MOTIVO DE NEGATIVA': 'Sin personal', 'QUIÉN NIEGA': 'PPNNA' },
    ...{ 'SUSPENSIÓN DEL RETORNO': 'Concedida', 'FECHA DE SUSPENSIÓN': day(5) },
  },
})

const complaints = async (desk: Desk): Promise<Whole> => ({
  feed: 'representation/complaints',
  options: { source: 'CNDH' },
  row: {
    ...(await aNumberedChild(desk)),
    ...{ 'FOLIO DE QUEJA': `CNDH/${nextNumber()}`, 'AUTORIDAD SEÑALADA': 'INM', 'FECHA DE RECEPCIÓN': day(20) },
    ...{ 'SOLICITUD DE INFORME': day(15), 'INFORME RENDIDO': day(10), RECOMENDACIÓN: day(8) },
    'RESPUESTA A LA RECOMENDACIÓN': day(4),
  },
})

const returns = async (desk: Desk): Promise<Whole> => ({
  feed: 'returns/executed-returns',
  row: aReturn('', {
    ...(await aNumberedChild(desk)),
    ...{ 'FECHA PROGRAMADA': day(6), 'AUTORIDAD RECEPTORA': 'SENAF', 'PERSONA QUE RECIBE': 'Madre' },
    ...{ 'NÚMERO DE BID': 'BID-1', 'FOLIO DEL PLAN': 'PR-1' },
  }),
})

const checklists = async (desk: Desk): Promise<Whole> => {
  const left = aReturn((await aNumberedChild(desk))['ACTA'] ?? '')
  await aKnownReturn(desk, left)
  return {
    feed: 'returns/return-checklists',
    row: {
      ...{
        'FOLIO DE RETORNO': left['FOLIO DE RETORNO'] ?? '',
        ENTIDAD: left['ENTIDAD'] ?? '',
        'FECHA DE SALIDA': (left['FECHA Y HORA DE SALIDA'] ?? '').slice(0, 10),
        ...answersYes('CHECKLIST'),
        ...shownByItem('Entrevista'),
      },
      ...{ EVIDENCIA: 'Acta 1', 'MUJERES EN LA ESCOLTA': '1', 'HOMBRES EN LA ESCOLTA': '2' },
    },
  }
}

const figures = (): Whole => ({
  feed: 'oversight/official-figures',
  row: {
    ...{ id: `cifra-${nextNumber()}`, topic: 'DETECTIONS', value: '29,300', unit: 'EVENTS', territory: '00' },
    ...{
      meaning: 'Eventos',
      meaning_en: 'Events',
      from: '2018-01-01',
      to: '2018-12-31',
      source: 'UPM',
      series: 'eventos',
    },
    ...{ page: 'cuadro 3.1', cutoff: '2019-01-31', official: 'SÍ', approximate: 'SÍ', contradicts: 'otra-cifra' },
    ...{ indicators: 'DETECTIONS', nationality: 'HND', age_group: '12 a 17 años', accompaniment: 'No acompañado' },
  },
})

export const WHOLE_ROWS: readonly WholeRow[] = [
  ['children/detections', detections],
  ['children/migration-documents', documents],
  ['children/asylum-claims', claims],
  ['placements/facilities', facilities],
  ['placements/stays', stays],
  ['placements/inspections', inspections],
  ['representation/protection-cases', cases],
  ['representation/determinations', determinations],
  ['representation/representations', representations],
  ['representation/complaints', complaints],
  ['returns/executed-returns', returns],
  ['returns/return-checklists', checklists],
  ['oversight/official-figures', figures],
]
