-- Which rights of LGDNNA art. 13 a determination finds violated (domain.md 3.10). Of a determination that names none the list is empty.
alter table representation.determination
  add column violated_rights text[] not null default '{}',
  add constraint determination_violated_rights_is_known check (
    violated_rights <@ array['LIFE', 'PRIORITY', 'IDENTITY', 'FAMILY', 'EQUALITY', 'NON_DISCRIMINATION', 'WELL_BEING',
      'FREEDOM_FROM_VIOLENCE', 'HEALTH', 'DISABILITY_INCLUSION', 'EDUCATION', 'REST', 'CONSCIENCE',
      'EXPRESSION', 'PARTICIPATION', 'ASSOCIATION', 'PRIVACY', 'DUE_PROCESS', 'MIGRANT_CHILDREN',
      'TECHNOLOGY']);
