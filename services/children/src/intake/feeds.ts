/** The files that the children service takes in, what is referred to before what refers to it. */
import type { Feed } from '@vigia/kit/intake/feed'
import { feed as asylumClaims } from './asylum-claims.ts'
import { feed as detections } from './detections.ts'
import { feed as migrationDocuments } from './migration-documents.ts'

export const FEEDS: readonly Feed[] = [detections, migrationDocuments, asylumClaims]
