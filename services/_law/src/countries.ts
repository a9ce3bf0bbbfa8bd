/**
 * Nationalities and countries: ISO 3166-1 codes, Spanish and English names, the region UPMRIP counts them
 * in, and a reader of the many ways in which authorities write them (domain.md 3.2).
 */
import { makeReader } from './code-list.ts'
import { AFRICA_AND_ASIA } from './country-rows-africa-asia.ts'
import { AMERICAS } from './country-rows-americas.ts'
import { EUROPE_AND_OCEANIA } from './country-rows-europe-oceania.ts'
import type { Region, RegionRows } from './regions.ts'

export interface Country {
  /** ISO 3166-1 alpha-3; XXA stateless, ZZZ not specified, XKX Kosovo. */
  readonly code: string
  /** Null where ISO has none. */
  readonly alpha2: string | null
  readonly es: string
  readonly en: string
  readonly region: Region
  readonly aliases: readonly string[]
}

/** No nationality at all. */
export const STATELESS = 'XXA'
/** Nobody wrote it down. */
export const UNSPECIFIED_COUNTRY = 'ZZZ'

const SPECIAL: readonly Country[] = [
  {
    code: STATELESS,
    alpha2: null,
    es: 'Apátrida',
    en: 'Stateless',
    region: 'NONE',
    aliases: ['apátridas', 'sin nacionalidad', 'apatridia'],
  },
  {
    code: UNSPECIFIED_COUNTRY,
    alpha2: null,
    es: 'No especificada',
    en: 'Not specified',
    region: 'NONE',
    aliases: [
      'no especificado',
      'N.E.',
      'se desconoce',
      'desconocida',
      'desconocido',
      'S/D',
      'ND',
      'sin dato',
      'otra',
      'otros',
      'por determinar',
    ],
  },
]

export const COUNTRIES: readonly Country[] = [
  ...[AMERICAS, AFRICA_AND_ASIA, EUROPE_AND_OCEANIA].flatMap(countriesIn),
  ...SPECIAL,
]

const byCode = new Map(COUNTRIES.map((country) => [country.code, country]))

/** A country by its alpha-3 code; throws a RangeError for a code that is none. */
export function countryOf(code: string): Country {
  const country = byCode.get(code)
  if (!country) throw new RangeError(`No country has the code "${code}"`)
  return country
}

export function isCountryCode(code: string): boolean {
  return byCode.has(code)
}

const read = makeReader(
  COUNTRIES.flatMap(({ code, alpha2, es, en, aliases }) =>
    [code, ...(alpha2 === null ? [] : [alpha2]), es, en, ...aliases].map((text) => [text, code] as const),
  ),
)

/** "República de", "Reino del" and the like before a name that is known without it. */
const FORMAL =
  /^\s*(?:la |el )?(?:rep[uú]blica|rep\.|reino|estado|principado|sultanato|uni[oó]n)(?: (?:federal|popular|isl[aá]mica|democr[aá]tica|[aá]rabe|socialista|independiente|unida))* (?:del?|de la|de los|de las) /iu

/** "Guatemala, C.A.", as the papers of its citizens have it. */
const REGION_BEHIND = /,? (?:c\. ?a\.|centroam[eé]rica)$/iu

/** Alpha-3 code of the country or nationality that the text means; null where it means none we know. */
export function countryCodeOf(text: string): string | null {
  const known = read(text)
  if (known !== null) return known
  const name = text.replace(FORMAL, '').replace(REGION_BEHIND, '')
  return name === text ? null : read(name)
}

function countriesIn(rows: RegionRows): Country[] {
  return (Object.entries(rows) as [Region, string][]).flatMap(([region, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => countryIn(line, region)),
  )
}

function countryIn(line: string, region: Region): Country {
  const [codes = '', es = '', en = '', demonym = '', others = ''] = line.split('|')
  const [code = '', alpha2 = ''] = codes.split(' ')
  if (code.length !== 3 || alpha2.length !== 2 || !es || !en) throw new Error(`Not a country: "${line}"`)
  const aliases = [...demonymsOf(demonym), ...others.split(';')].filter((text) => text !== '')
  return { code, alpha2, es, en, region, aliases }
}

/** "hondureña" gives "hondureño"; "francesa" gives "frances", which is how "francés" is compared. */
function demonymsOf(feminine: string): string[] {
  if (!feminine.endsWith('a')) return [feminine]
  const stem = feminine.slice(0, -1)
  return [feminine, `${stem}o`, stem]
}
