/** Lists of records that are of no child: places, files taken in, what is published, what overseers are told. */
import {
  byStateAndPeriod,
  type Column,
  code,
  day,
  type ExportList,
  number,
  OF_ALERTS,
  OF_ONE_CHILD_EACH,
  ofRecords,
  text,
  yesNo,
} from './columns.ts'

const OF_PLACES = { root: 'facilities(filter: $filter)', filter: 'FacilityFilter', takes: ['state'] } as const

const BATCH_COLUMNS: readonly Column[] = [
  text('feed', 'Entrega', 'Feed'),
  text('source', 'Fuente', 'Source'),
  text('state', 'Entidad', 'State'),
  day('cutoff', 'Corte', 'Cut-off'),
  yesNo('isPreliminary', 'Preliminar', 'Preliminary'),
  yesNo('isConfirmed', 'Confirmado', 'Confirmed'),
  number('rows', 'Renglones', 'Rows'),
  number('accepted', 'Aceptados', 'Accepted'),
  number('refused', 'Rechazados', 'Refused'),
  number('unmatched', 'Sin vincular', 'Unmatched'),
  day('takenAt', 'Recibido', 'Taken in'),
  day('withdrawnAt', 'Retirado', 'Withdrawn'),
]

const UNMATCHED_COLUMNS: readonly Column[] = [
  text('feed', 'Entrega', 'Feed'),
  number('line', 'Línea', 'Line'),
  text('reason', 'Motivo', 'Reason'),
  text('keyTypes', 'Identificadores', 'Identifiers'),
  day('recordedAt', 'Recibido', 'Taken in'),
]

const SERVICES = [
  { service: 'children', es: 'niñez', en: 'children' },
  { service: 'placements', es: 'estancias', en: 'placements' },
  { service: 'representation', es: 'representación', en: 'representation' },
  { service: 'returns', es: 'retornos', en: 'returns' },
  { service: 'oversight', es: 'supervisión', en: 'oversight' },
] as const

const ofIntake = ({ service, es, en }: (typeof SERVICES)[number]): ExportList[] => [
  ofRecords({
    name: `batches-${service}`,
    label: { es: `Archivos recibidos: ${es}`, en: `Files taken in: ${en}` },
    root: `${service}Intake.batches(filter: $filter)`,
    ...byStateAndPeriod('IntakeBatchFilter'),
    columns: BATCH_COLUMNS,
  }),
  ofRecords({
    name: `unmatched-${service}`,
    label: { es: `Renglones sin vincular: ${es}`, en: `Unmatched rows: ${en}` },
    root: `${service}Intake.unmatched(filter: $filter)`,
    ...byStateAndPeriod('UnmatchedRowFilter'),
    columns: UNMATCHED_COLUMNS,
  }),
]

export const LISTS_OF_RECORDS: readonly ExportList[] = [
  ofRecords({
    ...OF_PLACES,
    name: 'facilities',
    label: { es: 'Lugares', en: 'Places' },
    columns: [
      text('name', 'Nombre', 'Name'),
      code('type', 'FACILITY_TYPE'),
      code('legalClass', 'LEGAL_CLASS'),
      text('state.name', 'Entidad', 'State'),
      text('municipality', 'Municipio', 'Municipality'),
      text('municipalityKey', 'Clave de municipio', 'Key of the municipality'),
      text('operator', 'Operador', 'Operator'),
      number('capacity', 'Capacidad', 'Capacity'),
      code('registryStatus', 'REGISTRY_STATUS'),
      code('lifecycle', 'FACILITY_LIFECYCLE'),
      day('openedOn', 'Apertura', 'Opened'),
      day('closedOn', 'Cierre', 'Closed'),
    ],
  }),
  ofRecords({
    ...OF_PLACES,
    name: 'inspections',
    label: { es: 'Visitas a los lugares', en: 'Inspections' },
    inner: 'inspections',
    columns: [
      text('^name', 'Lugar', 'Place'),
      text('^state.name', 'Entidad', 'State'),
      day('inspectedOn', 'Fecha', 'Day'),
      code('authority', 'AUTHORITY'),
      code('result', 'INSPECTION_RESULT'),
    ],
  }),
  ofRecords({
    ...OF_ONE_CHILD_EACH,
    name: 'alerts',
    label: { es: 'Alertas', en: 'Alerts' },
    root: 'alerts(filter: $filter)',
    ...byStateAndPeriod('AlertFilter'),
    columns: [...OF_ALERTS, day('closedAt', 'Cerrada por una persona', 'Closed by a person')],
  }),
  ...SERVICES.flatMap(ofIntake),
  ofRecords({
    name: 'published-figures',
    label: { es: 'Cifras publicadas', en: 'Published figures' },
    root: 'publishedFigures',
    columns: [
      code('topic', 'FIGURE_TOPIC'),
      number('value', 'Valor', 'Value'),
      code('unit', 'FIGURE_UNIT'),
      text('meaning', 'Qué dice', 'What it says'),
      text('territory.name', 'Territorio', 'Territory'),
      day('from', 'Desde', 'From'),
      day('to', 'Hasta', 'To'),
      text('source', 'Fuente', 'Source'),
      text('sourcePage', 'Dónde se leyó', 'Where it was read'),
      yesNo('isOfficial', 'Oficial', 'Official'),
    ],
  }),
  ofRecords({
    name: 'work-suspensions',
    label: { es: 'Días en que se suspenden labores', en: 'Days on which work is suspended' },
    root: 'workSuspensions(filter: $filter)',
    ...byStateAndPeriod('WorkSuspensionFilter'),
    columns: [
      code('authority', 'CALENDAR_AUTHORITY'),
      text('state.name', 'Entidad', 'State'),
      day('from', 'Primer día', 'First day'),
      day('until', 'Último día', 'Last day'),
      day('publishedOn', 'Publicada', 'Published'),
      day('at', 'Anotada', 'Written down'),
      text('by', 'Quién', 'Who'),
      day('withdrawnAt', 'Retirada', 'Withdrawn'),
    ],
  }),
]
