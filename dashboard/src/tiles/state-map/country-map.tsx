/** The map to scale: the country, the land around it, and the centre drawn larger. Loaded late, with its geometry. */
import { InsetFrame, LandAround } from './map-ground.tsx'
import { MapLabels } from './map-labels.tsx'
import { country } from './projection.ts'
import { StateMap, type StateMapProps } from './state-map.tsx'

export function CountryMap(props: StateMapProps) {
  return (
    <StateMap
      {...props}
      layout={country}
      ground={<LandAround />}
      insetGround={<InsetFrame />}
      labels={<MapLabels {...props} />}
    />
  )
}
