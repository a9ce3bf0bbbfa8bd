/** Everything that the pages stand in: the graph, the look, the registry, the routes. */
import { RouterProvider } from '@tanstack/react-router'
import { type Client, Provider } from 'urql'
import { openRouter } from './routes.tsx'

const router = openRouter()

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>
  }
}

export function App({ client }: { client: Client }) {
  return (
    <Provider value={client}>
      <RouterProvider router={router} />
    </Provider>
  )
}
