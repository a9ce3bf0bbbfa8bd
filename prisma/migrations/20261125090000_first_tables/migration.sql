-- Tables of the five services and of the log of events, as Prisma writes them from prisma/schema.
-- The folio of a child is random: it is never derived from a name or a date.
create schema if not exists children;

create function children.new_folio() returns text language sql volatile as $$
  select 'NNA-' || upper(right(gen_random_uuid()::text, 17))
$$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "children";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "outbox";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "oversight";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "placements";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "representation";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "returns";

-- CreateTable
CREATE TABLE "children"."child" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "folio" TEXT NOT NULL DEFAULT children.new_folio(),
    "sex" TEXT NOT NULL,
    "born_on" DATE,
    "is_birth_estimated" BOOLEAN NOT NULL DEFAULT false,
    "age_group" TEXT NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "country_of_birth" CHAR(3),
    "country_of_residence" CHAR(3),
    "language" TEXT,
    "accompaniment" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "first_detected_at" TIMESTAMPTZ(3) NOT NULL,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "child_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "children"."person_name" (
    "child_id" UUID NOT NULL,
    "given_names" TEXT NOT NULL,
    "first_surname" TEXT,
    "second_surname" TEXT,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_name_pkey" PRIMARY KEY ("child_id")
);

-- CreateTable
CREATE TABLE "children"."identifier" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "child_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "issuer" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "children"."family_tie" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "child_id" UUID NOT NULL,
    "relative_acta" TEXT NOT NULL,
    "tie" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "family_tie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "children"."detection" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "child_id" UUID NOT NULL,
    "acta" TEXT NOT NULL,
    "detected_at" TIMESTAMPTZ(3) NOT NULL,
    "state" CHAR(2) NOT NULL,
    "municipality" TEXT,
    "authority" TEXT NOT NULL,
    "detection_type" TEXT NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age" SMALLINT,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,
    "accompaniment_basis" TEXT,
    "causes" TEXT[],
    "transit_conditions" TEXT[],
    "risk_factors" TEXT[],
    "ppnna_notified_at" TIMESTAMPTZ(3),
    "dif_notified_at" TIMESTAMPTZ(3),
    "consulate_notified_at" TIMESTAMPTZ(3),
    "comar_notified_at" TIMESTAMPTZ(3),
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "detection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "children"."migration_document" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "child_id" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "granted_on" DATE,
    "issued_on" DATE,
    "expires_on" DATE,
    "holder" TEXT,
    "geographic_restriction" BOOLEAN,
    "curp_assigned" TEXT,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "migration_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "children"."asylum_claim" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "child_id" UUID NOT NULL,
    "file_number" TEXT NOT NULL,
    "filed_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "status_on" DATE,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "asylum_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "children"."batch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "feed" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" CHAR(2),
    "cutoff_on" DATE NOT NULL,
    "is_preliminary" BOOLEAN NOT NULL DEFAULT false,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "accepted_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "unmatched_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "skipped_count" INTEGER NOT NULL DEFAULT 0,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "children"."unmatched_row" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "batch_id" UUID NOT NULL,
    "feed" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "keys" TEXT[],
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "matched_at" TIMESTAMPTZ(3),

    CONSTRAINT "unmatched_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "children"."former_version" (
    "id" BIGSERIAL NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "former" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "children"."position" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "children"."delta" (
    "id" BIGSERIAL NOT NULL,
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "children"."day_counter" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "day_counter_pkey" PRIMARY KEY ("indicator","state","day")
);

-- CreateTable
CREATE TABLE "children"."month_counter" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "month" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "month_counter_pkey" PRIMARY KEY ("indicator","state","month")
);

-- CreateTable
CREATE TABLE "children"."cube" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "cube_pkey" PRIMARY KEY ("indicator","state","day","nationality","age_group","accompaniment")
);

-- CreateTable
CREATE TABLE "outbox"."pending" (
    "id" BIGSERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "entity_id" UUID,
    "child_id" UUID,
    "batch_id" UUID,
    "payload" JSON,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pending_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox"."event" (
    "seq" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "entity_id" UUID,
    "child_id" UUID,
    "batch_id" UUID,
    "payload" JSONB,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "outbox"."service_version" (
    "service" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    "as_of" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_version_pkey" PRIMARY KEY ("service")
);

-- CreateTable
CREATE TABLE "outbox"."registry" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "is_synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oversight"."child_path" (
    "child_id" UUID NOT NULL,
    "state" CHAR(2) NOT NULL,
    "first_detected_at" TIMESTAMPTZ(3) NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,
    "detections" INTEGER NOT NULL,
    "is_notified" BOOLEAN NOT NULL,
    "is_case_opened" BOOLEAN NOT NULL,
    "is_determined" BOOLEAN NOT NULL,
    "is_plan_issued" BOOLEAN NOT NULL,
    "is_represented" BOOLEAN NOT NULL,
    "fate" TEXT NOT NULL,

    CONSTRAINT "child_path_pkey" PRIMARY KEY ("child_id")
);

-- CreateTable
CREATE TABLE "oversight"."path_fact" (
    "entity_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "child_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "code" TEXT,

    CONSTRAINT "path_fact_pkey" PRIMARY KEY ("entity_id")
);

-- CreateTable
CREATE TABLE "oversight"."child_ref" (
    "child_id" UUID NOT NULL,
    "folio" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "first_detected_at" TIMESTAMPTZ(3) NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,

    CONSTRAINT "child_ref_pkey" PRIMARY KEY ("child_id")
);

-- CreateTable
CREATE TABLE "oversight"."indicator_day" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "indicator_day_pkey" PRIMARY KEY ("indicator","state","day")
);

-- CreateTable
CREATE TABLE "oversight"."feed_batch" (
    "batch_id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "feed" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" CHAR(2),
    "cutoff_on" DATE NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "is_withdrawn" BOOLEAN NOT NULL,
    "row_count" INTEGER NOT NULL,

    CONSTRAINT "feed_batch_pkey" PRIMARY KEY ("batch_id")
);

-- CreateTable
CREATE TABLE "oversight"."batch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "feed" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" CHAR(2),
    "cutoff_on" DATE NOT NULL,
    "is_preliminary" BOOLEAN NOT NULL DEFAULT false,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "accepted_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "unmatched_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "skipped_count" INTEGER NOT NULL DEFAULT 0,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oversight"."unmatched_row" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "batch_id" UUID NOT NULL,
    "feed" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "keys" TEXT[],
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "matched_at" TIMESTAMPTZ(3),

    CONSTRAINT "unmatched_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oversight"."former_version" (
    "id" BIGSERIAL NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "former" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oversight"."position" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oversight"."delta" (
    "id" BIGSERIAL NOT NULL,
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oversight"."day_counter" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "day_counter_pkey" PRIMARY KEY ("indicator","state","day")
);

-- CreateTable
CREATE TABLE "oversight"."month_counter" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "month" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "month_counter_pkey" PRIMARY KEY ("indicator","state","month")
);

-- CreateTable
CREATE TABLE "oversight"."cube" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "cube_pkey" PRIMARY KEY ("indicator","state","day","nationality","age_group","accompaniment")
);

-- CreateTable
CREATE TABLE "placements"."facility" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "municipality" TEXT,
    "operator" TEXT,
    "capacity" INTEGER,
    "registry_status" TEXT NOT NULL,
    "lifecycle" TEXT NOT NULL,
    "opened_on" DATE,
    "closed_on" DATE,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "facility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements"."stay" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "child_id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "exit_type" TEXT,
    "dif_file" TEXT,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements"."urgent_measure" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "stay_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "ordered_at" TIMESTAMPTZ(3),
    "authority" TEXT,
    "ratified_at" TIMESTAMPTZ(3),
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "urgent_measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements"."inspection" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "facility_id" UUID NOT NULL,
    "inspected_on" DATE NOT NULL,
    "authority" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "observations" TEXT,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements"."child_ref" (
    "child_id" UUID NOT NULL,
    "folio" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "first_detected_at" TIMESTAMPTZ(3) NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,

    CONSTRAINT "child_ref_pkey" PRIMARY KEY ("child_id")
);

-- CreateTable
CREATE TABLE "placements"."identifier_ref" (
    "type" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "child_id" UUID NOT NULL,

    CONSTRAINT "identifier_ref_pkey" PRIMARY KEY ("type","value")
);

-- CreateTable
CREATE TABLE "placements"."stay_ledger" (
    "stay_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,

    CONSTRAINT "stay_ledger_pkey" PRIMARY KEY ("stay_id")
);

-- CreateTable
CREATE TABLE "placements"."snapshot" (
    "state" CHAR(2) NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "in_referral_centers" INTEGER NOT NULL,
    "in_prohibited_places" INTEGER NOT NULL,
    "in_other_ad_hoc_places" INTEGER NOT NULL,
    "over36_hours" INTEGER NOT NULL,
    "longest_since" TIMESTAMPTZ(3),
    "in_care" INTEGER NOT NULL,
    "over_one_year" INTEGER NOT NULL,
    "capacity" INTEGER,
    "centers" INTEGER NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("state")
);

-- CreateTable
CREATE TABLE "placements"."batch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "feed" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" CHAR(2),
    "cutoff_on" DATE NOT NULL,
    "is_preliminary" BOOLEAN NOT NULL DEFAULT false,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "accepted_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "unmatched_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "skipped_count" INTEGER NOT NULL DEFAULT 0,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements"."unmatched_row" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "batch_id" UUID NOT NULL,
    "feed" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "keys" TEXT[],
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "matched_at" TIMESTAMPTZ(3),

    CONSTRAINT "unmatched_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements"."former_version" (
    "id" BIGSERIAL NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "former" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements"."position" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements"."delta" (
    "id" BIGSERIAL NOT NULL,
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements"."day_counter" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "day_counter_pkey" PRIMARY KEY ("indicator","state","day")
);

-- CreateTable
CREATE TABLE "placements"."month_counter" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "month" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "month_counter_pkey" PRIMARY KEY ("indicator","state","month")
);

-- CreateTable
CREATE TABLE "placements"."cube" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "cube_pkey" PRIMARY KEY ("indicator","state","day","nationality","age_group","accompaniment")
);

-- CreateTable
CREATE TABLE "representation"."protection_case" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "folio" TEXT NOT NULL,
    "child_id" UUID NOT NULL,
    "state" CHAR(2) NOT NULL,
    "notified_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closing_reason" TEXT,
    "durable_solution" TEXT,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "protection_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation"."representation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "quality" TEXT NOT NULL,
    "represented_by" TEXT,
    "forum" TEXT,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "representation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation"."counsel_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "requested_on" DATE NOT NULL,
    "answer" TEXT,
    "answered_on" DATE,
    "denial_reason" TEXT,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "counsel_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation"."determination" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "guarantees" JSONB NOT NULL,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "determination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation"."restitution_plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "folio" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "measures" TEXT[],
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "restitution_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation"."child_ref" (
    "child_id" UUID NOT NULL,
    "folio" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "first_detected_at" TIMESTAMPTZ(3) NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,

    CONSTRAINT "child_ref_pkey" PRIMARY KEY ("child_id")
);

-- CreateTable
CREATE TABLE "representation"."identifier_ref" (
    "type" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "child_id" UUID NOT NULL,

    CONSTRAINT "identifier_ref_pkey" PRIMARY KEY ("type","value")
);

-- CreateTable
CREATE TABLE "representation"."notice_ref" (
    "detection_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "state" CHAR(2) NOT NULL,
    "notified_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_ref_pkey" PRIMARY KEY ("detection_id")
);

-- CreateTable
CREATE TABLE "representation"."case_ledger" (
    "child_id" UUID NOT NULL,
    "state" CHAR(2) NOT NULL,
    "notified_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "determined_at" TIMESTAMPTZ(3),
    "plan_on" DATE,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,

    CONSTRAINT "case_ledger_pkey" PRIMARY KEY ("child_id")
);

-- CreateTable
CREATE TABLE "representation"."snapshot" (
    "state" CHAR(2) NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "unprocessed" INTEGER NOT NULL,
    "under24_hours" INTEGER NOT NULL,
    "from24_to72_hours" INTEGER NOT NULL,
    "from72_hours_to5_working_days" INTEGER NOT NULL,
    "over5_working_days" INTEGER NOT NULL,
    "without_determination" INTEGER NOT NULL,
    "oldest_notified_at" TIMESTAMPTZ(3),

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("state")
);

-- CreateTable
CREATE TABLE "representation"."batch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "feed" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" CHAR(2),
    "cutoff_on" DATE NOT NULL,
    "is_preliminary" BOOLEAN NOT NULL DEFAULT false,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "accepted_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "unmatched_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "skipped_count" INTEGER NOT NULL DEFAULT 0,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation"."unmatched_row" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "batch_id" UUID NOT NULL,
    "feed" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "keys" TEXT[],
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "matched_at" TIMESTAMPTZ(3),

    CONSTRAINT "unmatched_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation"."former_version" (
    "id" BIGSERIAL NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "former" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation"."position" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation"."delta" (
    "id" BIGSERIAL NOT NULL,
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation"."day_counter" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "day_counter_pkey" PRIMARY KEY ("indicator","state","day")
);

-- CreateTable
CREATE TABLE "representation"."month_counter" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "month" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "month_counter_pkey" PRIMARY KEY ("indicator","state","month")
);

-- CreateTable
CREATE TABLE "representation"."cube" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "cube_pkey" PRIMARY KEY ("indicator","state","day","nationality","age_group","accompaniment")
);

-- CreateTable
CREATE TABLE "returns"."return_plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "folio" TEXT NOT NULL,
    "child_id" UUID NOT NULL,
    "state" CHAR(2) NOT NULL,
    "planned_on" DATE NOT NULL,
    "return_type" TEXT NOT NULL,
    "destination" CHAR(3) NOT NULL,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "return_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "returns"."executed_return" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "folio" TEXT NOT NULL,
    "child_id" UUID NOT NULL,
    "state" CHAR(2) NOT NULL,
    "departed_at" TIMESTAMPTZ(3) NOT NULL,
    "return_type" TEXT NOT NULL,
    "destination" CHAR(3) NOT NULL,
    "mode" TEXT,
    "exit_point" TEXT,
    "receiving_authority" TEXT,
    "determination_number" TEXT,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "executed_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "returns"."return_checklist" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "return_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "batch_id" UUID NOT NULL,
    "line" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "return_checklist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "returns"."child_ref" (
    "child_id" UUID NOT NULL,
    "folio" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "first_detected_at" TIMESTAMPTZ(3) NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,

    CONSTRAINT "child_ref_pkey" PRIMARY KEY ("child_id")
);

-- CreateTable
CREATE TABLE "returns"."identifier_ref" (
    "type" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "child_id" UUID NOT NULL,

    CONSTRAINT "identifier_ref_pkey" PRIMARY KEY ("type","value")
);

-- CreateTable
CREATE TABLE "returns"."detection_ref" (
    "detection_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "detected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "detection_ref_pkey" PRIMARY KEY ("detection_id")
);

-- CreateTable
CREATE TABLE "returns"."determination_ref" (
    "determination_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "authority" TEXT NOT NULL,

    CONSTRAINT "determination_ref_pkey" PRIMARY KEY ("determination_id")
);

-- CreateTable
CREATE TABLE "returns"."return_standing" (
    "return_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "state" CHAR(2) NOT NULL,
    "departed_at" TIMESTAMPTZ(3) NOT NULL,
    "return_type" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "hours_since_detection" INTEGER,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,

    CONSTRAINT "return_standing_pkey" PRIMARY KEY ("return_id")
);

-- CreateTable
CREATE TABLE "returns"."batch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "feed" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" CHAR(2),
    "cutoff_on" DATE NOT NULL,
    "is_preliminary" BOOLEAN NOT NULL DEFAULT false,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "accepted_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "unmatched_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "skipped_count" INTEGER NOT NULL DEFAULT 0,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "returns"."unmatched_row" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "batch_id" UUID NOT NULL,
    "feed" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "keys" TEXT[],
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "matched_at" TIMESTAMPTZ(3),

    CONSTRAINT "unmatched_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "returns"."former_version" (
    "id" BIGSERIAL NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "former" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "returns"."position" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "returns"."delta" (
    "id" BIGSERIAL NOT NULL,
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "returns"."day_counter" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "day_counter_pkey" PRIMARY KEY ("indicator","state","day")
);

-- CreateTable
CREATE TABLE "returns"."month_counter" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "month" DATE NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "month_counter_pkey" PRIMARY KEY ("indicator","state","month")
);

-- CreateTable
CREATE TABLE "returns"."cube" (
    "indicator" TEXT NOT NULL,
    "state" CHAR(2) NOT NULL,
    "day" DATE NOT NULL,
    "nationality" CHAR(3) NOT NULL,
    "age_group" TEXT NOT NULL,
    "accompaniment" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "cube_pkey" PRIMARY KEY ("indicator","state","day","nationality","age_group","accompaniment")
);

-- CreateIndex
CREATE UNIQUE INDEX "child_folio_key" ON "children"."child"("folio");

-- CreateIndex
CREATE INDEX "child_state_first_detected_at_idx" ON "children"."child"("state", "first_detected_at");

-- CreateIndex
CREATE INDEX "child_batch_id_idx" ON "children"."child"("batch_id");

-- CreateIndex
CREATE INDEX "identifier_child_id_idx" ON "children"."identifier"("child_id");

-- CreateIndex
CREATE INDEX "identifier_batch_id_idx" ON "children"."identifier"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "identifier_type_value_key" ON "children"."identifier"("type", "value");

-- CreateIndex
CREATE INDEX "family_tie_batch_id_idx" ON "children"."family_tie"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "family_tie_child_id_relative_acta_key" ON "children"."family_tie"("child_id", "relative_acta");

-- CreateIndex
CREATE UNIQUE INDEX "detection_acta_key" ON "children"."detection"("acta");

-- CreateIndex
CREATE INDEX "detection_child_id_detected_at_idx" ON "children"."detection"("child_id", "detected_at");

-- CreateIndex
CREATE INDEX "detection_batch_id_idx" ON "children"."detection"("batch_id");

-- CreateIndex
CREATE INDEX "migration_document_child_id_idx" ON "children"."migration_document"("child_id");

-- CreateIndex
CREATE INDEX "migration_document_batch_id_idx" ON "children"."migration_document"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "asylum_claim_file_number_key" ON "children"."asylum_claim"("file_number");

-- CreateIndex
CREATE INDEX "asylum_claim_child_id_idx" ON "children"."asylum_claim"("child_id");

-- CreateIndex
CREATE INDEX "asylum_claim_batch_id_idx" ON "children"."asylum_claim"("batch_id");

-- CreateIndex
CREATE INDEX "batch_feed_sha256_idx" ON "children"."batch"("feed", "sha256");

-- CreateIndex
CREATE INDEX "unmatched_row_feed_matched_at_idx" ON "children"."unmatched_row"("feed", "matched_at");

-- CreateIndex
CREATE INDEX "unmatched_row_batch_id_idx" ON "children"."unmatched_row"("batch_id");

-- CreateIndex
CREATE INDEX "former_version_entity_id_idx" ON "children"."former_version"("entity_id");

-- CreateIndex
CREATE INDEX "path_fact_child_id_idx" ON "oversight"."path_fact"("child_id");

-- CreateIndex
CREATE INDEX "feed_batch_feed_source_state_idx" ON "oversight"."feed_batch"("feed", "source", "state");

-- CreateIndex
CREATE INDEX "batch_feed_sha256_idx" ON "oversight"."batch"("feed", "sha256");

-- CreateIndex
CREATE INDEX "unmatched_row_feed_matched_at_idx" ON "oversight"."unmatched_row"("feed", "matched_at");

-- CreateIndex
CREATE INDEX "unmatched_row_batch_id_idx" ON "oversight"."unmatched_row"("batch_id");

-- CreateIndex
CREATE INDEX "former_version_entity_id_idx" ON "oversight"."former_version"("entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "facility_key_key" ON "placements"."facility"("key");

-- CreateIndex
CREATE INDEX "facility_state_type_idx" ON "placements"."facility"("state", "type");

-- CreateIndex
CREATE INDEX "facility_name_key_state_idx" ON "placements"."facility"("name_key", "state");

-- CreateIndex
CREATE INDEX "facility_batch_id_idx" ON "placements"."facility"("batch_id");

-- CreateIndex
CREATE INDEX "stay_facility_id_left_at_idx" ON "placements"."stay"("facility_id", "left_at");

-- CreateIndex
CREATE INDEX "stay_batch_id_idx" ON "placements"."stay"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "stay_child_id_facility_id_entered_at_key" ON "placements"."stay"("child_id", "facility_id", "entered_at");

-- CreateIndex
CREATE INDEX "urgent_measure_batch_id_idx" ON "placements"."urgent_measure"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "urgent_measure_stay_id_number_key" ON "placements"."urgent_measure"("stay_id", "number");

-- CreateIndex
CREATE INDEX "inspection_batch_id_idx" ON "placements"."inspection"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_facility_id_inspected_on_authority_key" ON "placements"."inspection"("facility_id", "inspected_on", "authority");

-- CreateIndex
CREATE INDEX "identifier_ref_child_id_idx" ON "placements"."identifier_ref"("child_id");

-- CreateIndex
CREATE INDEX "stay_ledger_child_id_idx" ON "placements"."stay_ledger"("child_id");

-- CreateIndex
CREATE INDEX "stay_ledger_facility_id_idx" ON "placements"."stay_ledger"("facility_id");

-- CreateIndex
CREATE INDEX "batch_feed_sha256_idx" ON "placements"."batch"("feed", "sha256");

-- CreateIndex
CREATE INDEX "unmatched_row_feed_matched_at_idx" ON "placements"."unmatched_row"("feed", "matched_at");

-- CreateIndex
CREATE INDEX "unmatched_row_batch_id_idx" ON "placements"."unmatched_row"("batch_id");

-- CreateIndex
CREATE INDEX "former_version_entity_id_idx" ON "placements"."former_version"("entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "protection_case_folio_key" ON "representation"."protection_case"("folio");

-- CreateIndex
CREATE INDEX "protection_case_child_id_idx" ON "representation"."protection_case"("child_id");

-- CreateIndex
CREATE INDEX "protection_case_state_opened_at_idx" ON "representation"."protection_case"("state", "opened_at");

-- CreateIndex
CREATE INDEX "protection_case_batch_id_idx" ON "representation"."protection_case"("batch_id");

-- CreateIndex
CREATE INDEX "representation_child_id_idx" ON "representation"."representation"("child_id");

-- CreateIndex
CREATE INDEX "representation_batch_id_idx" ON "representation"."representation"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "representation_case_id_quality_started_on_key" ON "representation"."representation"("case_id", "quality", "started_on");

-- CreateIndex
CREATE INDEX "counsel_request_child_id_idx" ON "representation"."counsel_request"("child_id");

-- CreateIndex
CREATE INDEX "counsel_request_batch_id_idx" ON "representation"."counsel_request"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "counsel_request_case_id_requested_on_key" ON "representation"."counsel_request"("case_id", "requested_on");

-- CreateIndex
CREATE UNIQUE INDEX "determination_number_key" ON "representation"."determination"("number");

-- CreateIndex
CREATE INDEX "determination_case_id_idx" ON "representation"."determination"("case_id");

-- CreateIndex
CREATE INDEX "determination_child_id_decided_at_idx" ON "representation"."determination"("child_id", "decided_at");

-- CreateIndex
CREATE INDEX "determination_batch_id_idx" ON "representation"."determination"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "restitution_plan_folio_key" ON "representation"."restitution_plan"("folio");

-- CreateIndex
CREATE INDEX "restitution_plan_case_id_idx" ON "representation"."restitution_plan"("case_id");

-- CreateIndex
CREATE INDEX "restitution_plan_child_id_idx" ON "representation"."restitution_plan"("child_id");

-- CreateIndex
CREATE INDEX "restitution_plan_batch_id_idx" ON "representation"."restitution_plan"("batch_id");

-- CreateIndex
CREATE INDEX "identifier_ref_child_id_idx" ON "representation"."identifier_ref"("child_id");

-- CreateIndex
CREATE INDEX "notice_ref_child_id_idx" ON "representation"."notice_ref"("child_id");

-- CreateIndex
CREATE INDEX "batch_feed_sha256_idx" ON "representation"."batch"("feed", "sha256");

-- CreateIndex
CREATE INDEX "unmatched_row_feed_matched_at_idx" ON "representation"."unmatched_row"("feed", "matched_at");

-- CreateIndex
CREATE INDEX "unmatched_row_batch_id_idx" ON "representation"."unmatched_row"("batch_id");

-- CreateIndex
CREATE INDEX "former_version_entity_id_idx" ON "representation"."former_version"("entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "return_plan_folio_key" ON "returns"."return_plan"("folio");

-- CreateIndex
CREATE INDEX "return_plan_child_id_idx" ON "returns"."return_plan"("child_id");

-- CreateIndex
CREATE INDEX "return_plan_batch_id_idx" ON "returns"."return_plan"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "executed_return_folio_key" ON "returns"."executed_return"("folio");

-- CreateIndex
CREATE INDEX "executed_return_child_id_idx" ON "returns"."executed_return"("child_id");

-- CreateIndex
CREATE INDEX "executed_return_batch_id_idx" ON "returns"."executed_return"("batch_id");

-- CreateIndex
CREATE INDEX "return_checklist_batch_id_idx" ON "returns"."return_checklist"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "return_checklist_return_id_source_key" ON "returns"."return_checklist"("return_id", "source");

-- CreateIndex
CREATE INDEX "identifier_ref_child_id_idx" ON "returns"."identifier_ref"("child_id");

-- CreateIndex
CREATE INDEX "detection_ref_child_id_idx" ON "returns"."detection_ref"("child_id");

-- CreateIndex
CREATE INDEX "determination_ref_child_id_idx" ON "returns"."determination_ref"("child_id");

-- CreateIndex
CREATE INDEX "return_standing_child_id_idx" ON "returns"."return_standing"("child_id");

-- CreateIndex
CREATE INDEX "batch_feed_sha256_idx" ON "returns"."batch"("feed", "sha256");

-- CreateIndex
CREATE INDEX "unmatched_row_feed_matched_at_idx" ON "returns"."unmatched_row"("feed", "matched_at");

-- CreateIndex
CREATE INDEX "unmatched_row_batch_id_idx" ON "returns"."unmatched_row"("batch_id");

-- CreateIndex
CREATE INDEX "former_version_entity_id_idx" ON "returns"."former_version"("entity_id");

-- AddForeignKey
ALTER TABLE "children"."person_name" ADD CONSTRAINT "person_name_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "children"."child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "children"."identifier" ADD CONSTRAINT "identifier_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "children"."child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "children"."family_tie" ADD CONSTRAINT "family_tie_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "children"."child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "children"."detection" ADD CONSTRAINT "detection_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "children"."child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "children"."migration_document" ADD CONSTRAINT "migration_document_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "children"."child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "children"."asylum_claim" ADD CONSTRAINT "asylum_claim_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "children"."child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placements"."stay" ADD CONSTRAINT "stay_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "placements"."facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placements"."urgent_measure" ADD CONSTRAINT "urgent_measure_stay_id_fkey" FOREIGN KEY ("stay_id") REFERENCES "placements"."stay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placements"."inspection" ADD CONSTRAINT "inspection_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "placements"."facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representation"."representation" ADD CONSTRAINT "representation_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "representation"."protection_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representation"."counsel_request" ADD CONSTRAINT "counsel_request_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "representation"."protection_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representation"."determination" ADD CONSTRAINT "determination_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "representation"."protection_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representation"."restitution_plan" ADD CONSTRAINT "restitution_plan_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "representation"."protection_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "returns"."return_checklist" ADD CONSTRAINT "return_checklist_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "returns"."executed_return"("id") ON DELETE CASCADE ON UPDATE CASCADE;


