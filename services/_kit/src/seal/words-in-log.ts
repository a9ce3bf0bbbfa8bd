/**
 * The words that a message of an error may put into the log. Messages quote what surprised them, as a CURP or a name, in quotation marks or
 * without: so what may stay is listed, and not what has to go. Nothing here names a person, a place, or what happens to a child.
 */
const WORDS = `
  a abort aborted about above accept access acquire active added address addresses after again against alert alerts all allowed already
  altered always an and another answer answered answers any applied are arg argument arguments array as asked asker asks assign async at
  attempt attribute available await away bad basis be became because been before began begin begins begun being between bigint body
  boolean both bound bring broke broken buffer but by bytes calendar call callback called calls came can cannot certificate certificates
  chain change changed channel characters check choose circular class client clients close closed code coerce collation column command
  commit compose concurrent configured conflict connect connecting connection connections constant constraint constructor contain contains
  context convert converting cookie could count crashed create created cursor data database date days deadlock declares decrypt default
  defined delete deleted denied depth deserialize destination destroyed detected did different directory disk division dns do does down
  drain duplicate during each either element empty enabled encoding encountered end ended endpoint ends entry enum envelope err error
  errors event exceeded exceeds exception exclusion exist existing exists expected expired export expression extension fail failed failing
  fails failure fatal fetch field fields figures file find finished first for foreign form format found frame from full function gateway
  get given got graph greater group had handle handler handshake has have header headers held hold holds host http http2 id identifier
  idle if ignored in index infinite inner input inside instance instant instead integer internal into invalid invocation is issuer it
  iterable its job jobs json jwt kept key keys kind know known language larger last layout leader least length less limit line list
  listen local lock locked login long longer lost machine made many map match matched matches maximum memory message method migration
  minimum mismatch missing mode more most multiple must name names needed needs negative nested never new newer no node nonce none not
  nothing null number object of off offset on once one only open opened operation operator option options or order other out outside
  overflow own page pages parameter parse part parts password path pending per permission permitted pg place policy pool port positive
  prepared prisma privilege process promise properties property protocol provided proxy put query queryable range ratio raw reached read
  reading reads ready reason reasons received recovery recursion redirect refused registry rejected relation released remote replica reply
  request required requires reset resolve resource responded response result retry return returned returns right role rollback room row
  rows running says schema scope second secret security selection self sequence serializable serialize server service services
  session set shape should shut shutdown shutting side sign signal signature signed since size slot slots small socket some specified sql
  ssl stack standby stands start started starting statement statements status step stop stopped stored stream streams string subgraph
  subscription supergraph supplied support supported symbol syntax system table taken task template term terminated terminating
  termination than that the their them then there these they this threshold through time timed timeout timestamp to token told too tries
  trigger trying tuple twice type typed unable unauthorized und undefined unexpected unexpectedly unhandled unique unknown unreachable
  unsupported unterminated update updated upgrade usable use used user uuid valid value values variable verify version view violates
  violation wait waited waiting was watch were what when where which while who whole whose with within without word worker working wrapped
  write written wrong zero zone
`

const LISTED: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))
/** As they are written, and in no other way: a name in capitals is none of them. */
const ACRONYMS: ReadonlySet<string> = new Set([
  'BigInt',
  'GraphQL',
  'HTTP',
  'JSON',
  'NATS',
  'SQL',
  'SSL',
  'TLS',
  'URL',
  'UUID',
])

const GAP = '…'
const LONGEST = 240

/** The message with a gap in the place of whatever is not listed; gaps side by side are one, so that not even their number tells. */
export function withoutValues(message: string): string {
  const said = message
    .slice(0, 4 * LONGEST)
    .split(/\s+/)
    .map((word) => (isListed(word) ? word : GAP))
    .filter((word, index, words) => word !== GAP || words[index - 1] !== GAP)
    .join(' ')
  return said.length > LONGEST ? `${said.slice(0, said.lastIndexOf(' ', LONGEST))} ${GAP}` : said
}

/** Words of a code as Node and the graph have them: ERR_INVALID_ARG_VALUE, INTERNAL_SERVER_ERROR. */
export const isCodeOfWords = (code: string): boolean =>
  /^[A-Z0-9_]+$/.test(code) &&
  code
    .toLowerCase()
    .split('_')
    .every((word) => LISTED.has(word))

/** With the stop or comma that ends it; a capital at its beginning alone. */
function isListed(word: string): boolean {
  const [, bare = ''] = /^([A-Za-z][A-Za-z0-9]*)[.,:;!?]?$/.exec(word) ?? []
  if (ACRONYMS.has(bare)) return true
  return LISTED.has(bare) || (/^[A-Z][a-z]*$/.test(bare) && LISTED.has(bare.toLowerCase()))
}
