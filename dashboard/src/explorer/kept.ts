/**
 * What the explorer keeps of its reader: the tabs, and the history of what was asked. GraphiQL by itself would leave it in the browser for
 * whoever comes next, with the folios and numbers of children that were asked for; here it is sealed for the same person.
 */
import type { Storage } from '@graphiql/toolkit'
import { seal, unseal } from '../api/sealed.ts'

/** With a mark of whose it is: what one person keeps takes nothing from another. */
const KEPT = 'vigia-explorer'
/** As GraphiQL itself names what it leaves. */
const UNSEALED = 'graphiql:'

export type Kept = Storage & {
  /** Resolves once what was given so far is in the browser. */
  settled: () => Promise<void>
}

/** As the same person left it. Where the browser seals or keeps nothing, it lasts as long as the page. */
export async function keptFor(draftKey: string): Promise<Kept> {
  dropUnsealed()
  const slot = await slotOf(draftKey).catch(() => KEPT)
  const items = new Map(await read(slot, draftKey))
  let writing = Promise.resolve()
  let isWaiting = false
  const changed = () => {
    // What changes while one writing waits goes with it.
    if (isWaiting) return
    isWaiting = true
    writing = writing.then(() => {
      isWaiting = false
      return write(slot, draftKey, [...items])
    })
  }
  return {
    get length() {
      return items.size
    },
    getItem: (name) => items.get(name) ?? null,
    setItem(name, value) {
      items.set(name, value)
      changed()
    },
    removeItem: (name) => items.delete(name) && changed(),
    clear() {
      items.clear()
      changed()
    },
    settled: () => writing,
  }
}

type Items = [name: string, value: string][]

/** Which key it is sealed with, told by what does not tell the key. */
async function slotOf(draftKey: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${KEPT} ${draftKey}`))
  return `${KEPT}-${Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

async function read(slot: string, draftKey: string): Promise<Items> {
  try {
    const kept = localStorage.getItem(slot)
    return kept === null ? [] : JSON.parse(await unseal(JSON.parse(kept), slot, draftKey))
  } catch {
    return []
  }
}

async function write(slot: string, draftKey: string, items: Items): Promise<void> {
  try {
    localStorage.setItem(slot, JSON.stringify(await seal(JSON.stringify(items), slot, draftKey)))
  } catch {}
}

/** What an earlier explorer left, whoever asked. */
function dropUnsealed(): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(UNSEALED)) localStorage.removeItem(name)
  } catch {}
}
