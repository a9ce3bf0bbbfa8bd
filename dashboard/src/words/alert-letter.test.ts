import { expect, test } from 'vitest'
import { alertLetter, isWrittenOf, type LetterParts } from './alert-letter.ts'
import type { Words } from './words.ts'

const words = ((key: string) => key) as unknown as Words
const NOW = new Date('2026-11-26T18:00:00Z')
const ARTICLE = {
  kind: 'LAW',
  citation: 'LGDNNA art. 123',
  article: '123',
  law: 'Ley General de los Derechos de NNA',
  es: 'Para solicitar la protección…',
} as const
const ALERT: LetterParts = {
  kind: 'CASE_NOT_PROCESSED',
  number: 'A06',
  since: '2026-11-23T15:05:00Z',
  state: { code: '07' },
  child: { folio: 'NNA-000123' },
  place: { name: 'CAS Berriozábal' },
  subject: null,
  dutyHolders: ['PPNNA'],
  articles: [ARTICLE, { ...ARTICLE, citation: 'LGDNNA art. 122 VI', article: '122 VI', es: null }],
  resolvedAt: null,
  resolvedBy: null,
}
const letter = (more: Partial<LetterParts> = {}) => alertLetter({ ...ALERT, ...more }, NOW, words)

test('it says to whom, of whom, since when, on what it rests in the words of the law, and what ends it', () => {
  const text = letter()

  expect(text).toContain('Procuraduría de Protección de NNA\nPresente')
  expect(text).toMatch(/Asunto: .+ \(A06\), Chiapas/)
  expect(text).toMatch(/lo siguiente, desde el 23 de noviembre de 2026, 09:05\s?h: Aviso sin expediente abierto\./)
  expect(text).toContain('con folio NNA-000123, en Chiapas, CAS Berriozábal')
  expect(text).toContain('- artículo 123 de la Ley General de los Derechos de NNA: «Para solicitar la protección…»')
  expect(text).toContain('- artículo 122, fracción VI, de la Ley General de los Derechos de NNA.')
  expect(text).toContain('Qué termina la alerta: La apertura del expediente.')
})

test('of a child of whom its reader is not told the folio is left blank, so that whoever gets it is told of whom it is', () => {
  expect(letter({ child: null, isOfUntoldChild: true })).toContain(
    'con folio ____________, en Chiapas, CAS Berriozábal',
  )
  expect(letter({ child: null, place: null, isOfUntoldChild: true })).toContain(
    'con folio ____________, en Chiapas, lo',
  )
  expect(letter({ child: null, isOfUntoldChild: true, dutyHolders: ['INM'] })).toContain('en el caso que esa autoridad')
  expect(letter({ child: null })).not.toContain('con folio')
})

test('a letter of a synthetic registry says first that it is about nobody, also where it is pasted', () => {
  expect(letter({ isSynthetic: true })).toMatch(
    /^DATOS SINTÉTICOS: no se refiere a nadie\. No se envía\.\n\n____________, 26 de/,
  )
  expect(letter()).not.toContain('SINTÉTICOS')
})

test('given a day alone was told, no hour is written that nobody told', () => {
  expect(letter({ since: '2026-02-24T06:00:00Z' })).toContain('desde el 24 de febrero de 2026: Aviso sin expediente')
})

const RULING = {
  kind: 'COURT',
  citation: 'SCJN AR 388/2022',
  article: 'AR 388/2022',
  law: 'Primera Sala',
  es: null,
} as const
const OURS = { kind: 'POLICY', citation: 'Vigía A19', article: 'A19', law: 'Vigía', es: null } as const

test('what Vigía chose itself stands apart from what binds, and says that it binds nobody', () => {
  const text = letter({ articles: [ARTICLE, RULING, OURS] })

  expect(text).toMatch(
    /Fundamento:\n- artículo 123 de .+\n- sentencia: SCJN AR 388\/2022 \(Primera Sala\)\.\n\nCriterio/,
  )
  expect(text).toContain('\nCriterio de Vigía, que a nadie obliga:\n- Vigía A19.\n')
})

test('a ruling, and what Vigía chose, are told in words: whoever gets the letter knows neither by its number', () => {
  const [held, late] = ['Nadie queda retenido más de 36 horas.', 'Un retorno a menos de 24 horas de la detección.']
  const text = letter({
    articles: [
      { ...RULING, saysInSpanish: held },
      { ...OURS, saysInSpanish: late },
    ],
  })

  expect(text).toContain(`- sentencia: SCJN AR 388/2022 (Primera Sala): ${held}\n`)
  expect(text).toContain(`- Vigía A19: ${late}\n`)
})

test('given nothing binds, no ground of law is named and nothing is asked to be complied with', () => {
  const text = letter({ articles: [OURS] })

  expect(text).not.toMatch(/Fundamento|se cumpla/)
  expect(text).toContain('Se solicita que se informe por escrito')
})

test('given it is about an act that was done, nobody is asked to comply, and all are asked to inform', () => {
  const text = letter({ kind: 'PROCEDURE_BEFORE_NOTICE' })

  expect(text).toContain('Se solicita que se informe por escrito')
  expect(text).not.toContain('se cumpla')
})

test('given an authority is silent, it is told which of its files is missing, be it INM', () => {
  const silent = { kind: 'OFFICE_SILENT', child: null, place: null, dutyHolders: ['INM'] } as const
  const named = ((_key: string) => ({ stays: 'Estancias' })) as unknown as Words
  const text = alertLetter({ ...ALERT, ...silent, subject: { feed: 'placements/stays', authority: 'INM' } }, NOW, named)

  expect(text).toContain('en Chiapas (Archivo «Estancias», que debe enviar: Instituto Nacional de Migración)')
  expect(text).not.toContain('en el caso que esa autoridad conoce')
})

test.each([{ dutyHolders: ['INM'] }, { dutyHolders: ['INM', 'PPNNA'] }] as const)(
  'given INM reads it (%o), neither folio nor place stands in it',
  (more) => {
    const text = letter(more)

    expect(text).toContain('Instituto Nacional de Migración')
    expect(text).not.toMatch(/NNA-000123|Berriozábal/)
  },
)

test('given nobody is known to owe it, and no state, there is room for a name', () => {
  expect(letter({ dutyHolders: [], state: null, child: null, place: null })).toMatch(
    /\n_+\nPresente\n\nAsunto: .+, México\n/,
  )
})

const OPENED = {
  resolvedAt: '2026-11-25T18:00:00Z',
  resolvedBy: { fact: 'protection_case', at: '2026-11-24T15:05:00Z' },
}

test('given it is over, it tells from when until when it was so, and asks nobody to do what was done', () => {
  const text = letter(OPENED)

  expect(text).toMatch(
    /que ocurrió lo siguiente, desde el 23 de noviembre de 2026, 09:05\s?h hasta el 24 de noviembre de 2026, 09:05\s?h: Aviso sin/,
  )
  expect(text).toContain('Se solicita que se informe por escrito a esta oficina.\n')
  expect(text).not.toMatch(/de inmediato|Qué termina/)
})

test.each([
  ['a place', { child: null }, 'lugar'],
  ['a child', {}, 'caso'],
  ['a child in no place', { place: null }, 'caso'],
])('given it is about %s, INM is asked of what it knows itself by a name of its own', (_what, about, known) => {
  const text = letter({ ...about, kind: 'UNLISTED_PLACE', dutyHolders: ['INM'] })

  expect(text).toContain(`en el ${known} que esa autoridad conoce como ____________, en Chiapas`)
})

test('given it is over and INM reads it, nothing says when or by what it ended', () => {
  const text = letter({ ...OPENED, dutyHolders: ['INM'] })

  expect(text).toMatch(/que ocurrió lo siguiente, a partir del 23 de noviembre/)
  expect(text).not.toMatch(/24 de noviembre|de inmediato|Qué termina/)
})

test.each([
  ['stands', null, null, true],
  ['ended by a fact', '2026-11-25T18:00:00Z', 'protection_case', true],
  ['was corrected or withdrawn', '2026-11-25T18:00:00Z', null, false],
  ['turned out to be of another state', '2026-11-25T18:00:00Z', 'another_state', false],
  ['has a term that runs still', '2026-11-25T18:00:00Z', 'work_suspension', false],
] as const)('of one that %s a letter is written, or none', (_given, resolvedAt, fact, expected) => {
  expect(isWrittenOf({ resolvedAt, resolvedBy: fact && { fact, at: null } })).toBe(expected)
})

test('of a return that is planned it is asked that the law be complied with, of one that was carried out it is not', () => {
  const of = (isPlanned: boolean) => letter({ kind: 'RETURN_WITHOUT_DETERMINATION', isPlanned, dutyHolders: ['INM'] })

  expect(of(true)).toContain('Se solicita que se cumpla de inmediato')
  expect(of(false)).not.toContain('se cumpla')
  expect(of(false)).toContain('Se solicita que se informe por escrito')
})

test.each(['RETURN_WITHOUT_DETERMINATION', 'CHILD_DEPORTED', 'RETURN_WHILE_PENDING'] as const)(
  'given a planned return (%s), whoever is to prevent it does not read that carrying it out ends the alert; of one carried out nothing does',
  (kind) => {
    const text = letter({ kind, isPlanned: true, dutyHolders: ['INM'] })

    expect(text).not.toContain('o su ejecución')
    expect(text).toMatch(/Si se ejecuta .*se abre otra alerta, que ningún hecho termina[.]/)
    expect(letter({ kind, isPlanned: false, dutyHolders: ['INM'] })).toContain('Qué termina la alerta: Ningún hecho.\n')
  },
)
