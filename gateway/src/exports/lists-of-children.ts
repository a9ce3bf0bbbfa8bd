/**
 * Lists with a row for a child, or for something done with one. They hold no name, no number and no place that anybody else knows
 * the child by, no text that somebody wrote, and nothing of dangers or asylum (domain.md 6: what never leaves): codes and days.
 */
import { code, day, type ExportList, free, number, text, yesNo } from './columns.ts'

type Ours = Pick<ExportList, 'name' | 'label' | 'inner' | 'columns'>

/** Below a child its own list is narrowed, and not what lies there: of these rows there is no list in the graph. */
const BY_FIRST_FIND = {
  es: 'Entidad y periodo son los de la primera detección de cada niña, niño o adolescente, y no los de cada renglón.',
  en: 'State and period are those of the first detection of each child, and not those of each row.',
}

const ofChildren = (list: Ours): ExportList => ({
  ...list,
  ...(list.inner !== null && { narrows: BY_FIRST_FIND }),
  kind: 'CHILDREN',
  root: 'children(filter: $filter)',
  child: '^id',
  filter: 'ChildFilter',
  takes: ['state', 'period'],
})

const CHILDREN: ExportList = {
  ...ofChildren({
    name: 'children',
    label: { es: 'Niñas, niños y adolescentes', en: 'Children' },
    inner: null,
    columns: [
      free(code('ageGroup', 'AGE_GROUP')),
      free(code('sex', 'SEX')),
      free(code('nationality', 'COUNTRY', { es: 'Nacionalidad', en: 'Nationality' })),
      code('accompaniment', 'ACCOMPANIMENT'),
      day('firstDetectedAt', 'Primera detección', 'First detection'),
      code('custody.status', 'CUSTODY_STATUS'),
      day('custody.since', 'En esa custodia desde', 'In that custody since'),
    ],
  }),
  child: 'id',
}

const PLACEMENTS: ExportList = {
  name: 'placements',
  label: { es: 'Estancias', en: 'Placements' },
  kind: 'CHILDREN',
  root: 'placements(filter: $filter)',
  inner: null,
  child: 'child.id',
  filter: 'PlacementFilter',
  takes: ['state', 'period'],
  columns: [
    code('custody', 'CUSTODY_STATUS'),
    day('enteredAt', 'Ingreso', 'Entry'),
    day('leftAt', 'Egreso', 'Exit'),
    number('hours', 'Horas', 'Hours'),
    code('exitType', 'EXIT_TYPE'),
  ],
}

const UNPROCESSED: ExportList = {
  name: 'unprocessed',
  label: { es: 'Avisos sin expediente', en: 'Notices without a case' },
  kind: 'CHILDREN',
  root: 'unprocessed(filter: $filter)',
  inner: null,
  child: 'child.id',
  filter: 'UnprocessedFilter',
  takes: ['state', 'period'],
  columns: [
    text('state.name', 'Entidad', 'State'),
    day('notifiedAt', 'Aviso', 'Notice'),
    free(code('child.ageGroup', 'AGE_GROUP')),
    code('child.accompaniment', 'ACCOMPANIMENT'),
  ],
}

const RETURN_COLUMNS = [
  text('state.name', 'Entidad', 'State'),
  code('returnType', 'RETURN_TYPE'),
  code('destination', 'COUNTRY', { es: 'País de destino', en: 'Destination' }),
]

export const LISTS_OF_CHILDREN: readonly ExportList[] = [
  CHILDREN,
  PLACEMENTS,
  UNPROCESSED,
  ofChildren({
    name: 'detections',
    label: { es: 'Detecciones', en: 'Detections' },
    inner: 'detections',
    columns: [
      day('detectedAt', 'Fecha', 'Day'),
      text('state.name', 'Entidad', 'State'),
      code('authority', 'DETECTING_AUTHORITY'),
      code('detectionType', 'DETECTION_TYPE'),
      free(code('ageGroup', 'AGE_GROUP')),
      code('accompaniment', 'ACCOMPANIMENT'),
      code('accompanimentBasis', 'ACCOMPANIMENT_BASIS'),
      day('ppnnaNotifiedAt', 'Aviso a la PPNNA', 'Notice to the PPNNA'),
      day('difNotifiedAt', 'Aviso al DIF', 'Notice to the DIF'),
    ],
  }),
  ofChildren({
    name: 'documents',
    label: { es: 'Documentos migratorios', en: 'Migration documents' },
    inner: 'documents',
    columns: [
      code('document', 'MIGRATION_DOCUMENT'),
      code('status', 'DOCUMENT_STATUS'),
      day('grantedOn', 'Otorgado', 'Granted'),
      day('expiresOn', 'Vigencia', 'Valid until'),
      yesNo('hasGeographicRestriction', 'Restricción geográfica', 'Geographic restriction'),
    ],
  }),
  ofChildren({
    name: 'protection-cases',
    label: { es: 'Expedientes de la PPNNA', en: 'Cases of the PPNNA' },
    inner: 'ppnnaCase',
    columns: [
      text('state.name', 'Entidad', 'State'),
      day('notifiedAt', 'Aviso', 'Notice'),
      day('openedAt', 'Apertura', 'Opened'),
      code('status', 'CASE_STATUS'),
      day('closedAt', 'Cierre', 'Closed'),
      code('closingReason', 'CLOSING_REASON'),
    ],
  }),
  ofChildren({
    name: 'representations',
    label: { es: 'Representación', en: 'Representation' },
    inner: 'representations',
    columns: [
      code('quality', 'REPRESENTATION_QUALITY'),
      yesNo('isByProcuraduria', 'Por la Procuraduría', 'By the Procuraduría'),
      code('forum', 'FORUM'),
      day('startedAt', 'Inicio', 'From'),
      day('endedAt', 'Fin', 'Until'),
    ],
  }),
  ofChildren({
    name: 'counsel-requests',
    label: { es: 'Solicitudes de abogacía', en: 'Requests for counsel' },
    inner: 'counselRequests',
    columns: [
      day('requestedAt', 'Solicitud', 'Asked'),
      code('answer', 'COUNSEL_ANSWER'),
      day('answeredAt', 'Respuesta', 'Answered'),
      code('deniedBy', 'COUNSEL_DENIER'),
    ],
  }),
  ofChildren({
    name: 'complaints',
    label: { es: 'Quejas ante derechos humanos', en: 'Complaints to ombudspersons' },
    inner: 'complaints',
    columns: [
      code('ombuds', 'AUTHORITY', { es: 'Organismo', en: 'Ombudsperson' }),
      code('against', 'AUTHORITY', { es: 'Autoridad señalada', en: 'Authority complained of' }),
      day('receivedOn', 'Recibida', 'Received'),
      day('reportDueOn', 'Informe, a más tardar', 'Report due'),
      day('reportAnsweredOn', 'Informe', 'Report'),
      day('recommendedOn', 'Recomendación', 'Recommendation'),
      day('recommendationDueOn', 'Aceptación, a más tardar', 'Acceptance due'),
      day('recommendationAnsweredOn', 'Respuesta', 'Answer'),
    ],
  }),
  ofChildren({
    name: 'returns',
    label: { es: 'Retornos', en: 'Returns' },
    inner: 'returns',
    columns: [
      day('departedAt', 'Salida', 'Departure'),
      ...RETURN_COLUMNS,
      code('standing', 'STANDING'),
      code('mode', 'RETURN_MODE'),
    ],
  }),
  ofChildren({
    name: 'return-plans',
    label: { es: 'Retornos programados', en: 'Planned returns' },
    inner: 'returnPlans',
    columns: [
      day('plannedOn', 'Programado', 'Planned'),
      ...RETURN_COLUMNS,
      yesNo('wasCarriedOut', 'Ejecutado', 'Carried out'),
    ],
  }),
]
