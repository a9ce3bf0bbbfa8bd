/** One child on whom federal bodies have acted, bodies of two states, and bodies of which no file tells whose they are. */
import { curpCheckDigit } from '@vigia/law/identifiers'
import { type Graph, openGraph } from './asking.ts'
import { aDetection, aReturn, aStay } from './builders/inm.ts'
import { aCase, aDetermination } from './builders/ppnna.ts'
import { nextFolio, type Row } from './builders/row.ts'
import { daysAgo, localDay, written, writtenDay } from './clock.ts'
import { type Feeds, feedsOf } from './feeds.ts'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'
import { settle } from './settled.ts'

const CURP = `KAXX120605MNEXXXA${curpCheckDigit('KAXX120605MNEXXXA')}`
/** One of each kind that a file of detections brings. */
const NUMBERS = {
  ...{ NUE: 'N987654321', PROGRES: 'PRG-26C00042', CPIMS: 'MEX-CP-0042' },
  ...{ 'DOCUMENTO DE IDENTIDAD': 'HNDE123456', 'FOLIO ALBERGUE': 'ALB-77' },
}
const file = (state: '07' | '30') => ({ source: 'PPNNA', state })

export interface BothSides {
  database: ScratchDatabase
  graph: Graph
  child: string
  stop: () => Promise<void>
}

/** Where the child has been returned, what was owed while it was lodged is owed no more. */
export async function openBothSides({ isReturned = true } = {}): Promise<BothSides> {
  const database = await scratchDatabase()
  const [graph, feeds] = [await openGraph(database), feedsOf(database.url)]
  await fillWithBothSides(feeds, isReturned)
  await feeds.stop()
  await settle(graph.services.values(), database)
  const [row] = await database.query<{ id: string }>('select id from children.child')
  const stop = async () => {
    await graph.stop()
    await database.drop()
  }
  return { database, graph, child: row?.id ?? '', stop }
}

/** All files about that child. */
export async function fillWithBothSides(feeds: Pick<Feeds, 'takeIn'>, isReturned = true): Promise<void> {
  const found = (authority: string, days: number) =>
    aDetection({
      CURP,
      ...(days === 60 ? NUMBERS : {}),
      AUTORIDAD: authority,
      'OFICINA QUE RECIBE EL AVISO': 'PPNNA Tapachula',
      'FECHA Y HORA': written(daysAgo(days)),
    })
  const first = found('Agente federal de migración', 60)
  await feeds.takeIn('children/detections', [first, found('Policía estatal', 59.5), found('Fiscalía', 59)])
  await fillWithStays(feeds, first.ACTA)
  await fillWithFiles(feeds, first.ACTA)
  await feeds.takeIn('children/asylum-claims', [claimOf(first.ACTA)], { source: 'COMAR' })
  const card = { DOCUMENTO: 'TVRH', 'ESTADO DEL DOCUMENTO': 'Tarjeta expedida', 'CURP ASIGNADA': 'Ninguna' }
  await feeds.takeIn('children/migration-documents', [{ ACTA: first.ACTA, ...card }])
  const temporary = { CURP, 'CURP ASIGNADA': 'Temporal', VIGENCIA: localDay(daysAgo(-90)) }
  await feeds.takeIn('children/migration-documents', [{ ACTA: first.ACTA, ...card, ...temporary, NUE: NUMBERS.NUE }])
  const planned = { 'FECHA Y HORA DE SALIDA': '', 'FECHA PROGRAMADA': writtenDay(daysAgo(-3)) }
  const returns = [...(isReturned ? [aReturn(first.ACTA)] : []), aReturn(first.ACTA, planned)]
  await feeds.takeIn('returns/executed-returns', returns)
}

/** In a centre of INM, of Chiapas, of Veracruz, in a hospital of which nobody says who runs it, and in a lodging that COMAR runs. */
async function fillWithStays(feeds: Pick<Feeds, 'takeIn'>, acta: string): Promise<void> {
  const comar = {
    NOMBRE: 'Casa de COMAR',
    TIPO: 'Albergue',
    ENTIDAD: 'Chiapas',
    OPERADOR: 'COMISIÓN MEXICANA DE AYUDA A REFUGIADOS (C.O.M.A.R.)',
  }
  await feeds.takeIn('placements/facilities', [comar], { source: 'SNDIF' })
  const measure = (authority: string, number: string): Row => ({
    'MEDIDA URGENTE': number,
    'FECHA DE MEDIDA': written(daysAgo(30)),
    'AUTORIDAD DE LA MEDIDA': authority,
  })
  const stay = (name: string, type: string, from: number, differences: Row = {}) =>
    aStay(acta, {
      ...{ 'NOMBRE DEL LUGAR': name, 'TIPO DE LUGAR': type, INGRESO: written(daysAgo(from)) },
      ...{ EGRESO: written(daysAgo(from - 2)), 'TIPO DE EGRESO': 'Traslado' },
      ...differences,
    })
  await feeds.takeIn('placements/stays', [
    stay('Centro Federal', 'Centro de canalización', 58, measure('SNDIF', 'M-FED')),
    stay('Casa Estatal', 'CAS estatal', 48, { CAMA: 'cama 7', ...measure('PPNNA', 'M-EST') }),
    stay('Casa Ajena', 'CAS estatal', 38, { ENTIDAD: 'Veracruz' }),
    stay('Hospital General', 'Hospital', 28, measure('Juzgado', 'M-JUZ')),
    stay('Casa de COMAR', 'Albergue', 18),
    aStay(acta, {
      ...{ 'NOMBRE DEL LUGAR': 'Casa Estatal', 'TIPO DE LUGAR': 'CAS estatal', INGRESO: written(daysAgo(8)) },
      'EXPEDIENTE DIF': 'DIF-07/0042',
    }),
  ])
}

/** A closed file of Veracruz; and one of Chiapas with all that a file holds, and a determination of which INM claims to be the author. */
async function fillWithFiles(feeds: Pick<Feeds, 'takeIn'>, acta: string): Promise<void> {
  const closed = { 'ESTADO DEL EXPEDIENTE': 'Cerrado', 'FECHA DE CIERRE': writtenDay(daysAgo(35)) }
  const elsewhere = aCase(acta, { FOLIO: nextFolio('30'), 'FECHA DE APERTURA': writtenDay(daysAgo(40)), ...closed })
  await feeds.takeIn('representation/protection-cases', [elsewhere], file('30'))
  const here = aCase(acta, { 'FECHAS DE SEGUIMIENTO': writtenDay(daysAgo(15)), 'MOTIVO DE CIERRE': '' })
  await feeds.takeIn('representation/protection-cases', [here], file('07'))
  const plan = {
    ...{ 'FOLIO DEL PLAN': 'PLAN-1', 'FECHA DEL PLAN': writtenDay(daysAgo(9)) },
    'MEDIDAS DEL PLAN': 'Salud: atención (DIF)',
  }
  await feeds.takeIn(
    'representation/determinations',
    [
      aDetermination(here.FOLIO, { ...plan, 'FACTORES DE LA BID': 'Palabras de la Procuraduría' }),
      aDetermination(here.FOLIO, { AUTORIDAD: 'INM', FECHA: writtenDay(daysAgo(12)) }),
    ],
    file('07'),
  )
  const counsel = { CALIDAD: 'Abogado independiente OSC', 'PERSONA U ORGANIZACIÓN': 'Casa Alianza' }
  await feeds.takeIn(
    'representation/representations',
    [{ FOLIO: here.FOLIO, ...counsel, INICIO: localDay(daysAgo(9)), 'SOLICITUD DE ABOGADO': localDay(daysAgo(10)) }],
    file('07'),
  )
}

const claimOf = (acta: string) => ({
  ...{ EXPEDIENTE: 'COMAR-1', ACTA: acta, SITUACIÓN: 'Solicitud presentada' },
  'FECHA DE SOLICITUD': localDay(daysAgo(8)),
})
