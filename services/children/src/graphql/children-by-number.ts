/** Children found by a number that an authority gave them: who asks for one has it before him, on a paper or from a relative. */
import { Refusal } from '@vigia/kit/errors'
import { type IdentifierFault, type IdentifierType as NumberType, readIdentifier } from '@vigia/law/identifiers'
import { builder } from '../builder.ts'
import { childrenOfNumber } from '../store/children-of-number.ts'
import { Child } from './child.ts'
import { IdentifierType, mayKnowNumber } from './identifier.ts'

const WRONG: Readonly<Record<IdentifierFault, string>> = {
  FORM: 'No number of this kind is written like this.',
  CHECK_DIGIT: 'The last character of this CURP does not follow from the others: it is mistyped.',
  OF_NOBODY: 'This stands where no number was given: it is nobody’s.',
}

builder.queryField('childrenByNumber', (t) =>
  t.field({
    type: [Child],
    nullable: true,
    access: 'child:identify',
    description:
      'Children to whom this very number was given, by an authority whose acts the asker reads whole, and where he reads of the child what such a number tells (asylum of a file of COMAR, complaints); 20 at most, since brothers and sisters may share a file. Empty where there is none of whom the asker may know. BAD_USER_INPUT for what is no number of that kind. Null when they cannot be read. Source: the files of all senders.',
    args: {
      type: t.arg({ type: IdentifierType, required: true, description: 'What kind of number it is.' }),
      number: t.arg.string({
        required: true,
        description: 'The number, as it stands on a paper: in any case, with blanks or without.',
      }),
    },
    resolve: async (_query, { type, number }, context) => {
      const read = readIdentifier(type as NumberType, number)
      if (read.value === null) throw new Refusal('BAD_USER_INPUT', WRONG[read.fault])
      const ids = await childrenOfNumber(context.db, type as NumberType, read.value)
      const told = ids.filter((id) => mayKnowNumber(context, type as NumberType, id))
      const found = await Promise.all(told.map((id) => context.children.byId.load(id)))
      return found.filter((child) => child !== null)
    },
  }),
)
