/** The columns of each feed, by their canonical titles, in the order in which the twin writes them. */
import { CHECKLIST_ITEMS } from '@vigia/law/checklist'
import { GUARANTEES } from '@vigia/law/determinations'

export type FeedName =
  | 'detections'
  | 'migration-documents'
  | 'asylum-claims'
  | 'facilities'
  | 'stays'
  | 'inspections'
  | 'protection-cases'
  | 'representations'
  | 'determinations'
  | 'executed-returns'
  | 'return-checklists'

export type Service = 'children' | 'placements' | 'representation' | 'returns'

export interface FeedShape {
  readonly service: Service
  /** In this order a file of a feed can be joined to those before it. */
  readonly rank: number
  readonly columns: readonly string[]
}

const titles = (text: string) => text.split(' · ')

const GUARANTEE_TITLES = Object.values(GUARANTEES).map(({ es }) => es.toUpperCase())
const CHECKLIST_TITLES = Object.values(CHECKLIST_ITEMS).map(({ es }) => es.toUpperCase())

export const FEEDS: Readonly<Record<FeedName, FeedShape>> = {
  facilities: {
    service: 'placements',
    rank: 0,
    columns: titles(
      'CLAVE · NOMBRE · TIPO · ENTIDAD · MUNICIPIO · OPERADOR · CAPACIDAD · SITUACIÓN DE REGISTRO · CICLO · APERTURA · CIERRE · LATITUD · LONGITUD',
    ),
  },
  detections: {
    service: 'children',
    rank: 1,
    columns: titles(
      'ACTA · FECHA Y HORA · ENTIDAD · MUNICIPIO · AUTORIDAD · TIPO DE DETECCIÓN · NUE · CURP · NOMBRE(S) · PRIMER APELLIDO · SEGUNDO APELLIDO · SEXO · FECHA DE NACIMIENTO · FECHA ESTIMADA · EDAD · NACIONALIDAD · PAÍS DE NACIMIENTO · PAÍS DE RESIDENCIA · LENGUA · ACOMPAÑAMIENTO · BASE DEL ACOMPAÑAMIENTO · CAUSAS · CONDICIONES DE TRÁNSITO · FACTORES DE RIESGO · AVISO A PPNNA · AVISO A DIF · AVISO A CONSULADO · AVISO A COMAR · ACTA DEL FAMILIAR · VÍNCULO',
    ),
  },
  'migration-documents': {
    service: 'children',
    rank: 2,
    columns: titles(
      'ACTA · NUE · CURP · DOCUMENTO · ESTADO DEL DOCUMENTO · FECHA DE OTORGAMIENTO · FECHA DE EXPEDICIÓN · VIGENCIA · TENENCIA · RESTRICCIÓN GEOGRÁFICA · CURP ASIGNADA',
    ),
  },
  'asylum-claims': {
    service: 'children',
    rank: 3,
    columns: titles('EXPEDIENTE · ACTA · NUE · CURP · FECHA DE SOLICITUD · SITUACIÓN · FECHA DE SITUACIÓN'),
  },
  stays: {
    service: 'placements',
    rank: 4,
    columns: titles(
      'ACTA · NUE · CURP · CLAVE DEL LUGAR · NOMBRE DEL LUGAR · TIPO DE LUGAR · ENTIDAD · INGRESO · EGRESO · TIPO DE EGRESO · EXPEDIENTE DIF · MEDIDA URGENTE · FECHA DE MEDIDA · AUTORIDAD DE LA MEDIDA · FECHA DE RATIFICACIÓN',
    ),
  },
  inspections: {
    service: 'placements',
    rank: 6,
    columns: titles('CLAVE DEL LUGAR · FECHA · AUTORIDAD · RESULTADO · OBSERVACIONES'),
  },
  'protection-cases': {
    service: 'representation',
    rank: 7,
    columns: titles(
      'FOLIO · ACTA · NUE · CURP · FECHA DE AVISO · FECHA DE APERTURA · ESTADO DEL EXPEDIENTE · FECHA DE CIERRE · MOTIVO DE CIERRE · SOLUCIÓN DURADERA',
    ),
  },
  representations: {
    service: 'representation',
    rank: 8,
    columns: titles(
      'FOLIO · CALIDAD · PERSONA U ORGANIZACIÓN · FORO · INICIO · FIN · SOLICITUD DE ABOGADO · RESPUESTA · FECHA DE RESPUESTA · MOTIVO DE NEGATIVA',
    ),
  },
  determinations: {
    service: 'representation',
    rank: 9,
    columns: [
      ...titles('FOLIO · NÚMERO · FECHA · RESULTADO · AUTORIDAD'),
      ...GUARANTEE_TITLES,
      ...titles('FOLIO DEL PLAN · FECHA DEL PLAN · MEDIDAS DEL PLAN'),
    ],
  },
  'executed-returns': {
    service: 'returns',
    rank: 10,
    columns: titles(
      'FOLIO DE RETORNO · ACTA · NUE · CURP · ENTIDAD · FECHA PROGRAMADA · FECHA Y HORA DE SALIDA · TIPO DE RETORNO · PAÍS DE DESTINO · MODO · PUNTO DE SALIDA · AUTORIDAD RECEPTORA · NÚMERO DE BID',
    ),
  },
  'return-checklists': {
    service: 'returns',
    rank: 11,
    columns: ['FOLIO DE RETORNO', ...CHECKLIST_TITLES],
  },
}
