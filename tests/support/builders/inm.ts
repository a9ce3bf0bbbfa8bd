/** Rows as INM sends them: detections, stays in its places, executed returns. */
import { daysAgo, hoursAgo, written } from '../clock.ts'
import { nextActa, nextNumber, type Row } from './row.ts'

export type Detection = Row & { readonly ACTA: string }

/** An unaccompanied girl of 14 from Honduras, found in Chiapas 30 days ago, of whom the PPNNA was told an hour later. */
export function aDetection(differences: Row = {}): Detection {
  return {
    ACTA: nextActa(),
    'FECHA Y HORA': written(daysAgo(30)),
    ENTIDAD: 'Chiapas',
    MUNICIPIO: 'Tapachula',
    AUTORIDAD: 'Agente federal de migración',
    'TIPO DE DETECCIÓN': 'Revisión migratoria',
    'NOMBRE(S)': 'Ana',
    'PRIMER APELLIDO': 'Prueba',
    SEXO: 'Mujer',
    EDAD: '14',
    NACIONALIDAD: 'Honduras',
    ACOMPAÑAMIENTO: 'No acompañado',
    'AVISO A PPNNA': written(hoursAgo(30 * 24 - 1)),
    ...differences,
  }
}

/** A stay that goes on, in a referral centre of Chiapas, since 10 hours. */
export function aStay(acta: string, differences: Row = {}): Row {
  return {
    ACTA: acta,
    'NOMBRE DEL LUGAR': 'Centro de canalización Tapachula',
    'TIPO DE LUGAR': 'Centro de canalización',
    ENTIDAD: 'Chiapas',
    INGRESO: written(hoursAgo(10)),
    EGRESO: '',
    ...differences,
  }
}

/** An assisted return to Honduras by bus, 5 days ago. */
export function aReturn(acta: string, differences: Row = {}): Row {
  return {
    'FOLIO DE RETORNO': `RET-07-2026-${String(nextNumber()).padStart(6, '0')}`,
    ACTA: acta,
    ENTIDAD: 'Chiapas',
    'FECHA Y HORA DE SALIDA': written(daysAgo(5)),
    'TIPO DE RETORNO': 'Retorno asistido',
    'PAÍS DE DESTINO': 'Honduras',
    MODO: 'Terrestre autobús',
    'PUNTO DE SALIDA': 'Talismán',
    ...differences,
  }
}
