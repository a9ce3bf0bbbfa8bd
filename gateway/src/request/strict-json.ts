/** Reads JSON as strictly as a registry must: no key twice, no depth without end, no character that a database or a screen cannot hold. */
import { Refused } from './refused.ts'

/** Throws Refused: 400 for what is not JSON, for a repeated key, for too many levels, for NUL and for half a surrogate pair. */
export function readJson(text: string): unknown {
  const value = parsed(text)
  const repeated = repeatedKey(text)
  if (repeated !== null) throw new Refused(400, 'BAD_REQUEST', 'The JSON names one key twice; each key may stand once.')
  refuseBadText(value)
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused(400, 'BAD_REQUEST', 'The body is not JSON.')
  }
}

/** One string, or a backslash pair in it, or a bracket: all that matters in text already known to be JSON. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:]/gs

/** No argument is as deep. Whatever writes JSON calls itself for each level, and of 40,000 it runs out of room. */
const MOST_LEVELS = 64

/**
 * The first key that stands twice in one object. `JSON.parse` keeps the last silently; a proxy may keep the first. Throws Refused where
 * there are too many levels.
 */
function repeatedKey(json: string): string | null {
  const open: (Set<string> | null)[] = []
  let last = ''
  for (const [token] of json.matchAll(TOKENS)) {
    if (open.length > MOST_LEVELS) throw new Refused(400, 'BAD_REQUEST', 'The JSON has too many levels.')
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const keys = open.at(-1)
      const key: string = last.includes('\\') ? JSON.parse(last) : last.slice(1, -1)
      if (keys?.has(key)) return key
      keys?.add(key)
    }
    last = token
  }
  return null
}

/** Refuses NUL, which PostgreSQL cannot store, and half a surrogate pair, which is no character. Keys are looked at too. */
export function refuseBadText(value: unknown): void {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === 'string') refuseBadString(next)
    else if (Array.isArray(next)) waiting.push(...next)
    else if (next !== null && typeof next === 'object') {
      for (const [key, inner] of Object.entries(next)) waiting.push(key, inner)
    }
  }
}

export function refuseBadString(text: string): void {
  if (text.isWellFormed() && !text.includes('\0')) return
  throw new Refused(400, 'BAD_USER_INPUT', 'A text holds a NUL or half a surrogate pair; send plain Unicode text.')
}
