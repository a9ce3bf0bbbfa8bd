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
  | 'complaints'

export type Service = 'children' | 'placements' | 'representation' | 'returns'

export interface FeedShape {
  readonly service: Service
  /** In this order a file of a feed can be joined to those before it. */
  readonly rank: number
  readonly columns: readonly string[]
  /** What some senders tell beside it; always at the end. */
  readonly more: readonly string[]
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
    more: titles(
      'NÚMERO DE REGISTRO · DOMICILIO · FIGURA JURÍDICA · RÉGIMEN · TITULAR · FINANCIAMIENTO · PUBLICACIÓN EN EL DOF · PLAZAS NIÑAS · PLAZAS NIÑOS · PLAZAS ADOLESCENTES MUJERES · PLAZAS ADOLESCENTES HOMBRES · PERSONAS DE ATENCIÓN · CONTACTO · CLAVE DE MUNICIPIO',
    ),
  },
  detections: {
    service: 'children',
    rank: 1,
    columns: titles(
      'ACTA · FECHA Y HORA · ENTIDAD · MUNICIPIO · AUTORIDAD · TIPO DE DETECCIÓN · NUE · CURP · NOMBRE(S) · PRIMER APELLIDO · SEGUNDO APELLIDO · SEXO · FECHA DE NACIMIENTO · FECHA ESTIMADA · EDAD · NACIONALIDAD · PAÍS DE NACIMIENTO · PAÍS DE RESIDENCIA · LENGUA · ACOMPAÑAMIENTO · BASE DEL ACOMPAÑAMIENTO · CAUSAS · CONDICIONES DE TRÁNSITO · FACTORES DE RIESGO · AVISO A PPNNA · AVISO A DIF · AVISO A CONSULADO · AVISO A COMAR · ACTA DEL FAMILIAR · VÍNCULO',
    ),
    more: titles(
      'DOCUMENTO DE IDENTIDAD · FOLIO ALBERGUE · PROGRES · CPIMS · FOLIO DEL AVISO · MEDIO DEL AVISO · OFICINA QUE RECIBE EL AVISO · LLEGADA DE PPNNA · ENTREGA AL DIF · INFORMACIÓN A NNA · LENGUA DE LA INFORMACIÓN · ENTREVISTA · INTÉRPRETE · INDICIOS DE PROTECCIÓN · FECHA DE EVALUACIÓN INICIAL · RESULTADO DE EVALUACIÓN INICIAL · INICIO DEL PAM · RESOLUCIÓN DEL PAM · SENTIDO DEL PAM · CONFORME AL PLAN · LUGAR DEL FAMILIAR · CONTACTO CON EL FAMILIAR · VÍNCULO VERIFICADO · INGRESO AL PAÍS · ACTA DE CANALIZACIÓN · ACTA CON AVISO A PPNNA · ACTA CON ACUSE DEL DIF · LUGAR QUE RECIBE · DÍAS EN TRÁNSITO · ENTIDAD DEL FAMILIAR · CLAVE DE MUNICIPIO',
    ),
  },
  'migration-documents': {
    service: 'children',
    rank: 2,
    columns: titles(
      'ACTA · NUE · CURP · DOCUMENTO · ESTADO DEL DOCUMENTO · FECHA DE OTORGAMIENTO · FECHA DE EXPEDICIÓN · VIGENCIA · TENENCIA · RESTRICCIÓN GEOGRÁFICA · CURP ASIGNADA',
    ),
    more: titles('TERRITORIO · RETENIDA DESDE'),
  },
  'asylum-claims': {
    service: 'children',
    rank: 3,
    columns: titles('EXPEDIENTE · ACTA · NUE · CURP · FECHA DE SOLICITUD · SITUACIÓN · FECHA DE SITUACIÓN'),
    more: titles('MOTIVO DE DESISTIMIENTO · FECHA DE RATIFICACIÓN'),
  },
  stays: {
    service: 'placements',
    rank: 4,
    columns: titles(
      'ACTA · NUE · CURP · CLAVE DEL LUGAR · NOMBRE DEL LUGAR · TIPO DE LUGAR · ENTIDAD · INGRESO · EGRESO · TIPO DE EGRESO · EXPEDIENTE DIF · MEDIDA URGENTE · FECHA DE MEDIDA · AUTORIDAD DE LA MEDIDA · FECHA DE RATIFICACIÓN',
    ),
    more: titles('DUERME CON · DENUNCIA · FECHA DE DENUNCIA · SOLICITUD AL MINISTERIO PÚBLICO · CAMA'),
  },
  inspections: {
    service: 'placements',
    rank: 6,
    columns: titles('CLAVE DEL LUGAR · FECHA · AUTORIDAD · RESULTADO · OBSERVACIONES'),
    more: [],
  },
  'protection-cases': {
    service: 'representation',
    rank: 7,
    columns: titles(
      'FOLIO · ACTA · NUE · CURP · FECHA DE AVISO · FECHA DE APERTURA · ESTADO DEL EXPEDIENTE · FECHA DE CIERRE · MOTIVO DE CIERRE · SOLUCIÓN DURADERA',
    ),
    more: titles('FECHAS DE SEGUIMIENTO · PLAN DE TRANSICIÓN · ENTREGA DE DOCUMENTOS · ACUERDO DE REUNIFICACIÓN'),
  },
  representations: {
    service: 'representation',
    rank: 8,
    columns: titles(
      'FOLIO · CALIDAD · PERSONA U ORGANIZACIÓN · FORO · INICIO · FIN · SOLICITUD DE ABOGADO · RESPUESTA · FECHA DE RESPUESTA · MOTIVO DE NEGATIVA',
    ),
    more: titles('SUSPENSIÓN DEL RETORNO · FECHA DE SUSPENSIÓN · QUIÉN NIEGA · CÉDULA O CLUNI'),
  },
  determinations: {
    service: 'representation',
    rank: 9,
    columns: [
      ...titles('FOLIO · NÚMERO · FECHA · RESULTADO · AUTORIDAD'),
      ...GUARANTEE_TITLES,
      ...titles('FOLIO DEL PLAN · FECHA DEL PLAN · MEDIDAS DEL PLAN'),
    ],
    more: [
      ...titles('INICIO DE LA BID · ESTADO DE LA BID · QUIEN REVISA · DERECHOS VULNERADOS · FACTORES DE LA BID'),
      ...GUARANTEE_TITLES.map((title) => `FECHA ${title}`),
    ],
  },
  'executed-returns': {
    service: 'returns',
    rank: 10,
    columns: titles(
      'FOLIO DE RETORNO · ACTA · NUE · CURP · ENTIDAD · FECHA PROGRAMADA · FECHA Y HORA DE SALIDA · TIPO DE RETORNO · PAÍS DE DESTINO · MODO · PUNTO DE SALIDA · AUTORIDAD RECEPTORA · NÚMERO DE BID',
    ),
    more: titles('PERSONA QUE RECIBE · FOLIO DEL PLAN'),
  },
  'return-checklists': {
    service: 'returns',
    rank: 11,
    columns: ['FOLIO DE RETORNO', ...CHECKLIST_TITLES],
    more: [
      ...titles('EVIDENCIA · MUJERES EN LA ESCOLTA · HOMBRES EN LA ESCOLTA'),
      ...CHECKLIST_TITLES.map((title) => `EVIDENCIA ${title}`),
    ],
  },
  complaints: {
    service: 'representation',
    rank: 12,
    columns: titles(
      'FOLIO DE QUEJA · ACTA · NUE · CURP · AUTORIDAD SEÑALADA · FECHA DE RECEPCIÓN · SOLICITUD DE INFORME · INFORME RENDIDO · RECOMENDACIÓN · RESPUESTA A LA RECOMENDACIÓN',
    ),
    more: [],
  },
}
