/** What the returns service took in from files. */
import { addIntake } from '@vigia/kit/graph/taken-in'
import { builder } from '../builder.ts'
import { db } from '../db.ts'

addIntake(builder, 'returns', db.rows)
