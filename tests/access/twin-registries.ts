/**
 * Two registries, the same in all that INM sent. In the second one protection has recorded what it knows of the child: whatever INM is
 * answered must be the same in both, byte by byte (security.md 3.8).
 */
import { curpCheckDigit } from '@vigia/law/identifiers'
import { type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aReturn, aStay, type Detection } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { daysAgo, hoursAgo, localDay, written, writtenDay } from '../support/clock.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'

interface Twin {
  database: ScratchDatabase
  graph: Graph
}

export interface Twins {
  /** What INM sent alone, and the one in which protection has recorded something too. */
  plain: Twin
  protecting: Twin
  /**
   * Detections that INM sent: of the child of whom protection recorded, of another in the same state, of one in Veracruz, of one whom it
   * returned as was permitted (others found it again), of one whose return was permitted (others say that it was returned).
   */
  actas: { recorded: string; other: string; ofVeracruz: string; returned: string; toldByOthers: string }
  /** A number of that child that INM has sent, and one that the DIF alone has told. */
  nue: string
  curp: string
  stop: () => Promise<void>
}

export async function twinRegistries(): Promise<Twins> {
  const template = `vigia_twins_${process.pid}_${Math.floor(Math.random() * 1e9)}`
  const first = await scratchDatabase()
  const detections = [
    aDetection({ NUE }),
    aDetection(),
    aDetection({ ENTIDAD: 'Veracruz' }),
    aDetection({ NUE: NUE_OF_RETURNED }),
    aDetection(),
  ] as const
  await sentByInm(first, detections)
  await first.becomeTemplate(template)
  const [plain, protecting] = [await scratchDatabase(template), await scratchDatabase(template)]
  await recordedByProtection(protecting, detections)
  const open = async (database: ScratchDatabase): Promise<Twin> => {
    const graph = await openGraph(database)
    await settle(graph.services.values(), database)
    return { database, graph }
  }
  const twins = { plain: await open(plain), protecting: await open(protecting) }
  const [recorded, other, ofVeracruz, returned, toldByOthers] = detections.map(({ ACTA }) => ACTA) as Actas
  return {
    ...twins,
    actas: { recorded, other, ofVeracruz, returned, toldByOthers },
    ...{ nue: NUE, curp: CURP },
    async stop() {
      for (const { graph, database } of Object.values(twins)) {
        await graph.stop()
        await database.drop()
      }
      await first.onServer(`drop database if exists ${template} with (force)`)
    },
  }
}

/** The first is the child of whom protection records something; of the second the DIF tells a number; the last two are permitted to return. */
type Found = readonly [Detection, Detection, Detection, Detection, Detection]
type Actas = [string, string, string, string, string]

const NUE = 'N200300400'
const NUE_OF_RETURNED = 'N200300401'
const CURP = `XEXX130101MNEXXXA${curpCheckDigit('XEXX130101MNEXXXA')}`
/** The cut-off of what INM sent first: what protection recorded is of later days. */
const LONG_AGO = { cutoff: localDay(daysAgo(10)) }
const LEFT = { 'FECHA Y HORA DE SALIDA': written(daysAgo(12)) }
/** One instant for both: written a minute apart, the child would be in two places. */
const MOVED = written(hoursAgo(2))
const SHELTERED = { 'NOMBRE DEL LUGAR': 'Albergue DIF', 'TIPO DE LUGAR': 'CAS estatal', INGRESO: MOVED }
export const STAY_OF_INM = { INGRESO: written(hoursAgo(40)) }

async function sentByInm(database: ScratchDatabase, detections: Found): Promise<void> {
  const graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  const [{ ACTA }, , , returned, toldByOthers] = detections
  await feeds.takeIn('children/detections', detections, LONG_AGO)
  await feeds.takeIn('placements/stays', [aStay(ACTA, STAY_OF_INM)], LONG_AGO)
  await feeds.takeIn(
    'returns/executed-returns',
    [aReturn(ACTA), aReturn(ACTA, { 'FECHA Y HORA DE SALIDA': '', 'FECHA PROGRAMADA': writtenDay(daysAgo(-3)) })],
    LONG_AGO,
  )
  await settle(graph.services.values(), database)
  const files = [returned, toldByOthers].map((found) => aCase(found.ACTA))
  await feeds.takeIn('representation/protection-cases', files, { ...LONG_AGO, state: '07' })
  const permitted = files.map(({ FOLIO }) => aDetermination(FOLIO, { FECHA: writtenDay(daysAgo(20)) }))
  await feeds.takeIn('representation/determinations', permitted, { ...LONG_AGO, state: '07' })
  await feeds.takeIn('returns/executed-returns', [aReturn(returned.ACTA, LEFT)], LONG_AGO)
  await settle(graph.services.values(), database)
  await feeds.stop()
  await graph.stop()
}

/**
 * A file, a determination that permits no return and a refusal of the consulate, counsel, a complaint, a claim of asylum, family and
 * dangers, a birth date, a number of the other child, another state's word on the detection, a place of protection, and the DIF's word on INM's own stay;
 * that a child whom INM returned was found again, and that another one was returned.
 */
async function recordedByProtection(database: ScratchDatabase, detections: Found): Promise<void> {
  const [found, other] = detections
  const graph = await openGraph(database)
  const { takeIn, stop } = feedsOf(database.url)
  const acta = found.ACTA
  const file = aCase(acta, {
    'CONTACTO CONSULAR PERMITIDO': 'NO',
    'FECHA DEL ACUERDO CONSULAR': writtenDay(daysAgo(7)),
  })
  const [ofDif, ofChiapas] = [{ source: 'DIF' }, { state: '07' }]
  const stays = aDetermination(file.FOLIO, { RESULTADO: 'Permanencia en México' })
  const counsel = { CALIDAD: 'Abogado independiente OSC', 'PERSONA U ORGANIZACIÓN': 'Casa Alianza' }
  const claim = { 'FECHA DE SOLICITUD': localDay(daysAgo(8)), SITUACIÓN: 'Solicitud presentada' }
  const complaint = { 'AUTORIDAD SEÑALADA': 'INM', 'FECHA DE RECEPCIÓN': writtenDay(daysAgo(6)) }
  const born = { 'FECHA DE NACIMIENTO': writtenDay(daysAgo(700)), EDAD: '1' }
  const inDanger = {
    ...born,
    ENTIDAD: 'Tabasco',
    'ACTA DEL FAMILIAR': 'INM/07/2026/9999999',
    VÍNCULO: 'Madre',
    CAUSAS: 'Trata',
  }
  const ended = { ...STAY_OF_INM, EGRESO: MOVED, 'TIPO DE EGRESO': 'Traslado' }
  await takeIn('representation/protection-cases', [file], ofChiapas)
  await takeIn('representation/determinations', [stays], ofChiapas)
  await takeIn(
    'representation/representations',
    [{ FOLIO: file.FOLIO, ...counsel, INICIO: localDay(daysAgo(9)) }],
    ofChiapas,
  )
  await takeIn('representation/complaints', [{ 'FOLIO DE QUEJA': 'CNDH/5/2026/1/Q', ACTA: acta, ...complaint }], {
    source: 'CNDH',
  })
  await takeIn('children/asylum-claims', [{ EXPEDIENTE: 'COMAR-1', ACTA: acta, ...claim }], { source: 'COMAR' })
  await takeIn('children/detections', [{ ...found, ...inDanger }], ofDif)
  await takeIn('children/detections', [{ ...other, CURP }], ofDif)
  await takeIn('placements/stays', [aStay(acta, ended)], ofDif)
  await takeIn('placements/stays', [aStay(acta, SHELTERED)], ofDif)
  await comesAndGoes(takeIn, detections)
  await settle(graph.services.values(), database)
  await stop()
  await graph.stop()
}

async function comesAndGoes(takeIn: Feeds['takeIn'], [, , , returned, toldByOthers]: Found): Promise<void> {
  const again = aDetection({ NUE: NUE_OF_RETURNED, ENTIDAD: 'Tabasco', 'FECHA Y HORA': written(daysAgo(4)) })
  const ofDif = { source: 'DIF' }
  await takeIn('children/detections', [again], ofDif)
  await takeIn('returns/executed-returns', [aReturn(toldByOthers.ACTA, LEFT), aReturn(returned.ACTA)], ofDif)
}
