-- Country of birth and of habitual residence are told apart from the nationality (domain.md 3.2): many children of one nationality are of
-- families of another. The login that answers reads them, as it reads the language; the birth date stays with the one that writes.
grant select (country_of_birth, country_of_residence) on children.child to vigia_children_reader;
