/** Looks for words in bytes, however they may have been written: as text, in hexadecimal, in base64. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openPool } from '@vigia/db/open'

/** Each as it may stand in a file. In base64 a word begins at the first, second or third of three bytes. */
function writings(word: string): Buffer[] {
  const bytes = Buffer.from(word)
  const hex = bytes.toString('hex')
  const base64 = [0, 1, 2].map((before) => {
    const shifted = Buffer.concat([Buffer.alloc(before), bytes])
    const whole = shifted.subarray(0, shifted.length - (shifted.length % 3)).toString('base64')
    return whole.slice(Math.ceil((before * 4) / 3))
  })
  return [word, hex, hex.toUpperCase(), bytes.toString('utf16le'), ...base64].map((text) => Buffer.from(text))
}

/** Which of the words the bytes hold in any writing. */
export function wordsIn(bytes: Buffer, words: readonly string[]): string[] {
  return words.filter((word) => writings(word).some((writing) => bytes.includes(writing)))
}

/** The same of every file under a folder: `file: word`. */
export function wordsUnder(folder: string, words: readonly string[]): string[] {
  const found: string[] = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    for (const word of wordsIn(bytesOf(file), words)) found.push(`${path.relative(folder, file)}: ${word}`)
  }
  return found
}

/** A running server takes files away: what is gone tells nothing any more. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return Buffer.alloc(0)
  }
}

/** Every row of every table, as a dump holds it: `schema.table` and its rows as text. */
export async function dumpOf(url: string): Promise<Map<string, string>> {
  const pool = openPool(url, 1)
  try {
    const { rows: tables } = await pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname <> 'information_schema' order by 1`,
    )
    const dump = new Map<string, string>()
    for (const { name } of tables) {
      const { rows } = await pool.query<{ text: string | null }>(
        `select string_agg(t::text, E'\\n') as text from ${name} t`,
      )
      dump.set(name, rows[0]?.text ?? '')
    }
    return dump
  } finally {
    await pool.end()
  }
}
