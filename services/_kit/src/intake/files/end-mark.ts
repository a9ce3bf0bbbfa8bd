/** The mark with which a text of DOS ends. */

/** It stands behind the last letter; dBase still writes it. */
const END_MARK = 26

/** What a file holds but for that: taken for a row, it would look like half of one. */
export async function* withoutEndMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let last: Buffer | null = null
  for await (const chunk of chunks) {
    if (last) yield last
    last = chunk
  }
  if (last) yield last.at(-1) === END_MARK ? last.subarray(0, -1) : last
}
