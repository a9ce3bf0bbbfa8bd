/** Who sees what: the board for those who may read it; for all others the way in, or a word on where else to look. One page is for everybody. */
import { useLocation } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { mayManageWebhooks, mayReadBoard, type Session, useSession } from '../api/session.ts'
import { SightContext } from '../api/sight.ts'
import { Stage } from '../ui/stage.tsx'
import { NoBoard } from './no-board.tsx'
import { PlainMasthead } from './plain-masthead.tsx'

const SignInPage = lazy(() => import('../pages/sign-in-page.tsx').then((page) => ({ default: page.SignInPage })))
const PartnersPage = lazy(() => import('../pages/partners-page.tsx').then((page) => ({ default: page.PartnersPage })))
const AccountPage = lazy(() => import('../pages/account-page.tsx').then((page) => ({ default: page.AccountPage })))

const NoticesPage = lazy(() => import('../pages/notices-page.tsx').then((page) => ({ default: page.NoticesPage })))

/** `children` is the board, which asks for figures as soon as it is drawn. */
export function Gate({ children }: { children: ReactNode }) {
  const session = useSession()
  const { pathname } = useLocation()
  if (session.state === 'asking') return null
  const isOut = session.state === 'out' || pathname === '/entrar'
  if (pathname === '/partners') return <Plain session={session} page={<PartnersPage />} />
  if (isOut) return <Plain session={session} page={<SignInPage session={session} />} />
  if (mayReadBoard(session.person)) return <SightContext value={session.person.states}>{children}</SightContext>
  const isOnNotices = pathname === '/avisos' && mayManageWebhooks(session.person)
  if (isOnNotices) return <Plain session={session} page={<NoticesPage />} />
  const page = pathname === '/cuenta' ? <AccountPage /> : <NoBoard person={session.person} />
  return <Plain session={session} page={page} />
}

/** A page without a figure of the board. What was opened on it goes with it, and with the session. */
function Plain({ session, page }: { session: Session; page: ReactNode }) {
  const { pathname } = useLocation()
  return (
    <>
      <PlainMasthead person={session.state === 'in' ? session.person : null} />
      <main id="contenido" tabIndex={-1}>
        <Suspense fallback={null}>{page}</Suspense>
        {session.state === 'in' && <Stage key={pathname} />}
      </main>
    </>
  )
}
