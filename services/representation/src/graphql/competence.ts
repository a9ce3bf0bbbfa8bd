/** Of the acts that this subgraph tells of: whose they are, where the asker oversees others. */
import { competenceOn } from '@vigia/kit/competence/competence-on'
import { builder } from '../builder.ts'
import { CounselRequest } from './counsel-request.ts'
import { Determination } from './determination.ts'
import { ProtectionCase } from './protection-case.ts'
import { Representation } from './representation.ts'
import { RestitutionPlan } from './restitution-plan.ts'

competenceOn(builder, [ProtectionCase, Determination, RestitutionPlan, Representation, CounselRequest])
