/** What the oversight service took in from files: published figures and the authorities' own tables. */
import { addIntake } from '@vigia/kit/taken-in'
import { builder } from '../builder.ts'
import { db } from '../db.ts'

addIntake(builder, 'oversight', db.pool)
