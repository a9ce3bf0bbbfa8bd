/** `boardChanged`: tells that the figures changed, the newest version alone, however many came while somebody was slow. */
import { executeSync, type GraphQLSchema } from 'graphql'
import type { Admitted } from '../graph/admission.ts'
import type { BoardVersion, VersionSource } from '../request/board-versions.ts'
import { Bundle } from './bundle.ts'
import type { Outlet } from './outlet.ts'
import { Told } from './told.ts'

export interface BoardStreamParts {
  schema: GraphQLSchema
  versions: VersionSource
  isSynthetic: () => boolean
}

/** Those who asked for the same in the same words: each version is written once for all of them. */
interface Group {
  outlets: Set<Outlet>
  told: (version: BoardVersion) => Bundle
  stop: () => void
}

export class BoardStream {
  readonly #parts: BoardStreamParts
  readonly #groups = new Map<string, Group>()

  constructor(parts: BoardStreamParts) {
    this.#parts = parts
  }

  /** Begins with the version of now, so that one who comes back after a break learns what he missed. Gives how to stop it. */
  follow(admitted: Admitted, outlet: Outlet): () => void {
    const { query, operationName, variables } = admitted
    const key = JSON.stringify([query, operationName, variables])
    const group = this.#groups.get(key) ?? this.#groupFor(admitted)
    this.#groups.set(key, group)
    group.outlets.add(outlet)
    const version = this.#parts.versions.current()
    if (version) outlet.giveNewest(group.told(version))
    return () => {
      outlet.close()
      group.outlets.delete(outlet)
      if (group.outlets.size > 0 || this.#groups.get(key) !== group) return
      group.stop()
      this.#groups.delete(key)
    }
  }

  #groupFor({ document, operationName, variables }: Admitted): Group {
    const { schema, versions, isSynthetic } = this.#parts
    const outlets = new Set<Outlet>()
    const told = (boardChanged: BoardVersion) => {
      const asked = { schema, document, operationName, variableValues: variables, rootValue: { boardChanged } }
      return new Bundle([new Told(0, executeSync(asked), isSynthetic())])
    }
    const stop = versions.onChange((version) => {
      const bundle = told(version)
      for (const outlet of outlets) outlet.giveNewest(bundle)
    })
    return { outlets, told, stop }
  }
}
