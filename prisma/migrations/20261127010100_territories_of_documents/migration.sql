-- In which states a document is valid, as a provisional permit states it (domain.md 3.8). None where no file tells. Who names the states has
-- said whether the document binds the child to a part of the country.
alter table children.migration_document
  add column valid_in char(2)[] not null default '{}',
  add constraint migration_document_valid_in_is_known check (valid_in <@ array[
    '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16',
    '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32']::char(2)[]),
  add constraint migration_document_binds_where_it_is_valid check (
    valid_in = '{}' or (geographic_restriction is not null and geographic_restriction = (cardinality(valid_in) < 32)));
