/** Name, places to go, when the figures were true, and who is looking. */
import { addressOf } from '../api/address.ts'
import { useSearch } from '../api/search.ts'
import { mayReadAlerts, mayReadDuties, useSession } from '../api/session.ts'
import { AlertTally } from '../tiles/alert-tally/alert-tally.tsx'
import { FreshnessTile } from '../tiles/freshness/freshness-tile.tsx'
import { isStateCode } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { LanguageSwitch, ThemeSwitch } from './switches.tsx'
import { Who } from './who.tsx'

const PLACES = ['panorama', 'estado', 'alertas', 'informe'] as const
/** Where "Entidad" leads when none is chosen and the reader oversees none: where most children are detected. */
const FIRST_STATE = '07'

export function Masthead({ path }: { path: string }) {
  const { t } = useWords()
  const { search } = useSearch()
  const session = useSession()
  const person = session.state === 'in' ? session.person : null
  const oversees = person !== null && mayReadAlerts(person)
  const seesAlerts = oversees || (person !== null && mayReadDuties(person))
  const here = path.split('/').at(-1) ?? ''
  const state = isStateCode(here) ? here : (search.entidad ?? person?.states?.[0] ?? FIRST_STATE)
  const addresses = { panorama: '/panorama', estado: `/estado/${state}`, alertas: '/alertas', informe: '/informe' }
  return (
    <header className="masthead">
      <a className="wordmark" href={addressOf('/panorama', search)}>
        {t('frame.product')}
      </a>
      <nav aria-label={t('frame.nav.label')}>
        {PLACES.filter((place) => place !== 'alertas' || seesAlerts).map((place) => (
          <a
            key={place}
            href={addressOf(addresses[place], search)}
            aria-current={path.startsWith(`/${place}`) ? 'page' : undefined}
          >
            {t(`frame.nav.${place}`)}
            {place === 'alertas' && oversees && <AlertTally />}
          </a>
        ))}
      </nav>
      <FreshnessTile />
      <span className="masthead-end">
        <span className="switches">
          <LanguageSwitch /> {path !== '/informe' && <ThemeSwitch />}
        </span>
        {person && <Who person={person} />}
      </span>
    </header>
  )
}
