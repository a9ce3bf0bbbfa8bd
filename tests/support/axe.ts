/** What axe finds on a page, and what it leaves open for no reason that is known. */
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Axe itself, half a megabyte: its builder would send it into the page twice whenever something is asked, though it is there. */
const { source }: { source: string } = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core')
const IS_THERE = 'null'

/**
 * A colour that is written alike is the same one: axe reads each anew with a library of colour spaces, of all that it does the dearest. Of
 * what it finds its place is told: it would copy out the words of all that it looks at.
 */
function lookOnce(): void {
  const { axe } = window as unknown as { axe: WithColours }
  axe.configure({ noHtml: true })
  const { prototype } = axe.commons.color.Color
  const read = prototype.parseString
  const known = new Map<string, Colour>()
  prototype.parseString = function (text) {
    const { r, g, b, alpha } = known.get(text) ?? read.call(this, text)
    if (!known.has(text)) known.set(text, { r, g, b, alpha })
    return Object.assign(this, { r, g, b, alpha })
  }
}

interface Colour {
  r: number
  g: number
  b: number
  alpha: number
}

/** Its colours, which stand in its types as anything. */
interface WithColours {
  configure: (asked: { noHtml: boolean }) => void
  commons: { color: { Color: { prototype: Colour & { parseString: (this: Colour, text: string) => Colour } } } }
}

/** What axe is asked for: also what it cannot decide, and the contrast of a figure of one sign, which it would leave open. */
const ASKED = {
  resultTypes: ['violations', 'incomplete'],
  checks: { 'color-contrast': { options: { ignoreLength: true } } },
} as Parameters<AxeBuilder['options']>[0]

const MOST_LOOKS = 5

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>['incomplete']

/** Where axe knows no background, and why it cannot: all else that it leaves open is told like a violation. */
const UNDECIDABLE: Readonly<Record<string, string>> = {
  bgGradient: 'select', // The arrow beside the words is drawn by a gradient.
  bgImage: 'select', // In forced colours the browser draws its own arrow.
  // Words of a map and of a chart stand on shapes, of whose colours axe knows none; words-on-shapes.test.ts does.
  imgNode: 'svg *',
  bgOverlap: 'svg *', // And on the boxes of other shapes.
  // Lines that are longer than their box are scrolled to; those of what stands over a page cover now this of it, now that.
  elmPartiallyObscuring: 'pre > code, dialog *, [popover] *, .live[data-state=off]',
}

/** Of what axe left open what nothing in the list accounts for; null where the page has been drawn anew since, and is to be looked at again. */
async function undecided(page: Page, left: Found): Promise<string[] | null> {
  const found = left.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => {
      const data = any.flatMap((check) => (check.data ? [check.data as { messageKey?: string }] : []))
      return { id, place: target.join(' '), why: data[0]?.messageKey ?? '' }
    }),
  )
  const accounted = await page.evaluate(
    (asked) =>
      asked.map(({ place, of }) => {
        const there = document.querySelector(place)
        return there && of !== undefined && there.matches(of)
      }),
    found.map(({ id, place, why }) => ({ place, of: id === 'color-contrast' ? UNDECIDABLE[why] : undefined })),
  )
  if (accounted.includes(null)) return null
  return found.filter((_, at) => !accounted[at]).map(({ id, place, why }) => `${id} (${why}, not decided): ${place}`)
}

/**
 * Rule and place of each violation, and of what is left open for no reason of the list: empty when there is none. WCAG 2 A to 2.2 AA
 * and best practice, or the rules named alone.
 */
export async function violationsOn(page: Page, rules?: string[]): Promise<string[]> {
  const only = rules && { runOnly: { type: 'rule' as const, values: rules } }
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(source)
    await page.evaluate(lookOnce)
  }
  // The pages have no frames, for which axe would gather every result and send it out and in again: a quarter of the time.
  const axe = new AxeBuilder({ page, axeSource: IS_THERE }).setLegacyMode()
  for (let looks = 1; ; looks += 1) {
    const { violations, incomplete } = await axe.options({ ...ASKED, ...only }).analyze()
    const left = incomplete.length === 0 ? [] : await undecided(page, incomplete)
    const wrong = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    if (left) return [...wrong, ...left]
    if (looks === MOST_LOOKS) return [...wrong, 'The page is drawn anew each time it is looked at.']
  }
}
