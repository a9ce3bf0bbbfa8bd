/** Facts of children and of places, told late. */
import { aDetection, aStay } from '../../support/builders/inm.ts'
import { nextNumber } from '../../support/builders/row.ts'
import type { Desk } from '../desk.ts'
import { aKnownChild, aKnownPlace, at, day, type Told, type ToldLate } from './known.ts'

const detections = (): Told => {
  const found = aDetection({ NUE: 'N700000001' })
  const later = { ...found, ENTIDAD: 'Oaxaca', 'NOMBRE(S)': 'Otra', EDAD: '15', CAUSAS: 'Persecución', SEXO: 'Hombre' }
  return { feed: 'children/detections', later: [{ ...later, 'FECHA Y HORA': at(29 * 24) }], earlier: [found] }
}

const detectionsWithEvidence = (): Told => {
  const found = aDetection({
    'ACTA DEL FAMILIAR': 'INM/07/2026/0000001',
    VÍNCULO: 'Madre',
    'LUGAR DEL FAMILIAR': 'Origen',
  })
  const earlier = { ...found, ENTREVISTA: 'Personal de COMAR', 'INDICIOS DE PROTECCIÓN': 'SÍ', CONTACTO: 'Perdido' }
  const later = { ...found, ENTREVISTA: 'Personal del DIF', 'INDICIOS DE PROTECCIÓN': 'NO', VÍNCULO: 'Padre' }
  return { feed: 'children/detections', later: [{ ...later, 'INGRESO AL PAÍS': day(40) }], earlier: [earlier] }
}

const claims = async (desk: Desk): Promise<Told> => {
  const claim = {
    EXPEDIENTE: `COMAR/${nextNumber()}`,
    ACTA: await aKnownChild(desk),
    SITUACIÓN: 'Solicitud presentada',
  }
  return {
    feed: 'children/asylum-claims',
    later: [{ ...claim, 'FECHA DE SOLICITUD': day(20), 'FECHA DE RATIFICACIÓN': day(18), SITUACIÓN: 'Negado' }],
    earlier: [{ ...claim, 'FECHA DE SOLICITUD': day(22) }],
  }
}

const documents = async (desk: Desk): Promise<Told> => {
  const card = { ACTA: await aKnownChild(desk), DOCUMENTO: 'TVRH', 'FECHA DE OTORGAMIENTO': day(30) }
  return {
    feed: 'children/migration-documents',
    later: [{ ...card, 'ESTADO DEL DOCUMENTO': 'Tarjeta expedida', TENENCIA: 'INM', TERRITORIO: 'Chiapas' }],
    earlier: [{ ...card, 'ESTADO DEL DOCUMENTO': 'Vencido', 'RESTRICCIÓN GEOGRÁFICA': 'SÍ' }],
  }
}

const facilities = (): Told => {
  const listed = {
    CLAVE: 'CAS-T-1',
    NOMBRE: 'Casa tardía',
    TIPO: 'CAS estatal',
    ENTIDAD: 'Chiapas',
    DOMICILIO: 'Calle 1',
  }
  const place = { ...listed, LATITUD: '14.9', LONGITUD: '-92.2' }
  return {
    feed: 'placements/facilities',
    later: [{ ...place, CAPACIDAD: '40', CICLO: 'Cerrado', DOMICILIO: 'Calle 2', LATITUD: '14.8' }],
    earlier: [{ ...place, OPERADOR: 'DIF Chiapas' }],
  }
}

const stays = async (desk: Desk): Promise<Told> => {
  const stay = aStay(await aKnownChild(desk), { 'NOMBRE DEL LUGAR': 'Lugar tardío' })
  const measure = { 'MEDIDA URGENTE': 'M-1', 'FECHA DE MEDIDA': at(8) }
  const left = { EGRESO: at(1), 'TIPO DE EGRESO': 'Traslado', 'EXPEDIENTE DIF': 'DIF-1' }
  return {
    feed: 'placements/stays',
    later: [{ ...stay, ...left, ...measure, 'FECHA DE RATIFICACIÓN': at(5) }],
    earlier: [{ ...stay, ...measure, CAMA: 'A-3' }],
  }
}

const inspections = async (desk: Desk): Promise<Told> => {
  const visit = { 'CLAVE DEL LUGAR': await aKnownPlace(desk), FECHA: day(9), AUTORIDAD: 'CNDH' }
  return {
    feed: 'placements/inspections',
    later: [{ ...visit, RESULTADO: 'Sin observaciones' }],
    earlier: [{ ...visit, RESULTADO: 'Acceso negado', OBSERVACIONES: 'No se abrió' }],
  }
}

export const OF_CHILDREN: readonly ToldLate[] = [
  ['a detection', detections],
  ['a detection and what shows its steps', detectionsWithEvidence],
  ['a claim', claims],
  ['a document', documents],
  ['a place', facilities],
  ['a stay', stays],
  ['a visit', inspections],
]
