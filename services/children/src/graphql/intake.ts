/** What the children service took in from files. */
import { addIntake } from '@vigia/kit/graph/taken-in'
import { builder, counting } from '../builder.ts'
import { FEEDS } from '../intake/feeds.ts'

addIntake(builder, counting.period, { service: 'children', feeds: FEEDS })
