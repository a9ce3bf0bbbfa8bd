// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { use, useState } from 'react'
import { expect, test } from 'vitest'
import { ScopeContext } from '../api/scope.ts'
import { AS_OF, renderTile } from '../testing/render-tile.tsx'
import { HeadlineFigure, type HeadlineFigureProps } from './headline-figure.tsx'

const FIGURE: Omit<HeadlineFigureProps, 'value'> = {
  id: 'returns',
  name: 'Retornos',
  base: 'ahora',
  change: null,
  parts: '',
  verdict: { severity: null, what: '', since: null },
  trend: null,
  children: null,
  law: 'LGDNNA',
  source: 'INM',
  asOf: AS_OF,
}

function Narrowed() {
  const scope = use(ScopeContext)
  const [isNarrowed, setNarrowed] = useState(false)
  const [value, setValue] = useState('1')
  return (
    <ScopeContext value={scope && { ...scope, filter: isNarrowed ? { nationality: ['HND'] } : null }}>
      <button type="button" onClick={() => setNarrowed(true)}>
        narrow
      </button>
      <button type="button" onClick={() => setValue('7')}>
        change
      </button>
      <HeadlineFigure {...FIGURE} value={isNarrowed && value === '1' ? '1–4' : value} />
    </ScopeContext>
  )
}

test('given the reader narrows a figure, few that are written otherwise for it are no change; what changes then is', async () => {
  await renderTile(<Narrowed />, 'never')
  fireEvent.click(screen.getByText('narrow'))
  expect((await screen.findByText('1–4')).dataset['changed']).toBeUndefined()

  fireEvent.click(screen.getByText('change'))
  // Its definition may come a moment later, and until then nothing is drawn anew.
  expect((await screen.findByText('7')).dataset['changed']).toBe('true')
})

test('the figure, how it changed and what it is made of are heard apart', async () => {
  const verdict = { severity: 'critical', what: '12 rebasan las 36 horas', since: 'desde el 12 nov' } as const
  await renderTile(
    <HeadlineFigure {...FIGURE} value="29" change="+29 en 4 semanas" parts="12 en centros" verdict={verdict} />,
    'never',
  )

  expect(screen.getByText('29').parentElement).toHaveTextContent('29, +29 en 4 semanas')
  expect(screen.getByText('12 en centros').parentElement).toHaveTextContent('desde el 12 nov, 12 en centros')
})
