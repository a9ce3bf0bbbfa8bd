// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { NO_DETENTION_OF_CHILDREN } from '@vigia/law/articles'
import { NOBODY_HELD_OVER_36_HOURS } from '@vigia/law/criteria'
import { expect, onTestFinished, test } from 'vitest'
import { renderTile } from '../../testing/render-tile.tsx'
import { startWords } from '../../words/words.ts'
import { Article } from './article.tsx'
import { Articles } from './articles.tsx'

const day = { es: '15 de marzo de 2023', iso: '2023-03-15' } as const
const told = {
  name: 'A',
  citation: 'AR 1',
  law: 'Corte',
  article: '1',
  asOf: day.iso,
  es: null,
  en: '',
  saysInSpanish: null,
  source: null,
}

test.each([
  ['LAW', `Texto vigente al ${day.es}.`],
  ['COURT', `Sentencia del ${day.es}.`],
  ['PROTOCOL', 'De 2023.'],
  ['POLICY', `Criterio del ${day.es}.`],
] as const)('%s is dated as what it is: only a statute is a text in force', async (kind, dated) => {
  await renderTile(<Articles articles={[{ ...told, kind }]} />, 'never')

  expect(within(screen.getByRole('listitem')).getByText(dated)).toBeVisible()
})

test.each([
  [NO_DETENTION_OF_CHILDREN, 'Ley de Migración, art. 99 ¶3'],
  [NOBODY_HELD_OVER_36_HOURS, 'Suprema Corte de Justicia de la Nación, Primera Sala, AR 388/2022'],
] as const)('given the citation of %o is opened, what it is cited from is named whole', async (basis, name) => {
  await renderTile(<Article basis={basis} />, 'never')

  expect(screen.getByText(name)).toBeInTheDocument()
})

test.each([
  ['es', 'Nadie queda retenido por motivos migratorios más de 36 horas.'],
  ['en', 'Nobody is held for migration reasons for more than 36 hours.'],
] as const)('given what has no words of its own, it is told in %s what it orders', async (language, words) => {
  await startWords(language)
  onTestFinished(() => startWords('es'))
  const { quote, says, ...basis } = NOBODY_HELD_OVER_36_HOURS
  const tile = (
    <>
      <Articles articles={[{ ...told, ...basis, es: quote, en: says }]} />
      <Article basis={NOBODY_HELD_OVER_36_HOURS} />
    </>
  )
  await renderTile(tile, 'never')

  expect(screen.getAllByText(words, { exact: false })).toHaveLength(2)
})
