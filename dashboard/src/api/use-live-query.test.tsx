// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest'
import { act, cleanup, render, screen } from '@testing-library/react'
import { CombinedError, gql, type Operation, type OperationResult, Provider } from 'urql'
import { afterEach, expect, test } from 'vitest'
import { make } from 'wonka'
import { useLiveQuery } from './use-live-query.ts'

afterEach(cleanup)

const QUERY = gql`
  query Held {
    held
  }
`

function Probe({ variables = {} }: { variables?: object }) {
  const { data, question, failure, isLoading } = useLiveQuery<{ held: number | null }, object>({
    query: QUERY,
    variables,
  })
  return <p title={String(question)}>{JSON.stringify({ data, services: failure?.services, isLoading })}</p>
}

/** A client whose answers end when the test says so, as they do when a query is asked again. */
function renderWith(answer: { data?: unknown; error?: CombinedError }): () => void {
  let end = () => {}
  const executeQuery = (operation: Operation) =>
    make<OperationResult>(({ next, complete }) => {
      end = complete
      setTimeout(() => next({ operation, data: undefined, stale: false, hasNext: false, ...answer }))
      return () => {}
    })
  render(
    // A stand-in for the client: of it, the hook uses this one method.
    <Provider value={{ executeQuery } as never}>
      <Probe />
    </Provider>,
  )
  return () => act(end)
}

test('given a service did not answer, that is still known when the asking has ended', async () => {
  const error = new CombinedError({ graphQLErrors: [{ message: 'down', extensions: { service: 'placements' } }] })
  const end = renderWith({ data: { held: null }, error })
  await screen.findByText(/"services":\["placements"\]/)

  end()

  expect(screen.getByText(/"held":null/)).toHaveTextContent('"services":["placements"]')
})

const refused = (path: string[]) => ({ message: 'refused', path, extensions: { code: 'FORBIDDEN' } })

test('given what others are competent for was refused, and the answer says whose it is, nothing failed', async () => {
  const graphQLErrors = [refused(['alert', 'facility'])]
  renderWith({
    data: { held: 1, alert: { facility: null, competence: {} } },
    error: new CombinedError({ graphQLErrors }),
  })

  expect(await screen.findByText(/"held":1/)).not.toHaveTextContent('services')
})

test.each([
  ['the answer does not say whose it is', [refused(['alert', 'facility'])], { facility: null, competence: null }],
  [
    'somebody else did not answer',
    [refused(['alert', 'facility']), { message: 'down', path: ['held'], extensions: { service: 'placements' } }],
    { facility: null, competence: {} },
  ],
])('given a refusal, and %s, it is a failure', async (_why, graphQLErrors, alert) => {
  renderWith({ data: { held: 1, alert }, error: new CombinedError({ graphQLErrors }) })

  expect(await screen.findByText(/"held":1/)).toHaveTextContent('services')
})

test('given everybody answered, a null is no failure', async () => {
  renderWith({ data: { held: null } })

  expect(await screen.findByText(/"held":null/)).not.toHaveTextContent('services')
})

test('given another question, what is shown still answers the one before until its answer is there', async () => {
  const answers: (() => void)[] = []
  const executeQuery = (operation: Operation) =>
    make<OperationResult>(({ next }) => {
      const data = { held: Object.keys(operation.variables ?? {}).length }
      answers.push(() => next({ operation, data, stale: false, hasNext: false }))
      return () => {}
    })
  const page = (variables: object) => (
    <Provider value={{ executeQuery } as never}>
      <Probe variables={variables} />
    </Provider>
  )
  const { rerender } = render(page({}))
  act(() => answers.at(-1)?.())
  const before = screen.getByText(/"held":0/).title

  rerender(page({ age: 'FROM_0_TO_11' }))
  expect(screen.getByText(/"held":0/).title).toBe(before)
  act(() => answers.at(-1)?.())
  expect(screen.getByText(/"held":1/).title).not.toBe(before)
})
