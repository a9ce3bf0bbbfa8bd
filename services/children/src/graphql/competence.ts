/** Of the acts that this subgraph tells of: whose they are, where the asker oversees others. */
import { competenceOn } from '@vigia/kit/competence/competence-on'
import { builder } from '../builder.ts'
import { AsylumClaim } from './asylum-claim.ts'
import { Detection } from './detection.ts'
import { MigrationDocument } from './migration-document.ts'

competenceOn(builder, [Detection, MigrationDocument, AsylumClaim])
