/** A state as it is drawn, and the map that it is drawn on: the country to scale, or tiles of one size. */

export type Shape = {
  code: string
  path: string
  centre: readonly [x: number, y: number]
  /** Where a state is too small in the country, it is drawn again in an inset. */
  insetPath: string | null
}

export type MapLayout = { id: 'country' | 'tiles'; width: number; height: number; shapes: readonly Shape[] }
