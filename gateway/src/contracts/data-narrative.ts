/** The parts of the impact assessment that no table can fill in: what for, why so much, what may go wrong, what is done against it. */
import { codesThatTellOf } from '@vigia/law/sensitive-data'

const told = (...of: Parameters<typeof codesThatTellOf>) => codesThatTellOf(...of).join(', ')

export const BEFORE_THE_TABLE = `# Impact assessment: personal data in Vigía

*Evaluación de impacto en la protección de datos personales* (LGPDPPSO arts. 68-71), to be filed with the Secretaría Anticorrupción
y Buen Gobierno 30 working days before the registry holds the first real child. Filled in as far as the program can know it; what
only the office that runs it can say is marked **▢**. The tables are written by \`npm run generate\` from
\`services/_law/src/data-inventory.ts\` and the matrix of access. Do not edit.

## 1. Who answers

| | |
| --- | --- |
| Responsible office | **▢** Secretaría Ejecutiva del SIPINNA, or whom it names |
| Person for the protection of data | **▢** |
| Where the registry runs, and who operates it | **▢** |
| Date of this assessment, and of the next | **▢**; again with each new kind of datum, reader or source |
| Agreements with INM, COMAR, DIF, PPNNA, CNDH, commissions of states | **▢** none is needed where a law gives the power (art. 60 I); which law, the table says |

## 2. What for

So that the authorities which must protect a migrant child know of each one in time, and so that whoever oversees them sees where
the law is not kept: children held where nobody may hold them (Ley de Migración art. 99), notices that no Procuraduría has worked on
(LGDNNA art. 123), returns without a determination of best interests (LGDNNA art. 97). Not for: enforcement of migration law,
policing, profiles, decisions by a machine: none is taken, the registry counts and warns. Of adults in migration
who are no relatives of these children it keeps what INM publishes, as counts.

## 3. Whose data, and where they come from

Children found in migration, their relatives by kinship alone, whoever represents them, whom a file points at as a danger (by a hash of the
name), officials who act. From files of authorities, taken in by their own office; never from the child by the registry itself, never
bought, never gathered from the web. Of whoever uses the registry his account, his role and what he did, as his issuer and he tell it. A registry that
\`npm start\` has filled by itself holds invented children alone, and says so on every page and in every answer.

## 4. Is it necessary, and is it in proportion

| what is asked | answer |
| --- | --- |
| Could it do without names and numbers? | The figures could, and do: they are made without them. To join the files of five authorities on one child, a number is needed; names join nothing, and no field of the graph gives the name of a child |
| Is there less that would do? | Names and addresses of relatives, photographs, fingerprints, health records and testimony are not taken in, though files could bring them; of health what a code says |
| Which of them are sensitive (art. 3 X)? | Of health, and of what was done to the body: ${told('HEALTH')}. Of sexual preference: ${told('SEXUAL_PREFERENCE')}. Of ethnic origin: ${told('ETHNIC_ORIGIN')}, and the language of a child. Of religion no code tells, though a persecution may rest on it. Each rests on the law that its line names (7), since whoever is to protect the child has to know of it. Risk factors and causes stand sealed, in the group risk, and in care what bears on health and language; the language stands in plain words, in the group identity. What determinations, plans and measures say may tell the same |
| How exact is it? | Each fact says its file and line; a correction keeps what it corrects; a file can be withdrawn; a row that cannot be joined waits and is merged with nobody by a guess |
| How long? | By the table below. No law that was read fixes a term: they are defaults until the catalogue of archives sets them **▢**. \`npm run retention\` says what is over; with \`--apply\` keys of children are destroyed and waiting rows deleted, with an entry in the audit. Audit, files and the log of events stay |
| How does a child, or who represents it, get at its data (ARCO)? | By the Procuraduría of its case, which reads the whole record and has errors corrected by a new file. **▢** the office where one asks, and the privacy notice (aviso de privacidad), which the registry does not write |

## 5. What may go wrong, and what is done against it

| danger | for the child | what is done | what is left |
| --- | --- | --- | --- |
| An official reads beyond his task | is found by whom it flees | roles, rows and fields by one matrix ([ACCESS](ACCESS.md)); every record read is in the audit, with the reason where one was written, and its overseer is shown it ([AUDIT](AUDIT.md)); 300 in an hour raise an alarm | whoever may read may tell |
| A table of these children is passed on | stands on the web, as has happened | exports hold no name, number or birth date of a child, no place of one, and no text; each says whose it is, of children and alerts by a row that stands for nobody too; beyond 1,000 rows a second person; two a day | what is on a screen can be copied by hand |
| Enforcement reads what protection wrote (Ley de Migración art. 20 IX) | is held or returned for having asked for protection | INM reads back what it sent, and is told whether a Procuraduría permits a return, or contact with the consulate; no count, sentence or time tells it more | **▢** what agreements between authorities say outside the registry |
| Figures so small that they are of somebody | is recognised | where dimensions cross, 1 to 4 are withheld on the board and in exports; nothing live is public | a signed-in reader sees exact counts in the graph |
| Two files are joined by what is rare in them | is recognised by day, state and nationality | references hold within one file; days and codes alone; no municipality in lists of children | a rare nationality in a small state on a known day can still be recognised: exports are not for publication |
| A partner or a consulate learns of a child | its family is found | a partner reads pseudonyms of its own, and no field that says who a child is | **▢** each agreement |
| Somebody signs in as another | all of the above | OpenID Connect, short sessions, revocation within seconds ([SECURITY](../SECURITY.md)) | the issuer's own care of its accounts **▢** |
| An emergency is claimed that is none | is found by whom it flees | one child, for a day, for a written reason; ombudspersons are told at once and a second person signs within 72 hours, else nothing more is opened so; INM, partners and counsel open nothing | what was read by then |
| The database is copied | what it tells is read | names, numbers of persons, families, dangers and doors are sealed under keys that it does not hold ([SECURITY](../SECURITY.md#what-is-sealed)); one login a service, hashes instead of secrets | what stands in plain words: days, states, nationality, the day of birth and the place of a stay, of a child without a name |
| The file of a child names who endangers it, and that one represents it | is handed to its offender | names are compared by a hash; the representation is refused and told | two spellings too far apart |
| Data are wrong | is counted as returned, or not looked for | dry run, refusal by line, conflict, correction, withdrawal; what nobody told is never a zero | authorities that send nothing |

## 6. If it happens

To the persons concerned and to the authority without delay (art. 34), which the responsible office does **▢**. The log of breaches (art. 33) is
in the registry: the secretaries write in it what was found (\`recordBreach\`), and of each state an alert (A38) stands until those
concerned were told. What else art. 33 asks for stands in their words, or beside it **▢**. \`npm run audit -- child FOLIO\` says who read one
child; \`npm run audit -- decoy REFERENCE\` says whose a file is that was found; \`npm run sessions -- revoke\` turns somebody out within two seconds.
`

export const BEFORE_THE_DATA = `## 7. Every datum

A line for each table and group of fields; where a second group tells some of it in a form of its own (its own words to INM, a pseudonym and
hours to a partner, its duty to the DIF), one more for that, marked "also". Readers are the roles that the matrix lets read the group, each within its rows; with an
asterisk, once a reason has been written down. Who takes a file in writes it, and reads nothing by that. All rests on LGPDPPSO art. 16 I
(a law provides for it) and, between authorities, art. 16 II. In every table stand, too: the random number of the child (\`child_id\`,
group base), the number of the row, its file and line, and when it was learned, which are of nobody.
`
