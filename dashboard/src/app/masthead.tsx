/** Name, places to go, and when the figures were true. */
import { addressOf } from '../api/address.ts'
import { useSearch } from '../api/search.ts'
import { FreshnessTile } from '../tiles/freshness/freshness-tile.tsx'
import { isStateCode } from '../words/states.ts'
import { useWords } from '../words/words.ts'
import { LanguageSwitch, ThemeSwitch } from './switches.tsx'

const PLACES = ['panorama', 'estado', 'informe'] as const
/** Where "Entidad" leads when none is chosen: where most children are detected. */
const FIRST_STATE = '07'

export function Masthead({ path }: { path: string }) {
  const { t } = useWords()
  const { search } = useSearch()
  const here = path.split('/').at(-1) ?? ''
  const state = isStateCode(here) ? here : (search.entidad ?? FIRST_STATE)
  const addresses = { panorama: '/panorama', estado: `/estado/${state}`, informe: '/informe' }
  return (
    <header className="masthead">
      <a className="wordmark" href={addressOf('/panorama', search)}>
        {t('frame.product')}
      </a>
      <nav aria-label={t('frame.nav.label')}>
        {PLACES.map((place) => (
          <a
            key={place}
            href={addressOf(addresses[place], search)}
            aria-current={path.startsWith(`/${place}`) ? 'page' : undefined}
          >
            {t(`frame.nav.${place}`)}
          </a>
        ))}
      </nav>
      <FreshnessTile />
      <span className="switches">
        <LanguageSwitch /> {path !== '/informe' && <ThemeSwitch />}
      </span>
    </header>
  )
}
