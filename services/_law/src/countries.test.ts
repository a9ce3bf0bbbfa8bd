import { describe, expect, test } from 'vitest'
import { COUNTRIES, countryCodeOf, countryOf, isCountryCode, STATELESS } from './countries.ts'

/** Every nationality of INM's tables of returned and presented people, October 2024 to May 2026, as INM writes it. */
const AS_INM_WRITES = `
Afganistán|Albania|Alemania|Angola|Apátrida|Argelia|Argentina|Armenia|Australia|Austria|Azerbaiyán|
Bahamas|Bahrein|Bangladesh|Belarús|Belice|Benin|Brasil|Brunei Darussalam|Bulgaria|Burkina Faso|Burundi|
Cabo Verde|Camboya|Camerún|Canadá|Chad|Chile|China|Chipre|Colombia|Comoras|Congo|Costa Rica|Croacia|
Cuba|Côte D'Ivoire|Dinamarca|Dominica|Ecuador|Egipto|El Salvador|Emiratos Árabes Unidos|Eritrea|
Eslovaquia|Eslovenia|España|Estado Plurinacional de Bolivia|Estados Unidos de América|Estonia|Etiopia|
Ex República Yugoslava De Macedonia|Federación De Rusia|Filipinas|Francia|Gabón|Gambia|Georgia|Ghana|
Grecia|Guatemala|Guinea|Guinea Bissau|Guinea Ecuatorial|Guyana|Haití|Honduras|Hungría|India|Indonesia|
Iraq|Irlanda|Israel|Italia|Jamaica|Japón|Jordania|Kazajstan|Kenia|Kirguistán|Liberia|Lituania|
Luxemburgo|Líbano|Madagascar|Malasia|Mali|Malta|Marruecos|Mauricio|Mauritania|Mongolia|Mozambique|
México|Namibia|Nicaragua|Niger|Nigeria|Noruega|Nueva Zelandia|Oman|Pakistán|Palestina|Panamá|Paraguay|
Países Bajos|Perú|Polonia|Portugal|Región Administrativa Especial De Macao|
Región Administrativa Especial Hong Kong|Reino Unido de Gran Bretaña e Irlanda del Norte|
República Bolivariana de Venezuela|República Centroafricana|República Checa|
República Democrática del Congo|República Dominicana|República Federal Democrática de Nepal|
República Islámica del Irán|República Popular Democrática de Corea|República Unida de Tanzania|
República de Corea|República de Moldova|República Árabe de Siria|Rumania|San Marino|Santa Lucía|
Santo Tomé y Príncipe|Senegal|Serbia|Seychelles Islas|Sierra Leona|Singapur|Somalia|Sri Lanka|
Sudáfrica|Sudán|Suecia|Suiza|Suriname|Tailandia|Taiwan (Provincia de China)|Tayikistán|Togo|
Trinidad y Tobago|Turquía|Túnez|Ucrania|Uganda|Uruguay|Uzbekistán|Vanuatu|Vietnam|Yemen|Zambia|
Zimbabwe`
  .replaceAll('\n', '')
  .split('|')

describe('the countries of the world', () => {
  test('are those of ISO 3166-1, Kosovo, and the two that are none; no code twice', () => {
    expect(COUNTRIES).toHaveLength(249 + 1 + 2)
    expect(new Set(COUNTRIES.map(({ code }) => code)).size).toBe(COUNTRIES.length)
    expect(new Set(COUNTRIES.map(({ alpha2 }) => alpha2)).size).toBe(COUNTRIES.length - 1)
    expect(COUNTRIES.every(({ code }) => /^[A-Z]{3}$/.test(code))).toBe(true)
  })

  test('are read from their codes and names', () => {
    for (const { code, alpha2, es, en } of COUNTRIES) {
      expect([code, alpha2 ?? code, es, en, es.toUpperCase()].map(countryCodeOf)).toEqual(Array(5).fill(code))
    }
  })

  test('lie in regions as UPMRIP counts them', () => {
    expect(
      ['HND', 'BLZ', 'VEN', 'GUY', 'HTI', 'MEX', 'SEN', 'RUS', 'AFG'].map((code) => countryOf(code).region),
    ).toEqual([
      ...['CENTRAL_AMERICA', 'CENTRAL_AMERICA', 'SOUTH_AMERICA', 'SOUTH_AMERICA', 'CARIBBEAN'],
      ...['NORTH_AMERICA', 'AFRICA', 'EUROPE', 'ASIA'],
    ])
    expect(() => countryOf('XYZ')).toThrow(RangeError)
  })
})

const SPELLINGS = [
  ['República Bolivariana de Venezuela', 'VEN'],
  ['VENEZUELA', 'VEN'],
  ['venezolano', 'VEN'],
  ['venezolana', 'VEN'],
  ['Estado Plurinacional de Bolivia', 'BOL'],
  ['República Islámica del Irán', 'IRN'],
  ['hondureño', 'HND'],
  ['República de Honduras', 'HND'],
  ['República de El Salvador', 'SLV'],
  ['salvadoreña', 'SLV'],
  ['francés', 'FRA'],
  ['dominicano', 'DOM'],
  ['Dominica', 'DMA'],
  ['República Dominicana', 'DOM'],
  ['Congo', 'COG'],
  ['República del Congo', 'COG'],
  ['República Democrática del Congo', 'COD'],
  ['Guinea Ecuatorial', 'GNQ'],
  ['República de Guinea', 'GIN'],
  ['República de Corea', 'KOR'],
  ['República Popular Democrática de Corea', 'PRK'],
  ['República Popular China', 'CHN'],
  ['República de China', 'TWN'],
  ['nigeriano', 'NGA'],
  ['EUA', 'USA'],
  ['Apátrida', STATELESS],
  ['N.E.', 'ZZZ'],
  ['no especificada', 'ZZZ'],
] as const

describe('a nationality is read', () => {
  test('in every spelling of INM, each as a country of its own', () => {
    expect(AS_INM_WRITES).toHaveLength(156)
    expect(AS_INM_WRITES.filter((text) => countryCodeOf(text) === null)).toEqual([])
    expect(new Set(AS_INM_WRITES.map(countryCodeOf)).size).toBe(AS_INM_WRITES.length)
    expect(AS_INM_WRITES.filter((text) => countryCodeOf(text.toUpperCase()) !== countryCodeOf(text))).toEqual([])
  })

  test.each(SPELLINGS)('"%s" is %s', (text, code) => {
    expect(countryCodeOf(text)).toBe(code)
  })

  test.each(['', 'Atlántida', 'República de Atlántida', 'coreana', 'congoleña'])('"%s" is none we know', (text) => {
    expect(countryCodeOf(text)).toBeNull()
    expect(isCountryCode(text)).toBe(false)
  })
})
