-- A number that an authority gave by an act of its own tells of that act: the file of COMAR of a claim, with its day, and INM's NUE. They are
-- kept from who oversees others, as the acts are (20261127110000_acts_of_others), and so is one of which no file tells who gave it. Those by
-- which the person is known everywhere are the child's and of no act (services/_law/src/identifiers.ts: NUMBERS_OF_THE_PERSON).
select sec.guard_side('children', 'identifier', format('(identifier.type in (''CURP'', ''PASSPORT'', ''PROGRES'', ''CPIMS'') or %s)',
  sec.is_overseen('sec.side_of_authority(identifier.issuer)', 'null')));
