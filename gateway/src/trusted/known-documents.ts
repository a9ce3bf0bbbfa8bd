/**
 * What production answers to everybody whose rights allow it: what the dashboard sends, the examples that partners are given, as they stand,
 * and the questions that programs of partners and of INM may ask, who put none of their own.
 */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Kind, parse } from 'graphql'
import { canonicalOf } from './canonical.ts'
import { dashboardDocuments } from './dashboard-documents.ts'

/** In JavaScript, in Python, and in JSON within a shell. */
const ASKED = /query"?\s*[=:]\s*(?:`([^`]+)`|'([^']+)'|"([^"]+)")/g

export function knownDocuments(root: string): string[] {
  return [...new Set([...dashboardDocuments(root), ...ofExamples(root), ...questions(root)])].sort()
}

function ofExamples(root: string): string[] {
  const texts = textsOf(root, 'gateway/examples/*.{sh,mjs,py}').flatMap((text) => [...text.matchAll(ASKED)])
  return texts.map(([, js, python, json]) => canonicalOf(parse(js ?? python ?? json ?? '')))
}

/** An operation by itself is a document: a program sends the one that it asks. */
function questions(root: string): string[] {
  const operations = textsOf(root, 'gateway/questions/*.graphql').flatMap((text) => parse(text).definitions)
  return operations.map((operation) => canonicalOf({ kind: Kind.DOCUMENT, definitions: [operation] }))
}

const textsOf = (root: string, files: string): string[] =>
  globSync(files, { cwd: root }).map((file) => readFileSync(path.join(root, file), 'utf8'))
