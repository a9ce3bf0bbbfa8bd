/** The addresses of the dashboard. The overview comes with the page, the others when they are asked for. */
import { createRootRoute, createRoute, createRouter, type RouterHistory, redirect } from '@tanstack/react-router'
import { addressOf, queryOf, readQuery } from '../api/address.ts'
import { readSearch, type Search } from '../api/filters.ts'
import { homeOf, sessionNow } from '../api/session.ts'
import { OverviewPage } from '../pages/overview-page.tsx'
import { Broken, NotFound } from './fallbacks.tsx'
import { Frame } from './frame.tsx'
import { lazyPage } from './lazy-page.ts'

const root = createRootRoute({
  validateSearch: (raw): Search => readSearch(raw),
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: Broken,
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({ href: addressOf(homeOf(sessionNow()), readSearch(search)), replace: true })
  },
})

const overview = createRoute({ getParentRoute: () => root, path: '/panorama', component: OverviewPage })

const state = createRoute({
  getParentRoute: () => root,
  path: '/estado/$code',
  component: lazyPage(() => import('../pages/state-page.tsx'), 'StatePage'),
})

const report = createRoute({
  getParentRoute: () => root,
  path: '/informe',
  component: lazyPage(() => import('../pages/report-page.tsx'), 'ReportPage'),
})

const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alertas',
  component: lazyPage(() => import('../pages/alerts-page.tsx'), 'AlertsPage'),
})

const alert = createRoute({
  getParentRoute: () => root,
  path: '/alertas/$id',
  component: lazyPage(() => import('../pages/alert-page.tsx'), 'AlertPage'),
})

/** What stands there is drawn in the place of any page: see gate.tsx. */
const signIn = createRoute({ getParentRoute: () => root, path: '/entrar' })
const partners = createRoute({ getParentRoute: () => root, path: '/partners' })

const account = createRoute({
  getParentRoute: () => root,
  path: '/cuenta',
  component: lazyPage(() => import('../pages/account-page.tsx'), 'AccountPage'),
})

const notices = createRoute({
  getParentRoute: () => root,
  path: '/avisos',
  component: lazyPage(() => import('../pages/notices-page.tsx'), 'NoticesPage'),
})

const outbox = createRoute({
  getParentRoute: () => root,
  path: '/bandeja',
  component: lazyPage(() => import('../pages/outbox-page.tsx'), 'OutboxPage'),
})

const system = createRoute({
  getParentRoute: () => root,
  path: '/sistema',
  component: lazyPage(() => import('../pages/system-page.tsx'), 'SystemPage'),
})

const routeTree = root.addChildren([
  home,
  overview,
  state,
  alerts,
  alert,
  report,
  signIn,
  partners,
  account,
  notices,
  outbox,
  system,
])

export const openRouter = (history?: RouterHistory) =>
  createRouter({
    routeTree,
    ...(history && { history }),
    parseSearch: readQuery,
    stringifySearch: (search) => {
      const query = queryOf(search)
      return query ? `?${query}` : ''
    },
    defaultErrorComponent: Broken,
    scrollRestoration: true,
    defaultPreload: false,
  })
