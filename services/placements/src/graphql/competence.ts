/** Of the acts that this subgraph tells of: whose they are, where the asker oversees others. */
import { competenceOn } from '@vigia/kit/competence/competence-on'
import { builder } from '../builder.ts'
import { Placement, UrgentMeasure } from './placement.ts'

competenceOn(builder, [Placement, UrgentMeasure])
