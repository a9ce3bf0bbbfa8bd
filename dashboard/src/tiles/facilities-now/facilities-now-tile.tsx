/** Where the children of a state are now: what the law says of the place, how full it is, how long they are there. */
import { useMemo } from 'react'
import { useScope } from '../../api/scope.ts'
import { useLateSources } from '../../api/sources.tsx'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { Part } from '../../ui/part.tsx'
import { asCell, asColumnHead, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useWords } from '../../words/words.ts'
import { FacilitiesNowDocument, type OccupiedPlaces, occupiedOf } from './facilities-query.ts'
import { FacilityRow } from './facility-row.tsx'
import { withheldPlaces } from './places-withheld.ts'

const HEADS = ['place', 'legalClass', 'children', 'occupancy', 'longest'] as const

export function FacilitiesNowTile() {
  const { t } = useWords()
  const { code, filter } = useScope()
  const asked = useLiveQuery({ query: FacilitiesNowDocument, variables: { code } })
  const state = asked.data?.state
  const title = t('state.facilities.title')
  const [held, caredFor] = [state?.held, state?.caredFor]
  const all = held && caredFor ? [...held.edges, ...caredFor.edges] : []
  // Where a source of stays never told of any, no place on record is no word that there is none.
  const isUntold = useLateSources('facilities', code).some(({ until }) => until === null) && all.length === 0
  return (
    <Part
      id="facilities"
      className="facilities"
      title={title}
      source="INM, DIF"
      asOf={all.find(({ node }) => node.occupancy)?.node.occupancy?.asOf ?? null}
      how="facilities"
      note={filter ? t('filters.notNarrowed') : null}
    >
      {held && caredFor && !isUntold ? (
        <FacilityTable held={occupiedOf(held)} caredFor={occupiedOf(caredFor)} />
      ) : (
        <TileStatus title={title} height="16rem" {...asked} />
      )}
    </Part>
  )
}

type TableProps = { held: OccupiedPlaces; caredFor: OccupiedPlaces }

function FacilityTable({ held, caredFor }: TableProps) {
  const { t } = useWords()
  if (held.places.length + caredFor.places.length === 0) return <p className="none">{t('state.facilities.none')}</p>
  return (
    <table className="list" aria-labelledby="facilities-title" {...asTable}>
      <thead {...asRows}>
        <tr {...asRow}>
          {HEADS.map((id) => (
            <th key={id} scope="col" className={id === 'children' ? 'number' : undefined} {...asColumnHead}>
              {t(`state.facilities.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <FacilityGroup title={t('state.facilities.notAllowed')} occupied={held} />
      <FacilityGroup title={t('state.facilities.allowed')} occupied={caredFor} />
    </table>
  )
}

/** Places the law forbids or does not know come first, with how many children they hold together; where more are than fit, of which. */
function FacilityGroup({ title, occupied: { places, inAll } }: { title: string; occupied: OccupiedPlaces }) {
  const { t } = useWords()
  const { cell, count } = useFormat()
  const beside = useMemo(() => withheldPlaces(places), [places])
  if (places.length === 0) return null
  return (
    <tbody {...asRows}>
      <tr className="group" {...asRow}>
        <th scope="rowgroup" colSpan={2} {...asRowHead}>
          {title}
          {places.length < inAll && (
            <small className="late">{t('state.facilities.shown', { n: count(places.length), of: count(inAll) })}</small>
          )}
        </th>
        <td className="number" {...asCell}>
          <b>{cell(places.reduce((sum, { occupancy }) => sum + occupancy.childrenNow, 0))}</b>
        </td>
        <td colSpan={2} {...asCell} />
      </tr>
      {places.map((each) => (
        <FacilityRow key={each.id} facility={each} isBeside={beside.has(each.id)} />
      ))}
    </tbody>
  )
}
