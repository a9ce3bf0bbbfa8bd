/** Writes gateway/trusted-documents.json. Only what differs is written. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { knownDocuments } from './known-documents.ts'

const ROOT = path.join(import.meta.dirname, '../../..')
const FILE = path.join(ROOT, 'gateway/trusted-documents.json')

const text = `${JSON.stringify(knownDocuments(ROOT), null, 2)}\n`
if (readFileSync(FILE, { encoding: 'utf8', flag: 'a+' }) !== text) writeFileSync(FILE, text)
