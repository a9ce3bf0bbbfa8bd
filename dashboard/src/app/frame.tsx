/** The frame of every page: skip link, masthead, the page, its foot; and the look, which on paper is always light. */
import { MantineProvider } from '@mantine/core'
import { Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { addressOf } from '../api/address.ts'
import { readSearch, unreadIn } from '../api/filters.ts'
import { RegistryProvider } from '../api/registry.tsx'
import { GoContext, SearchContext, type SearchInAddress } from '../api/search.ts'
import { SourcesProvider } from '../api/sources.tsx'
import { useIsSynthetic } from '../api/synthetic.ts'
import { Announcer } from '../ui/announcer.tsx'
import { besidePage } from '../ui/beside-page.ts'
import { Stage } from '../ui/stage.tsx'
import { useFieldFaults } from '../ui/use-field-faults.ts'
import { useIsPrinting } from '../ui/use-media.ts'
import { useWords } from '../words/words.ts'
import { followLinks } from './follow-links.ts'
import { Footer } from './footer.tsx'
import { Gate } from './gate.tsx'
import { Masthead } from './masthead.tsx'
import { theme } from './theme.ts'

export function Frame() {
  const { t } = useWords()
  const { pathname } = useLocation()
  const isPrinting = useIsPrinting()
  const isSynthetic = useIsSynthetic()
  // Each sheet of paper bears its mark by it (print.css).
  useEffect(() => void document.documentElement.toggleAttribute('data-synthetic', isSynthetic), [isSynthetic])
  useFieldFaults()
  const isOnPaper = isPrinting || pathname === '/informe'
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(isOnPaper && { forceColorScheme: 'light' })}
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
    >
      <InAddress>
        <a className="skip" href="#contenido">
          {t('frame.skip')}
        </a>
        <Gate>
          <RegistryProvider>
            <SourcesProvider>
              <Masthead path={pathname} />
              <main id="contenido" tabIndex={-1}>
                <Outlet />
                <Stage key={pathname} />
              </main>
              <Footer isOnPaper={isOnPaper} />
            </SourcesProvider>
          </RegistryProvider>
        </Gate>
        <Announcer />
      </InAddress>
    </MantineProvider>
  )
}

/** Hands the address to the parts of the page, which know no router. */
function InAddress({ children }: { children: React.ReactNode }) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const given = useSearch({ from: '__root__' })
  // The router keeps what its check of the address leaves out.
  const search = useMemo(() => readSearch(given), [given])
  const go = useCallback((href: string) => void navigate({ href }), [navigate])
  const inAddress = useMemo<SearchInAddress>(
    () => ({
      search,
      unread: unreadIn(given),
      narrow: (change) => {
        const narrowed = { ...search, ...change }
        const kept = Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== undefined))
        void navigate({ href: addressOf(pathname, kept), replace: true, resetScroll: false })
      },
    }),
    [search, given, navigate, pathname],
  )
  useEffect(() => followLinks(go), [go])
  useEffect(
    () =>
      besidePage(
        () => import('../ui/keep-focus.ts'),
        ({ keepFocus }) => keepFocus(),
      ),
    [],
  )
  useFocusOnArrival(pathname)
  return (
    <GoContext value={go}>
      <SearchContext value={inAddress}>{children}</SearchContext>
    </GoContext>
  )
}

/** Whoever follows a link to another page starts reading there; whoever chose in a list stays in the list. */
function useFocusOnArrival(pathname: string) {
  const from = useRef(pathname)
  useEffect(() => {
    if (from.current === pathname) return
    from.current = pathname
    if (document.activeElement instanceof HTMLSelectElement) return
    document.getElementById('contenido')?.focus({ preventScroll: true })
  }, [pathname])
}
