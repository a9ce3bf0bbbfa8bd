/** Facts of casework and of returns, and published figures, told late. */
import { aReturn } from '../../support/builders/inm.ts'
import { aCase, aDetermination } from '../../support/builders/ppnna.ts'
import { nextNumber } from '../../support/builders/row.ts'
import type { Desk } from '../desk.ts'
import { aKnownCase, aKnownChild, aKnownReturn, day, type Told, type ToldLate } from './known.ts'

const cases = async (desk: Desk): Promise<Told> => {
  const opened = aCase(await aKnownChild(desk), { 'PERSONA SEÑALADA': 'Juan Prueba' })
  return {
    feed: 'representation/protection-cases',
    later: [{ ...opened, 'FECHA DE APERTURA': day(19), SEGUIMIENTOS: day(3), 'PLAN DE TRANSICIÓN': day(5) }],
    earlier: [{ ...opened, SEGUIMIENTOS: day(3), 'ENTREGA DE DOCUMENTOS': day(6) }],
  }
}

const determinations = async (desk: Desk): Promise<Told> => {
  const decided = aDetermination(await aKnownCase(desk), { 'FOLIO DEL PLAN': `PR-${nextNumber()}` })
  return {
    feed: 'representation/determinations',
    later: [
      {
        ...decided,
        ...{ 'FECHA DEL PLAN': day(8), 'MEDIDAS DEL PLAN': `Salud: consulta (IMSS; cumplida ${day(4)})|Escuela` },
        ...{ 'NNA ESCUCHADA': 'NO', 'QUIEN REVISA': 'Una', 'DERECHOS VULNERADOS': 'Salud' },
      },
    ],
    earlier: [
      {
        ...decided,
        ...{ 'FECHA DEL PLAN': day(9), 'MEDIDAS DEL PLAN': `Salud: consulta (IMSS; cumplida ${day(4)})` },
        ...{ RESULTADO: 'Permanencia en México', 'FECHA NNA ESCUCHADA': day(12) },
      },
    ],
  }
}

const representations = async (desk: Desk): Promise<Told> => {
  const mandate = { FOLIO: await aKnownCase(desk), CALIDAD: 'Tutor', INICIO: day(12), 'SOLICITUD DE ABOGADO': day(14) }
  return {
    feed: 'representation/representations',
    later: [{ ...mandate, 'PERSONA U ORGANIZACIÓN': 'Una', FIN: day(2), RESPUESTA: 'Concedida', FORO: 'COMAR' }],
    earlier: [{ ...mandate, 'PERSONA U ORGANIZACIÓN': 'Otra', 'CÉDULA O CLUNI': '12345678' }],
  }
}

/** The late row tells of two facts, one of which nobody had told. */
const representationsAndMore = async (desk: Desk): Promise<Told> => {
  const mandate = { FOLIO: await aKnownCase(desk), CALIDAD: 'Tutor', INICIO: day(12) }
  return {
    feed: 'representation/representations',
    later: [{ ...mandate, 'PERSONA U ORGANIZACIÓN': 'Una' }],
    earlier: [{ ...mandate, 'PERSONA U ORGANIZACIÓN': 'Otra', 'SOLICITUD DE ABOGADO': day(14) }],
  }
}

const complaints = async (desk: Desk): Promise<Told> => {
  const complaint = {
    'FOLIO DE QUEJA': `CNDH/${nextNumber()}`,
    ACTA: await aKnownChild(desk),
    'FECHA DE RECEPCIÓN': day(20),
  }
  return {
    feed: 'representation/complaints',
    later: [{ ...complaint, 'AUTORIDAD SEÑALADA': 'INM', 'SOLICITUD DE INFORME': day(15) }],
    earlier: [{ ...complaint, 'AUTORIDAD SEÑALADA': 'DIF' }],
  }
}

const returns = async (desk: Desk): Promise<Told> => {
  const left = aReturn(await aKnownChild(desk), { 'FECHA PROGRAMADA': day(6) })
  return {
    feed: 'returns/executed-returns',
    later: [{ ...left, 'FECHA PROGRAMADA': day(5), 'PAÍS DE DESTINO': 'Guatemala' }],
    earlier: [{ ...left, 'AUTORIDAD RECEPTORA': 'SENAF' }],
  }
}

const returnsAndMore = async (desk: Desk): Promise<Told> => {
  const left = aReturn(await aKnownChild(desk))
  return {
    feed: 'returns/executed-returns',
    later: [{ ...left, 'FECHA PROGRAMADA': day(6), 'FECHA Y HORA DE SALIDA': '' }],
    earlier: [{ ...left, 'FECHA PROGRAMADA': day(7) }],
  }
}

const checklists = async (desk: Desk): Promise<Told> => {
  const left = aReturn(await aKnownChild(desk))
  await aKnownReturn(desk, left)
  const seen = { 'FOLIO DE RETORNO': left['FOLIO DE RETORNO'] ?? '' }
  return {
    feed: 'returns/return-checklists',
    later: [{ ...seen, 'NNA ESCUCHADA': 'NO', EVIDENCIA: 'Acta 1' }],
    earlier: [{ ...seen, 'NNA ESCUCHADA': 'SÍ', 'EVIDENCIA NNA ESCUCHADA': 'Entrevista' }],
  }
}

const figures = (): Told => {
  const figure = {
    id: 'una-cifra',
    topic: 'DETECTIONS',
    unit: 'EVENTS',
    meaning: 'Eventos',
    meaning_en: 'Events',
    territory: '00',
  }
  const span = { from: '01/01/2025', to: '31/12/2025', source: 'UPMRIP', series: 'una-serie', official: 'SÍ' }
  return {
    feed: 'oversight/official-figures',
    later: [{ ...figure, ...span, value: '12' }],
    earlier: [{ ...figure, ...span, value: '11', page: '3' }],
  }
}

export const OF_CASEWORK: readonly ToldLate[] = [
  ['a case', cases],
  ['a determination and its plan', determinations],
  ['a mandate', representations],
  ['a mandate beside a request that is new', representationsAndMore],
  ['a complaint', complaints],
  ['a return', returns],
  ['a plan beside a departure that is new', returnsAndMore],
  ['a checklist', checklists],
  ['a published figure', figures],
]
