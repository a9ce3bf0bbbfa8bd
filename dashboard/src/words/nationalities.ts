/** Nationalities that one can filter by: ISO alpha-3 in the graph, names from the browser's own list. */
import type { Language } from './words.ts'

/** Most frequent first (domain.md 4.3), with the alpha-2 code that `Intl.DisplayNames` wants. */
const ALPHA_2: Readonly<Record<string, string>> = {
  VEN: 'VE',
  HND: 'HN',
  GTM: 'GT',
  ECU: 'EC',
  SLV: 'SV',
  HTI: 'HT',
  COL: 'CO',
  CUB: 'CU',
  NIC: 'NI',
  PER: 'PE',
  BRA: 'BR',
  CHL: 'CL',
  DOM: 'DO',
  USA: 'US',
  AGO: 'AO',
  SEN: 'SN',
  AFG: 'AF',
  CHN: 'CN',
  RUS: 'RU',
}

export const NATIONALITIES: readonly string[] = Object.keys(ALPHA_2)

export function countryName(alpha3: string, language: Language): string {
  const names = new Intl.DisplayNames([language === 'en' ? 'en' : 'es-MX'], { type: 'region' })
  return names.of(ALPHA_2[alpha3] ?? '') ?? alpha3
}
