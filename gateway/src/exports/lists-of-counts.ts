/** Lists of counts by state: what a button to download gives, since a figure is of nobody. */
import { BACKLOG_AGES } from '@vigia/law/backlog-ages'
import { codesOf } from '@vigia/law/code-list'
import { STANDINGS } from '@vigia/law/standings'
import { type Column, code, day, type ExportList, number, partOf, small, text, yesNo } from './columns.ts'

const PERIOD = '(period: $period)'
const STATE = text('^name', 'Entidad', 'State')
const CHILDREN = small('count', 'Niñas, niños y adolescentes', 'Children')
const EVENTS_OF_RETURN = small('count', 'Retornos', 'Returns')

type Ours = Pick<ExportList, 'name' | 'label' | 'columns'> & Partial<ExportList>

const ofStates = (list: Ours): ExportList => ({
  kind: 'COUNTS',
  root: 'states',
  inner: null,
  child: null,
  filter: null,
  takes: ['period'],
  ...list,
})

/** A count by state and something else, whose last column says what is counted: where two dimensions cross, 1 to 4 are withheld (domain.md 6), and what would tell them (withheld.ts). */
const crossed = (name: string, label: ExportList['label'], inner: string, ...columns: Column[]): ExportList =>
  ofStates({
    ...{ name, label, inner, columns: [STATE, ...columns], takes: inner.includes('$period') ? ['period'] : [] },
    areParts: true,
  })

const FLOW = `detection${PERIOD}`
const RETURNS = `returns${PERIOD}`
const BY_COUNTRY = code('country', 'COUNTRY', { es: 'Nacionalidad', en: 'Nationality' })
const BY_DESTINATION = code('country', 'COUNTRY', { es: 'País de destino', en: 'Destination' })
const BY_COMPANY = code('accompaniment', 'ACCOMPANIMENT')
/** Of those who are held; no file tells them, the page of a state does. */
const KINDS_OF_PLACES = ['inReferralCenters', 'inProhibitedPlaces', 'inOtherAdHocPlaces'].map(
  (kind) => `detention.${kind}`,
)

export const LISTS_OF_COUNTS: readonly ExportList[] = [
  ofStates({
    name: 'figures',
    label: { es: 'Cifras por entidad', en: 'Figures by state' },
    columns: [
      text('code', 'Clave INEGI', 'INEGI code'),
      text('name', 'Entidad', 'State'),
      small('detention.heldNow', 'Retenidos ahora', 'Held now'),
      partOf(
        'detention.heldNow',
        { parts: KINDS_OF_PLACES, at: 0 },
        small('detention.inReferralCenters', 'En centros de canalización', 'In referral centres'),
      ),
      small('detention.over36Hours', '36 horas o más', '36 hours or more'),
      small('care.childrenNow', 'Bajo cuidado ahora', 'In care now'),
      small('casework.unprocessed', 'Avisos sin expediente', 'Cases not processed'),
      partOf(
        'casework.unprocessed',
        { parts: ['casework.unprocessedByAge.count'], at: codesOf(BACKLOG_AGES).indexOf('OVER_5_WORKING_DAYS') },
        small('casework.overdue', 'De ellos, vencidos', 'Overdue'),
      ),
      small('casework.withoutDetermination', 'Con expediente y sin BID', 'With a case and without a BID'),
      small(`${FLOW}.persons`, 'Detectados por primera vez en el periodo', 'Found for the first time in the period'),
      small(`${FLOW}.events`, 'Detecciones en el periodo', 'Detections in the period'),
      small(`${RETURNS}.total`, 'Retornos en el periodo', 'Returns in the period'),
      partOf(
        `${RETURNS}.total`,
        { parts: [`${RETURNS}.byStanding.count`], at: codesOf(STANDINGS).indexOf('VALID') },
        small(`${RETURNS}.withoutValidDetermination`, 'Retornos sin BID válido', 'Returns without a valid BID'),
      ),
      small(`${RETURNS}.deportations`, 'Deportaciones', 'Deportations'),
    ],
  }),
  crossed(
    'found-by-nationality',
    { es: 'Detectados por primera vez, por nacionalidad', en: 'Found for the first time, by nationality' },
    `${FLOW}.byNationality`,
    BY_COUNTRY,
    CHILDREN,
  ),
  crossed(
    'found-by-age',
    { es: 'Detectados por primera vez, por grupo de edad', en: 'Found for the first time, by age group' },
    `${FLOW}.byAgeGroup`,
    code('ageGroup', 'AGE_GROUP'),
    CHILDREN,
  ),
  crossed(
    'found-by-company',
    { es: 'Detectados por primera vez, por acompañamiento', en: 'Found for the first time, by accompaniment' },
    `${FLOW}.byAccompaniment`,
    BY_COMPANY,
    CHILDREN,
  ),
  crossed(
    'returned-by-standing',
    { es: 'Retornos frente a la BID', en: 'Returns, by standing' },
    `${RETURNS}.byStanding`,
    code('standing', 'STANDING'),
    EVENTS_OF_RETURN,
  ),
  crossed(
    'returned-by-nationality',
    { es: 'Retornos por nacionalidad', en: 'Returns, by nationality' },
    `${RETURNS}.byNationality`,
    BY_COUNTRY,
    EVENTS_OF_RETURN,
  ),
  crossed(
    'returned-by-destination',
    { es: 'Retornos por destino', en: 'Returns, by destination' },
    `${RETURNS}.byDestination`,
    BY_DESTINATION,
    EVENTS_OF_RETURN,
  ),
  crossed(
    'returned-by-company',
    { es: 'Retornos por acompañamiento', en: 'Returns, by accompaniment' },
    `${RETURNS}.byAccompaniment`,
    BY_COMPANY,
    EVENTS_OF_RETURN,
  ),
  crossed(
    'open-alerts',
    { es: 'Alertas abiertas', en: 'Open alerts' },
    'openAlerts',
    code('kind', 'ALERT_KIND'),
    code('severity', 'ALERT_SEVERITY'),
    small('count', 'Alertas', 'Alerts'),
  ),
  crossed(
    'backlog-by-age',
    { es: 'Rezago por antigüedad', en: 'Backlog, by age' },
    'casework.unprocessedByAge',
    code('bucket', 'BACKLOG_AGE'),
    CHILDREN,
  ),
  ofStates({
    name: 'way-of-the-cohort',
    label: {
      es: 'Camino de quienes se detectaron en el periodo',
      en: 'How far those came who were found in the period',
    },
    inner: `funnel${PERIOD}.stages`,
    areStages: true,
    columns: [STATE, code('stage', 'STAGE'), small('reached', 'Llegaron', 'Reached')],
  }),
  ofStates({
    name: 'deliveries',
    label: { es: 'Entregas por entidad', en: 'Deliveries by state' },
    inner: 'reporting',
    takes: [],
    columns: [
      STATE,
      text('feed', 'Entrega', 'Feed'),
      text('source', 'Fuente', 'Source'),
      code('status', 'REPORTING_STATUS'),
      day('lastCutoff', 'Último corte', 'Last cut-off'),
      number('lagDays', 'Días desde el último corte', 'Days since the last cut-off'),
    ],
  }),
  ofStates({
    name: 'tables-of-inm',
    label: { es: 'Tablas del INM por entidad', en: 'Tables of INM by state' },
    inner: 'authorityCounts(source: INM_DAILY_TABLES, period: $period)',
    columns: [
      STATE,
      code('table', 'AUTHORITY_TABLE'),
      code('measure', 'AUTHORITY_MEASURE'),
      number('count', 'Personas', 'Persons'),
      day('coveredUntil', 'Hasta', 'Until'),
      small('registryCount', 'Según el registro', 'By the registry'),
    ],
  }),
  ofStates({
    name: 'channelled-places',
    label: { es: 'A dónde canalizó el INM', en: 'Where INM referred people to' },
    inner: 'channelledPlaces(period: $period, first: 100)',
    columns: [
      STATE,
      text('place', 'Lugar', 'Place'),
      number('count', 'Personas', 'Persons'),
      yesNo('isRecorded', 'Lugar registrado', 'Place recorded'),
      day('coveredUntil', 'Hasta', 'Until'),
    ],
  }),
]
