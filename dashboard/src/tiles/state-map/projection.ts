/** From the topology to paths: the country, the land around it, and the centre drawn larger. */
import { type GeoPermissibleObjects, geoConicConformal, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import topologyFile from './mexico-states.topojson?raw'

export const WIDTH = 720
export const HEIGHT = 486
/** Where the inset stands: the Pacific, west of Jalisco. */
export const INSET = { x: 1, y: 303, width: 232, height: 182 }

/** Drawn larger in the inset. */
const CENTRE: ReadonlySet<string> = new Set(['09', '13', '15', '17', '21', '22', '29'])

export type Shape = { code: string; path: string; centre: readonly [number, number]; insetPath: string | null }

// The file is made by the geometry's own build, which checks that both objects are there.
const topology: Topology<{ states: GeometryCollection<{ name: string }>; land: GeometryCollection }> =
  JSON.parse(topologyFile)
const states = feature(topology, topology.objects.states)
const land: GeoPermissibleObjects = feature(topology, topology.objects.land)

/** INEGI's Lambert cone. */
const cone = () => geoConicConformal().parallels([17.5, 29.5]).rotate([102, 0])
const centreStates = { ...states, features: states.features.filter(({ id }) => CENTRE.has(String(id))) }
const country = cone().fitExtent(
  [
    [58, 12],
    [WIDTH - 66, 400],
  ],
  states,
)
const closeUp = cone().fitExtent(
  [
    [INSET.x + 50, INSET.y + 24],
    [INSET.x + INSET.width - 40, INSET.y + INSET.height - 8],
  ],
  centreStates,
)

const draw = geoPath(country).digits(1)
const drawCloseUp = geoPath(closeUp).digits(1)
const pair = ([x = 0, y = 0]: readonly number[]) => [x, y] as const

export const landPath = draw(land) ?? ''
export const project = (longitude: number, latitude: number) => pair(country([longitude, latitude]) ?? [])
export const projectCloseUp = (longitude: number, latitude: number) => pair(closeUp([longitude, latitude]) ?? [])

export const shapes: readonly Shape[] = states.features.map((state) => ({
  code: String(state.id),
  path: draw(state) ?? '',
  centre: pair(draw.centroid(state)),
  insetPath: CENTRE.has(String(state.id)) ? drawCloseUp(state) : null,
}))

/** The part of the country that the inset enlarges. */
export const insetSource = draw.bounds(centreStates)
