/** No timing before all variants give the same figures: a difference ends the run. */
import { deepStrictEqual } from 'node:assert'
import { type BoardAnswer, rowOf } from './board.ts'
import { answerOfVariant, type Variant } from './variants.ts'

export async function requireEqualAnswers(variants: readonly Variant[]): Promise<void> {
  const answers = await Promise.all(
    variants.map(async (variant) => ({
      name: variant.name,
      rows: figuresIn(JSON.parse((await answerOfVariant(variant)).toString())),
    })),
  )
  const [first, ...others] = answers
  for (const { name, rows } of others) {
    deepStrictEqual(rows, first?.rows, `${name} gives other figures than ${first?.name}.`)
  }
}

/** Hours grow while we ask: two answers a minute apart may differ by one. */
export function figuresIn({ data }: BoardAnswer) {
  const rows = [...data.states, data.nation].map(rowOf)
  if (rows.length !== 33) throw new Error(`${rows.length} rows instead of 33.`)
  return rows.map(({ longest, ...figures }) => ({ ...figures, isAnybodyHeld: longest !== null }))
}
