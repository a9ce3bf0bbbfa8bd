/** Decides which operations are executed at all: read, measured and validated here, once for each text. */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
  visit,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { costOf } from '../limits/cost.ts'
import { LIMITS } from '../limits/limits.ts'
import { refuseLongList, refuseLongLists } from '../limits/lists.ts'
import { pageFault } from '../limits/pages.ts'
import { fragmentsOf, passedLimit } from '../limits/size.ts'
import { type Fault, Refused } from '../request/refused.ts'
import { refuseBadString } from '../request/strict-json.ts'
import { isAggregate } from './aggregate.ts'

export interface GraphRequest {
  query: string
  operationName: string | null
  variables: Readonly<Record<string, unknown>>
}

export interface Admitted extends GraphRequest {
  document: DocumentNode
  operation: OperationDefinitionNode
  /** How many objects the services may have to fetch for it. */
  cost: number
  /** True when the answer holds counts alone, and may be kept for the next who asks. */
  isAggregate: boolean
}

export interface Admission {
  /** Throws Refused. A subscription is admitted by the stream, everything else by the plain address. */
  admit: (request: GraphRequest, door: 'plain' | 'stream') => Admitted
}

const KEPT_BYTES = 8_000_000
const MOST_FAULTS = 10

export function createAdmission(schema: GraphQLSchema, { introspection }: { introspection: boolean }): Admission {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule]
  const sound = new LRUCache<string, DocumentNode>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (_, text) => text.length + 1,
  })

  function documentOf(query: string): DocumentNode {
    const known = sound.get(query)
    if (known) return known
    const document = read(query)
    const limit = passedLimit(document)
    if (limit) throw new Refused(400, 'QUERY_TOO_COMPLEX', limit)
    refuseWrittenPages(document)
    const errors = validate(schema, document, rules, { maxErrors: MOST_FAULTS })
    if (errors.length > 0) throw new Refused(400, 'GRAPHQL_VALIDATION_FAILED', errors.map(faultOf))
    sound.set(query, document)
    return document
  }

  return {
    admit(request, door) {
      const { query, variables } = request
      const document = documentOf(query)
      const operation = operationOf(document, request.operationName, door)
      const fragments = fragmentsOf(document)
      const page = pageFault(operation, fragments, variables)
      if (page) throw new Refused(400, 'BAD_USER_INPUT', [page])
      refuseLongLists(variables)
      checkVariables(schema, operation, variables)
      const cost = costOf({ schema, operation, fragments, variables })
      refuseTooMuch(cost, door)
      return { ...request, document, operation, cost, isAggregate: isAggregate(schema, document, operation) }
    },
  }
}

function refuseTooMuch(cost: number, door: 'plain' | 'stream'): void {
  const refuse = (sentence: string) => new Refused(400, 'QUERY_TOO_COMPLEX', sentence)
  const most = (limit: number) => `It asks for ${cost}; ${limit} is the most.`
  if (cost > LIMITS.cost)
    throw refuse(
      `The query asks for too many rows at once: ask for smaller pages, within lists too. ${most(LIMITS.cost)}`,
    )
  if (door === 'stream' && cost > LIMITS.costOfStep)
    throw refuse(
      `The subscription asks for too many rows at each step: follow, and ask for the rest by a query. ${most(LIMITS.costOfStep)}`,
    )
}

/** Before validation, which would call a page of 2^31 rows a number that is too long. */
function refuseWrittenPages(document: DocumentNode): void {
  const fragments = fragmentsOf(document)
  for (const definition of document.definitions) {
    const page = definition.kind === Kind.OPERATION_DEFINITION ? pageFault(definition, fragments, {}) : null
    if (page) throw new Refused(400, 'BAD_USER_INPUT', [page])
  }
}

/** The parser's word for an escaped half of a surrogate pair; another escape that is none is a slip of the pen. */
const HALF_A_PAIR = /Invalid Unicode escape sequence: "\\u\{?0*d[89a-f]/i

function read(query: string): DocumentNode {
  try {
    const document = parse(query, { maxTokens: LIMITS.tokens })
    refuseBadValues(document)
    return document
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    if (/\d+ tokens/.test(error.message)) {
      throw new Refused(
        400,
        'QUERY_TOO_COMPLEX',
        `The query is too long: ${LIMITS.tokens} words and signs is the most.`,
      )
    }
    if (HALF_A_PAIR.test(error.message)) throw new Refused(400, 'BAD_USER_INPUT', [faultOf(error)])
    throw new Refused(400, 'GRAPHQL_PARSE_FAILED', [faultOf(error)])
  }
}

/** GraphQL keeps names with two underscores for itself, and JavaScript keeps `__proto__`; a list has an end, and a text is plain. */
function refuseBadValues(document: DocumentNode): void {
  const refuse = ({ value }: { value: string }) => {
    if (value.startsWith('__')) {
      throw new Refused(400, 'BAD_USER_INPUT', 'A name of your own may not begin with two underscores.')
    }
  }
  visit(document, {
    Field: ({ alias }) => (alias ? refuse(alias) : undefined),
    Variable: ({ name }) => refuse(name),
    StringValue: ({ value }) => refuseBadString(value),
    ListValue: ({ values }) => refuseLongList(values),
  })
}

function operationOf(document: DocumentNode, name: string | null, door: 'plain' | 'stream'): OperationDefinitionNode {
  const operation = getOperationAST(document, name)
  if (!operation) {
    throw new Refused(
      400,
      'OPERATION_RESOLUTION_FAILURE',
      'Name one of the operations of the document in operationName.',
    )
  }
  const isSubscription = operation.operation === 'subscription'
  if (door === 'plain' && isSubscription) {
    throw new Refused(
      400,
      'USE_STREAM',
      'Subscriptions are served as server-sent events at /graphql/stream, and by WebSocket at this address.',
    )
  }
  if (door === 'stream' && !isSubscription) {
    throw new Refused(400, 'BAD_REQUEST', 'Only subscriptions are served here; send other operations to /graphql.')
  }
  return operation
}

function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const checked = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: MOST_FAULTS,
  })
  if (checked.errors) throw new Refused(400, 'BAD_USER_INPUT', checked.errors.map(faultOf))
}

/** Suggestions ("Did you mean …?") would tell the names of what the asker does not know. */
function faultOf({ message, locations }: GraphQLError): Fault {
  return {
    message: message.replace(/ ?Did you mean .+?\?$/s, '').slice(0, 500),
    ...(locations ? { locations } : {}),
  }
}
