/** Describes what Relay adds to every list, once: a Pothos plugin for the arguments of a page and the page's own fields. */
import SchemaBuilder, {
  BasePlugin,
  type PothosInputFieldConfig,
  type PothosOutputFieldConfig,
  type PothosTypeConfig,
  type SchemaTypes,
} from '@pothos/core'
import { DEFAULT_PAGE, LARGEST_PAGE } from './page.ts'

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      describePages: DescribePagesPlugin<Types>
    }
  }
}

const ARGUMENTS: Readonly<Record<string, string>> = {
  first: `How many from the start, 1 to ${LARGEST_PAGE}; ${DEFAULT_PAGE} where neither "first" nor "last" is given. Not beside "last".`,
  after: 'The cursor after which to start.',
  last: `How many from the end, 1 to ${LARGEST_PAGE}. Not beside "first".`,
  before: `The cursor before which to end; with no number, with the ${DEFAULT_PAGE} rows before it.`,
}
const FIELDS: Readonly<Record<string, string>> = {
  pageInfo: 'Where this page stands in the list.',
  edges: 'The rows of this page, in the order of the list.',
  node: 'The row that stands there.',
  cursor: 'Position of the row, for "after" and "before".',
  hasNextPage: 'Whether rows follow this page.',
  hasPreviousPage: 'Whether rows precede this page.',
  startCursor: 'Cursor of the first row; null when the page is empty.',
  endCursor: 'Cursor of the last row; null when the page is empty.',
}
const TYPES: Readonly<Record<string, string>> = {
  PageInfo: 'Where a page stands in its list.',
  Connection: 'A page of the rows of a list.',
  Edge: 'A row of a list, and its place in it.',
}
const PAGES = /(^PageInfo$|Connection$|Edge$)/

class DescribePagesPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(type: PothosTypeConfig): PothosTypeConfig {
    const [, part = ''] = PAGES.exec(type.name) ?? []
    return part === '' ? type : { ...type, description: type.description ?? TYPES[part] }
  }

  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (!PAGES.test(field.parentType)) return field
    return { ...field, description: field.description ?? FIELDS[field.name] }
  }

  override onInputFieldConfig(field: PothosInputFieldConfig<Types>): PothosInputFieldConfig<Types> {
    if (field.kind !== 'Arg') return field
    return { ...field, description: field.description ?? ARGUMENTS[field.name] }
  }
}

SchemaBuilder.registerPlugin('describePages', DescribePagesPlugin)
