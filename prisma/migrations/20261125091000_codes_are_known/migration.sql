-- Every coded column holds the codes of its list in services/_law and nothing else (tests/contract/codes-are-known.test.ts).

create function outbox.is_country(code text) returns boolean language sql immutable parallel safe as $$
  select code = any (array[
    'BMU', 'CAN', 'GRL', 'MEX', 'SPM', 'USA', 'BLZ', 'CRI', 'GTM', 'HND', 'NIC', 'PAN', 'SLV', 'ABW',
    'AIA', 'ATG', 'BES', 'BHS', 'BLM', 'BRB', 'CUB', 'CUW', 'CYM', 'DMA', 'DOM', 'GLP', 'GRD', 'HTI',
    'JAM', 'KNA', 'LCA', 'MAF', 'MSR', 'MTQ', 'PRI', 'SXM', 'TCA', 'TTO', 'VCT', 'VGB', 'VIR', 'ARG',
    'BOL', 'BRA', 'CHL', 'COL', 'ECU', 'FLK', 'GUF', 'GUY', 'PER', 'PRY', 'SGS', 'SUR', 'URY', 'VEN',
    'AGO', 'BDI', 'BEN', 'BFA', 'BWA', 'CAF', 'CIV', 'CMR', 'COD', 'COG', 'COM', 'CPV', 'DJI', 'DZA',
    'EGY', 'ERI', 'ESH', 'ETH', 'GAB', 'GHA', 'GIN', 'GMB', 'GNB', 'GNQ', 'IOT', 'KEN', 'LBR', 'LBY',
    'LSO', 'MAR', 'MDG', 'MLI', 'MOZ', 'MRT', 'MUS', 'MWI', 'MYT', 'NAM', 'NER', 'NGA', 'REU', 'RWA',
    'SDN', 'SEN', 'SHN', 'SLE', 'SOM', 'SSD', 'STP', 'SWZ', 'SYC', 'TCD', 'TGO', 'TUN', 'TZA', 'UGA',
    'ZAF', 'ZMB', 'ZWE', 'AFG', 'ARE', 'ARM', 'AZE', 'BGD', 'BHR', 'BRN', 'BTN', 'CHN', 'CYP', 'GEO',
    'HKG', 'IDN', 'IND', 'IRN', 'IRQ', 'ISR', 'JOR', 'JPN', 'KAZ', 'KGZ', 'KHM', 'KOR', 'KWT', 'LAO',
    'LBN', 'LKA', 'MAC', 'MDV', 'MMR', 'MNG', 'MYS', 'NPL', 'OMN', 'PAK', 'PHL', 'PRK', 'PSE', 'QAT',
    'SAU', 'SGP', 'SYR', 'THA', 'TJK', 'TKM', 'TLS', 'TUR', 'TWN', 'UZB', 'VNM', 'YEM', 'ALA', 'ALB',
    'AND', 'AUT', 'BEL', 'BGR', 'BIH', 'BLR', 'CHE', 'CZE', 'DEU', 'DNK', 'ESP', 'EST', 'FIN', 'FRA',
    'FRO', 'GBR', 'GGY', 'GIB', 'GRC', 'HRV', 'HUN', 'IMN', 'IRL', 'ISL', 'ITA', 'JEY', 'LIE', 'LTU',
    'LUX', 'LVA', 'MCO', 'MDA', 'MKD', 'MLT', 'MNE', 'NLD', 'NOR', 'POL', 'PRT', 'ROU', 'RUS', 'SJM',
    'SMR', 'SRB', 'SVK', 'SVN', 'SWE', 'UKR', 'VAT', 'XKX', 'ASM', 'ATA', 'ATF', 'AUS', 'BVT', 'CCK',
    'COK', 'CXR', 'FJI', 'FSM', 'GUM', 'HMD', 'KIR', 'MHL', 'MNP', 'NCL', 'NFK', 'NIU', 'NRU', 'NZL',
    'PCN', 'PLW', 'PNG', 'PYF', 'SLB', 'TKL', 'TON', 'TUV', 'UMI', 'VUT', 'WLF', 'WSM', 'XXA', 'ZZZ'])
$$;

-- Questions by their code, each answered.
create function outbox.answers_only(answers jsonb, questions text[]) returns boolean language sql immutable parallel safe as $$
  select not exists (
    select from jsonb_each_text(answers) a where a.key <> all (questions) or a.value not in ('YES', 'NO', 'UNKNOWN'))
$$;

alter table children.child
  add constraint child_sex_is_known check (
    sex in ('MALE', 'FEMALE', 'NON_BINARY', 'UNSPECIFIED')),
  add constraint child_age_group_is_known check (
    age_group in ('FROM_0_TO_11', 'FROM_12_TO_17', 'UNKNOWN')),
  add constraint child_accompaniment_is_known check (
    accompaniment in ('ACCOMPANIED', 'SEPARATED', 'UNACCOMPANIED', 'UNDETERMINED')),
  add constraint child_nationality_is_known check (
    outbox.is_country(nationality)),
  add constraint child_country_of_birth_is_known check (
    outbox.is_country(country_of_birth)),
  add constraint child_country_of_residence_is_known check (
    outbox.is_country(country_of_residence));

alter table children.identifier
  add constraint identifier_type_is_known check (
    type in ('ACTA', 'NUE', 'CURP', 'PPNNA_FOLIO', 'DIF_FILE', 'COMAR_FILE', 'SHELTER_FOLIO', 'PROGRES', 'CPIMS',
      'PASSPORT', 'COMPLAINT'));

alter table children.family_tie
  add constraint family_tie_tie_is_known check (
    tie in ('MOTHER', 'FATHER', 'SIBLING', 'GRANDPARENT', 'AUNT_OR_UNCLE', 'COUSIN', 'PARTNER', 'CHILD',
      'GUARDIAN', 'CAREGIVER', 'OTHER_RELATIVE', 'NOT_A_RELATIVE'));

alter table children.detection
  add constraint detection_authority_is_known check (
    authority in ('INM_AFM', 'INM_OPI', 'INM_BETA', 'NATIONAL_GUARD', 'SEDENA', 'SEMAR', 'STATE_POLICE',
      'MUNICIPAL_POLICE', 'PROSECUTOR', 'CIVIL_PROTECTION', 'DIF', 'PPNNA', 'COMAR', 'MUNICIPALITY',
      'HEALTH', 'EDUCATION', 'CIVIL_SOCIETY', 'SELF_PRESENTED', 'US_AUTHORITY', 'OTHER')),
  add constraint detection_detection_type_is_known check (
    detection_type in ('MIGRATION_CHECK', 'VERIFICATION_VISIT', 'RESCUE', 'PORT_OF_ENTRY', 'HANDED_OVER',
      'SPONTANEOUS_REQUEST', 'REPATRIATION', 'OTHER')),
  add constraint detection_age_group_is_known check (
    age_group in ('FROM_0_TO_11', 'FROM_12_TO_17', 'UNKNOWN')),
  add constraint detection_accompaniment_is_known check (
    accompaniment in ('ACCOMPANIED', 'SEPARATED', 'UNACCOMPANIED', 'UNDETERMINED')),
  add constraint detection_accompaniment_basis_is_known check (
    accompaniment_basis in ('DOCUMENTS', 'STATEMENTS', 'CONSULAR', 'OTHER')),
  add constraint detection_causes_is_known check (
    causes <@ array['FAMILY_REUNIFICATION', 'WORK', 'DOMESTIC_VIOLENCE', 'SOCIAL_VIOLENCE', 'PERSECUTION',
      'GANG_RECRUITMENT', 'SEXUAL_VIOLENCE', 'TRAFFICKING', 'LGBTIQ_DISCRIMINATION', 'POVERTY',
      'EDUCATION', 'HEALTH', 'DISASTER', 'ARMED_CONFLICT', 'ORPHANED', 'OTHER', 'NOT_SAID']),
  add constraint detection_transit_conditions_is_known check (
    transit_conditions <@ array['ALONE', 'WITH_FAMILY', 'WITH_SMUGGLER', 'IN_GROUP', 'TRAIN', 'BUS', 'FREIGHT_TRUCK', 'ON_FOOT',
      'BY_SEA', 'KIDNAPPING', 'EXTORTION', 'SEXUAL_VIOLENCE', 'ROBBERY', 'ACCIDENT', 'SEPARATION',
      'DARIEN', 'LONG_TRANSIT', 'DEBT']),
  add constraint detection_risk_factors_is_known check (
    risk_factors <@ array['THREAT_TO_LIFE', 'CRIME_VICTIM', 'WITNESS', 'TRAFFICKING_VICTIM', 'TEENAGE_PREGNANCY', 'DISABILITY',
      'ILLNESS', 'MENTAL_HEALTH', 'LANGUAGE', 'STATELESS_OR_UNREGISTERED', 'LGBTIQ', 'STREET',
      'SUBSTANCE_USE', 'SIBLINGS_IN_CHARGE', 'FORMER_RETURN', 'RELATIVE_SOUGHT_BY_CRIME',
      'SEXUAL_VIOLENCE', 'TORTURE', 'CHILD_SPOUSE', 'CHILD_LABOUR', 'OUT_OF_SCHOOL', 'SPECIAL_EDUCATION',
      'ARMED_GROUPS', 'CONFLICT_WITH_LAW', 'FAMILY_TRACING', 'OTHER']),
  add constraint detection_nationality_is_known check (
    outbox.is_country(nationality));

alter table children.migration_document
  add constraint migration_document_document_is_known check (
    document in ('VISITOR_WITHOUT_PERMISSION', 'VISITOR_WITH_PERMISSION', 'REGIONAL_VISITOR', 'BORDER_WORKER',
      'HUMANITARIAN_VISITOR', 'ADOPTION_VISITOR', 'TEMPORARY_RESIDENT', 'STUDENT_RESIDENT',
      'PERMANENT_RESIDENT', 'ASYLUM_CERTIFICATE', 'PROVISIONAL_PERMIT', 'EXIT_LETTER', 'NONE', 'MEXICAN')),
  add constraint migration_document_status_is_known check (
    status in ('REQUESTED', 'GRANTED_WITHOUT_CARD', 'CARD_ISSUED', 'EXPIRED', 'IN_RENEWAL', 'DENIED')),
  add constraint migration_document_holder_is_known check (
    holder in ('CHILD', 'FAMILY', 'CAS_OR_DIF', 'PPNNA', 'INM', 'UNKNOWN')),
  add constraint migration_document_curp_assigned_is_known check (
    curp_assigned in ('NONE', 'TEMPORARY', 'DEFINITIVE'));

alter table children.asylum_claim
  add constraint asylum_claim_status_is_known check (
    status in ('NO_INDICATION', 'INDICATION', 'NOT_INFORMED', 'INTENTION', 'FILED', 'CERTIFICATE_ISSUED',
      'INTERVIEW', 'EXTENDED', 'REFUGEE', 'COMPLEMENTARY_PROTECTION', 'DENIED', 'IN_REVIEW', 'IN_AMPARO',
      'WITHDRAWN', 'ABANDONED', 'FILED_AWAY', 'DERIVATIVE_REQUESTED', 'DERIVATIVE_GRANTED',
      'DERIVATIVE_DENIED'));

alter table placements.facility
  add constraint facility_type_is_known check (
    type in ('EM', 'EPA', 'EPB', 'LH', 'CCAN', 'OR', 'PTO', 'CIM', 'CAIFT', 'CASF', 'CASE', 'CASM', 'CASP', 'EAH',
      'MOD', 'ALB', 'HOSP', 'FAM_O', 'FAM_E', 'FAM_A', 'VIA')),
  add constraint facility_registry_status_is_known check (
    registry_status in ('REGISTERED', 'CERTIFIED', 'UNREGISTERED', 'EXPIRED', 'UNKNOWN')),
  add constraint facility_lifecycle_is_known check (
    lifecycle in ('SIGHTED', 'CORROBORATED', 'ACKNOWLEDGED', 'DENIED', 'CLOSED'));

alter table placements.stay
  add constraint stay_exit_type_is_known check (
    exit_type in ('FAMILY_REINTEGRATION', 'INSTITUTIONAL_REFERRAL', 'TRANSFER_TO_CAS', 'FOLLOW_UP_CONCLUDED', 'RETURN',
      'MAJORITY', 'OTHER_PLANNED', 'VOLUNTARY_ABANDONMENT', 'CONTINUED_ROUTE', 'NOT_LOCATED',
      'TAKEN_BY_RELATIVE', 'DEATH', 'OTHER_UNPLANNED'));

alter table placements.urgent_measure
  add constraint urgent_measure_authority_is_known check (
    authority in ('INM', 'PPNNA', 'SNDIF', 'DIF', 'COMAR', 'CNDH', 'CEDH', 'UPMRIP', 'SIPINNA', 'SRE',
      'NATIONAL_GUARD', 'PUBLIC_PROSECUTOR', 'COURT', 'CONSULATE', 'CIVIL_SOCIETY', 'UN', 'REGISTRY',
      'OTHER'));

alter table placements.inspection
  add constraint inspection_authority_is_known check (
    authority in ('INM', 'PPNNA', 'SNDIF', 'DIF', 'COMAR', 'CNDH', 'CEDH', 'UPMRIP', 'SIPINNA', 'SRE',
      'NATIONAL_GUARD', 'PUBLIC_PROSECUTOR', 'COURT', 'CONSULATE', 'CIVIL_SOCIETY', 'UN', 'REGISTRY',
      'OTHER')),
  add constraint inspection_result_is_known check (
    result in ('NO_FINDINGS', 'FINDINGS', 'SERIOUS_FINDINGS', 'ACCESS_DENIED', 'CLOSURE_ORDERED'));

alter table representation.protection_case
  add constraint protection_case_status_is_known check (
    status in ('OPEN', 'IN_FOLLOW_UP', 'CLOSED', 'TRANSFERRED')),
  add constraint protection_case_closing_reason_is_known check (
    closing_reason in ('PLAN_FULFILLED', 'FAMILY_REINTEGRATION', 'REFERRED', 'IMPOSSIBLE', 'RETURN_WITH_DETERMINATION',
      'RETURN_WITHOUT_DETERMINATION', 'MAJORITY', 'DEATH', 'DUPLICATE', 'REFUGEE_INTEGRATED',
      'UNAUTHORISED_EXIT', 'CONTINUED_ROUTE', 'ABANDONMENT', 'NOT_LOCATED', 'OTHER')),
  add constraint protection_case_durable_solution_is_known check (
    durable_solution in ('LOCAL_INTEGRATION', 'REUNIFICATION_IN_MEXICO', 'THIRD_COUNTRY', 'RETURN_WITH_PLAN', 'ADOPTION',
      'INDEPENDENT_LIVING', 'NONE_YET'));

alter table representation.representation
  add constraint representation_quality_is_known check (
    quality in ('ORIGINAL', 'SUBSTITUTE', 'ADJUNCT', 'GUARDIAN', 'CSO_LAWYER', 'PRO_BONO', 'FEDERAL_DEFENDER',
      'STATE_DEFENDER', 'NONE')),
  add constraint representation_forum_is_known check (
    forum in ('MIGRATION_PROCEDURE', 'COMAR', 'AMPARO', 'CRIMINAL', 'FAMILY', 'OMBUDS'));

alter table representation.counsel_request
  add constraint counsel_request_answer_is_known check (
    answer in ('REQUESTED', 'GRANTED', 'DENIED', 'UNANSWERED'));

alter table representation.determination
  add constraint determination_outcome_is_known check (
    outcome in ('STAY_IN_MEXICO', 'REUNIFICATION_IN_MEXICO', 'REUNIFICATION_IN_THIRD_COUNTRY', 'RETURN_PERMITTED',
      'RETURN_NOT_PERMITTED', 'INTERNATIONAL_PROTECTION', 'TEMPORARY_CARE', 'MORE_INFORMATION')),
  add constraint determination_authority_is_known check (
    authority in ('INM', 'PPNNA', 'SNDIF', 'DIF', 'COMAR', 'CNDH', 'CEDH', 'UPMRIP', 'SIPINNA', 'SRE',
      'NATIONAL_GUARD', 'PUBLIC_PROSECUTOR', 'COURT', 'CONSULATE', 'CIVIL_SOCIETY', 'UN', 'REGISTRY',
      'OTHER')),
  add constraint determination_guarantees_is_known check (
    outbox.answers_only(guarantees, array['CHILD_HEARD', 'INTERPRETER', 'REPRESENTATIVE_PRESENT', 'LAWYER_PRESENT', 'MULTIDISCIPLINARY_TEAM',
      'ORIGIN_ASSESSED', 'FAMILY_ASSESSED', 'REASONED', 'NOTIFIED', 'REMEDY_EXPLAINED']));

alter table returns.return_plan
  add constraint return_plan_return_type_is_known check (
    return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION', 'REPATRIATION', 'THIRD_COUNTRY_REUNIFICATION',
      'TRANSFER', 'EXPULSION')),
  add constraint return_plan_destination_is_known check (
    outbox.is_country(destination));

alter table returns.executed_return
  add constraint executed_return_return_type_is_known check (
    return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION', 'REPATRIATION', 'THIRD_COUNTRY_REUNIFICATION',
      'TRANSFER', 'EXPULSION')),
  add constraint executed_return_mode_is_known check (
    mode in ('COMMERCIAL_FLIGHT', 'OFFICIAL_FLIGHT', 'BUS', 'OTHER')),
  add constraint executed_return_destination_is_known check (
    outbox.is_country(destination));

alter table returns.return_checklist
  add constraint return_checklist_source_is_known check (
    source in ('INM', 'PPNNA', 'SNDIF', 'DIF', 'COMAR', 'CNDH', 'CEDH', 'UPMRIP', 'SIPINNA', 'SRE',
      'NATIONAL_GUARD', 'PUBLIC_PROSECUTOR', 'COURT', 'CONSULATE', 'CIVIL_SOCIETY', 'UN', 'REGISTRY',
      'OTHER')),
  add constraint return_checklist_items_is_known check (
    outbox.answers_only(items, array['DETERMINATION', 'PLAN', 'CHILD_HEARD', 'CHILD_INFORMED', 'FAMILY_CONTACTED', 'FAMILY_ASSESSED',
      'CONSULATE_NOTIFIED', 'RECEIVING_AUTHORITY_CONFIRMED', 'PPNNA_INFORMED', 'SPECIALISED_ESCORT',
      'NATIONAL_GUARD_PRESENT', 'FIREARMS_VISIBLE', 'BELONGINGS_RETURNED', 'DOCUMENTS_HANDED_OVER',
      'FIT_TO_TRAVEL', 'WITH_FAMILY', 'INDEPENDENT_MONITOR', 'ARRIVAL_CONFIRMED', 'REINTEGRATION_PLAN',
      'FOLLOW_UP_30_DAYS', 'FOLLOW_UP_90_DAYS', 'FOLLOW_UP_180_DAYS', 'RE_ENTERED']));
