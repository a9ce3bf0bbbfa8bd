/** From the topology to paths: the country, the land around it, and the centre drawn larger. */
import { type GeoPermissibleObjects, geoConicConformal, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import topologyFile from './mexico-states.topojson?raw'
import type { MapLayout, Shape } from './shape.ts'

/** With room beside the peninsula for the longest label, "Q. Roo 98,765". */
const WIDTH = 748
const HEIGHT = 486
/** Where the inset stands: the Pacific, west of Jalisco. */
export const INSET = { x: 1, y: 303, width: 252, height: 182 }

/** Drawn larger in the inset. */
const CENTRE: ReadonlySet<string> = new Set(['09', '13', '15', '17', '21', '22', '29'])

// The file is made by the geometry's own build, which checks that both objects are there.
const topology: Topology<{ states: GeometryCollection<{ name: string }>; land: GeometryCollection }> =
  JSON.parse(topologyFile)
const states = feature(topology, topology.objects.states)
const land: GeoPermissibleObjects = feature(topology, topology.objects.land)

/** INEGI's Lambert cone. */
const cone = () => geoConicConformal().parallels([17.5, 29.5]).rotate([102, 0])
const centreStates = { ...states, features: states.features.filter(({ id }) => CENTRE.has(String(id))) }
const onGround = cone().fitExtent(
  [
    [58, 12],
    [654, 400],
  ],
  states,
)
const closeUp = cone().fitExtent(
  [
    [INSET.x + 80, INSET.y + 24],
    [INSET.x + INSET.width - 48, INSET.y + INSET.height - 8],
  ],
  centreStates,
)

const draw = geoPath(onGround).digits(1)
const drawCloseUp = geoPath(closeUp).digits(1)
const pair = ([x = 0, y = 0]: readonly number[]) => [x, y] as const

/** No further than the edges of the map, and the stroke beyond them: what is drawn there covers nothing beside it. */
const ground = cone()
  .scale(onGround.scale())
  .translate(onGround.translate())
  .clipExtent([
    [-2, -2],
    [WIDTH + 2, HEIGHT + 2],
  ])

export const landPath = geoPath(ground).digits(1)(land) ?? ''
export const project = (longitude: number, latitude: number) => pair(onGround([longitude, latitude]) ?? [])
export const projectCloseUp = (longitude: number, latitude: number) => pair(closeUp([longitude, latitude]) ?? [])

export const shapes: readonly Shape[] = states.features.map((state) => ({
  code: String(state.id),
  path: draw(state) ?? '',
  centre: pair(draw.centroid(state)),
  insetPath: CENTRE.has(String(state.id)) ? drawCloseUp(state) : null,
}))

export const country: MapLayout = { id: 'country', width: WIDTH, height: HEIGHT, shapes }

/** The part of the country that the inset enlarges. */
export const insetSource = draw.bounds(centreStates)
