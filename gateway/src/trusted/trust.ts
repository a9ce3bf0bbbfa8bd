/**
 * Which documents are executed: in production those of the dashboard and those that the operator has looked at, and of whoever may
 * put questions of his own, any. What the dashboard asks is written by `npm run generate`.
 */
import { readFileSync } from 'node:fs'
import type { Actor } from '@vigia/kit/actor'
import { MATRIX } from '@vigia/law/access-matrix'
import { type DocumentNode, parse } from 'graphql'
import { Refused } from '../request/refused.ts'
import { CannotStart } from '../start/cannot-start.ts'
import { documentIdOf } from './canonical.ts'

export interface Trust {
  /** The text of a document by its id. Throws DOCUMENT_NOT_TRUSTED for one that is not kept. */
  textOf: (id: string) => string
  allows: (document: DocumentNode, actor: Actor) => boolean
  /** Throws DOCUMENT_NOT_TRUSTED. */
  require: (document: DocumentNode, actor: Actor) => void
}

export interface TrustParts {
  /** Texts of documents. */
  documents: readonly string[]
  /** Whether others are refused. */
  isClosed: boolean
}

export function trustIn({ documents, isClosed }: TrustParts): Trust {
  let byId: ReadonlyMap<string, string> | undefined
  const texts = () => {
    byId ??= new Map(documents.map((text) => [documentIdOf(parse(text)), text]))
    return byId
  }
  // Where any document is answered they wait for the first that is asked by its id: to read them all takes as long as a question.
  if (isClosed) texts()
  const ids = new WeakMap<DocumentNode, string>()
  const isKept = (document: DocumentNode) => {
    const id = ids.get(document) ?? documentIdOf(document)
    ids.set(document, id)
    return texts().has(id)
  }
  const allows: Trust['allows'] = (document, { role }) => {
    const acts: readonly string[] = MATRIX[role].writes
    return !isClosed || acts.includes('graphql:adhoc') || isKept(document)
  }
  return {
    textOf(id) {
      const text = texts().get(id.startsWith('sha256:') ? id : `sha256:${id}`)
      if (text === undefined) throw new Refused(400, 'DOCUMENT_NOT_TRUSTED', 'No document is kept under this id.')
      return text
    },
    allows,
    require(document, actor) {
      if (allows(document, actor)) return
      throw new Refused(
        400,
        'DOCUMENT_NOT_TRUSTED',
        'Here only documents are answered that are known: those of the dashboard, and those that whoever runs the registry has entered.',
      )
    },
  }
}

const OF_THE_DASHBOARD = new URL('../../trusted-documents.json', import.meta.url)

/** Those of the dashboard, and those of a file of the operator: a JSON list of texts. Throws CannotStart. */
export function documentsKept(file: string | null): string[] {
  const own = JSON.parse(readFileSync(OF_THE_DASHBOARD, 'utf8')) as string[] // As write-documents.ts wrote it.
  return file === null ? own : [...own, ...documentsIn(file)]
}

function documentsIn(file: string): string[] {
  try {
    const texts: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (!Array.isArray(texts)) throw new Error('not a list')
    return texts.map((text) => {
      parse(String(text))
      return String(text)
    })
  } catch (cause) {
    throw new CannotStart('TRUSTED_DOCUMENTS must name a file with a JSON list of GraphQL documents.', { cause })
  }
}
