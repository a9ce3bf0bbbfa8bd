/**
 * Heads of another registry in the folder. A folder is of one (gateway/OPERATING.md): where the database says that it is another, or none, all
 * that these heads attest may have been taken out of it, with the id on which its chains stood.
 */
import { existsSync, readdirSync } from 'node:fs'
import { headsIn } from './heads.ts'

export interface OtherRegistry {
  registry: string
  /** When the last of its heads was signed. */
  until: string
  /** How many links these heads attest, of all services. */
  links: number
}

/** Those of which the folder holds heads that a key of it signed; `registry` is the one of the database, null where that tells of none. */
export function otherRegistriesIn(folder: string, registry: string | null): OtherRegistry[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
  return names.filter((name) => name !== registry).flatMap((name) => attestedIn(folder, name))
}

function attestedIn(folder: string, name: string): OtherRegistry[] {
  // What was signed for one registry is no head of another, whatever folder it was put into.
  const heads = headsIn(folder, name).filter((head) => head.isSigned && head.registry === name)
  const last = heads
    .map(({ at }) => at)
    .sort()
    .at(-1)
  if (last === undefined) return []
  const highest = new Map<string, number>()
  for (const { service, seq } of heads) highest.set(service, Math.max(seq, highest.get(service) ?? 0))
  return [{ registry: name, until: last, links: [...highest.values()].reduce((sum, seq) => sum + seq, 0) }]
}
