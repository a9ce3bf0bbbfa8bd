/** Where INM says it channelled people to in one state, and the line of those it does not say. */

import { useFormat } from '../../format/use-format.ts'
import { InSpanish } from '../../ui/in-spanish.tsx'
import { useWords } from '../../words/words.ts'
import type { Place } from './authority-query.ts'

const SHOWN = 10

export function PlacesNamed({ places }: { places: readonly Place[] }) {
  const { t } = useWords()
  const { count, share } = useFormat()
  const all = places.reduce((sum, place) => sum + place.count, 0)
  if (all === 0) return null
  return (
    <table className="list unrecorded">
      <caption>{t('authority.placesTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('authority.place')}</th>
          <th scope="col" className="number">
            {t('authority.people')}
          </th>
          <th scope="col" colSpan={2} className="number">
            {t('authority.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {places
          .toSorted((a, b) => b.count - a.count)
          .slice(0, SHOWN)
          .map((place) => (
            <tr key={place.place}>
              <th scope="row" data-breach={!place.isRecorded || undefined}>
                {place.isRecorded ? (
                  <InSpanish>{place.place}</InSpanish>
                ) : (
                  t('authority.unrecordedPlace', { place: place.place })
                )}
              </th>
              <td className="number">{count(place.count)}</td>
              <td className="bar-cell">
                <i style={{ width: `${(place.count / all) * 100}%` }} />
              </td>
              <td className="number">{share(place.count / all)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
