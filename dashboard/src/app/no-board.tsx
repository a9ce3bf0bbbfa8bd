/** In the place of the board, for an office that may not read it: what it may do instead. INM finds its gates there. */
import { lazy } from 'react'
import { mayExport, type Person } from '../api/session.ts'
import { useTitle } from '../ui/use-title.ts'
import { useWords } from '../words/words.ts'

const GatesTile = lazy(() => import('../tiles/gates/gates-tile.tsx').then((tile) => ({ default: tile.GatesTile })))

export function NoBoard({ person }: { person: Person }) {
  const { t } = useWords()
  useTitle(t('session.noBoard'))
  return (
    <div className="failure">
      <h1>{t('session.noBoard')}</h1>
      <p>
        {t('session.noBoardNote')} {mayExport(person) && t('session.noBoardExports')}
      </p>
      <p>
        <a href="/cuenta">{t('session.account')}</a> · <a href="/partners">{t('frame.footer.partners')}</a>
        {person.hasExplorer && (
          <>
            {' · '}
            <a href="/graphql">{t('frame.footer.explorer')}</a>
          </>
        )}
      </p>
      {person.scopes.includes('gate:read') && <GatesTile />}
    </div>
  )
}
