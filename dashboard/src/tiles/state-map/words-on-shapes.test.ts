/** Words of the map on the shapes beneath them, of which axe knows no colour: each can be read, on a light page and on a dark one. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isDark } from './measures.ts'

const files = ['tokens.css', 'own-tokens.css'].map((name) =>
  readFileSync(new URL(`../../ui/styles/${name}`, import.meta.url), 'utf8').split(
    /\[data-mantine-color-scheme=.dark.\]/,
  ),
)
const [light, dark] = [0, 1].map((part) => files.map((parts) => parts[part] ?? '').join('')) as [string, string]

const colourIn = (theme: string, token: string) => new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(theme)?.[1] ?? ''

/** WCAG 2, relative luminance. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrastOf(one: string, other: string): number {
  const [less = 0, more = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b)
  return (more + 0.05) / (less + 0.05)
}

const CLASSES = ['c0', 'c1', 'c2', 'c3', 'c4'] as const
const WORDS: readonly [words: string, ground: string][] = [
  ...CLASSES.map(
    (rank, at) => [isDark(rank) ? 'on-scale-high' : 'on-scale-low', `scale-${at + 1}`] as [string, string],
  ),
  ...['land', 'beyond', 'paper'].map((ground) => ['ink', ground] as [string, string]),
  ['ink-3', 'land'],
]

test.each([
  ['light', light],
  ['dark', dark],
])('on a %s page all words of the map stand out from what they stand on', (_name, theme) => {
  const faint = WORDS.map(([words, ground]) => ({
    ...{ words, ground },
    contrast: contrastOf(colourIn(theme, words), colourIn(theme, ground)),
  })).filter(({ contrast }) => !(contrast >= 4.5))

  expect(faint).toEqual([])
})
