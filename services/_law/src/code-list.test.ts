import { describe, expect, test } from 'vitest'
import { type CodeList, codeOf, codesOf, fold, isCodeOf, looseKey, makeReader } from './code-list.ts'

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true })
const lists = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter((entry): entry is [string, CodeList] => isCodeList(entry[1]))
    .map(([name, list]) => ({ name: `${name} (${file})`, list })),
)

function isCodeList(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const labels = Object.values(value)
  return labels.length > 0 && labels.every((label) => typeof label?.es === 'string' && typeof label?.en === 'string')
}

describe('fold', () => {
  test.each([
    ['  Edo.  Méx. ', 'EDO. MEX.'],
    ['niña', 'NINA'],
    ['NIN\u0303A', 'NINA'],
    ['DIA\u00a0', 'DIA'],
    ['', ''],
  ])('"%s" is compared as "%s"', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('and loosely without punctuation', () => {
    expect(looseKey('Côte D’Ivoire')).toBe('COTE D IVOIRE')
    expect(looseKey('NO_DETERMINATION')).toBe('NO DETERMINATION')
    expect(looseKey('Corea (República de)')).toBe('COREA REPUBLICA DE')
  })
})

describe('codeOf', () => {
  const SEASONS = {
    RAINY: { es: 'Época de lluvias', en: 'Rainy season', aliases: ['lluvias', 'tormentas / lluvias'] },
    DRY: { es: 'Época seca', en: 'Dry season' },
  } as const satisfies CodeList

  test.each([
    ['RAINY', 'RAINY'],
    ['rainy', 'RAINY'],
    ['EPOCA DE LLUVIAS ', 'RAINY'],
    ['época   de lluvias.', 'RAINY'],
    ['Lluvias', 'RAINY'],
    ['tormentas/lluvias', 'RAINY'],
    ['dry season', 'DRY'],
    ['seca', null],
    ['', null],
  ])('"%s" means %s', (text, code) => {
    expect(codeOf(SEASONS, text)).toBe(code)
    expect(codeOf(SEASONS, text)).toBe(code)
  })

  test('knows its codes and no others, not even what every object has', () => {
    expect(codesOf(SEASONS)).toEqual(['RAINY', 'DRY'])
    expect(isCodeOf(SEASONS, 'DRY')).toBe(true)
    expect(isCodeOf(SEASONS, 'toString')).toBe(false)
  })

  test('given one spelling for two codes, it does not choose', () => {
    expect(() =>
      makeReader([
        ['seca', 'DRY'],
        ['SECA.', 'RAINY'],
      ]),
    ).toThrow('means both DRY and RAINY')
  })
})

describe('all code lists', () => {
  test('are found', () => {
    expect(lists.length).toBeGreaterThan(40)
  })

  test.each(lists)('$name reads its codes, labels and aliases, and each means one code', ({ list }) => {
    for (const [code, { es, en, aliases = [] }] of Object.entries(list)) {
      expect(code).toMatch(/^[A-Z][A-Z0-9_]*$/)
      for (const spelling of [code, es, en, ...aliases, es.toUpperCase(), fold(es)]) {
        expect(codeOf(list, spelling), spelling).toBe(code)
      }
    }
  })
})
