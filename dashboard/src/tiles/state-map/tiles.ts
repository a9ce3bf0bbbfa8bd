/**
 * The 32 states as tiles of one size, each about where it lies. On a phone the country to scale is 220 px high: its centre
 * could be neither read nor touched. Here every state has room for its name, its value and a finger.
 */
import type { MapLayout, Shape } from './shape.ts'

/** By INEGI's codes; neighbours on the ground are neighbours here wherever that can be. */
const ROWS = [
  '02 26 08 05 19 28 -- --',
  '03 25 10 32 24 -- -- --',
  '-- 18 01 11 22 13 -- 31',
  '-- 14 16 15 09 29 04 23',
  '-- 06 -- 17 21 30 27 --',
  '-- -- -- 12 20 07 -- --',
].map((row) => row.split(' '))

const TILE_WIDTH = 41
/** What a finger needs. */
const TILE_HEIGHT = 44
const NONE = '--'

const shapes: readonly Shape[] = ROWS.flatMap((codes, row) =>
  codes.flatMap((code, column) => (code === NONE ? [] : [tileAt(code, column * TILE_WIDTH, row * TILE_HEIGHT)])),
)

export const tiles: MapLayout = {
  id: 'tiles',
  width: TILE_WIDTH * (ROWS[0]?.length ?? 0),
  height: TILE_HEIGHT * ROWS.length,
  shapes,
}

function tileAt(code: string, x: number, y: number): Shape {
  const path = `M${x} ${y}h${TILE_WIDTH}v${TILE_HEIGHT}h${-TILE_WIDTH}Z`
  return { code, path, centre: [x + TILE_WIDTH / 2, y + TILE_HEIGHT / 2], insetPath: null }
}
