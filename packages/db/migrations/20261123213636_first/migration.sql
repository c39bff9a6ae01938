CREATE TABLE "closed_days" (
	"partnership_id" uuid,
	"day" date,
	"name" text NOT NULL,
	CONSTRAINT "closed_days_pkey" PRIMARY KEY("partnership_id","day")
);
--> statement-breakpoint
ALTER TABLE "closed_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "leader_days" (
	"partnership_id" uuid,
	"person_id" uuid,
	"day" date,
	CONSTRAINT "leader_days_pkey" PRIMARY KEY("partnership_id","person_id","day")
);
--> statement-breakpoint
ALTER TABLE "leader_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "school_days" (
	"partnership_id" uuid,
	"school_id" uuid,
	"day" date,
	"kind" text NOT NULL,
	CONSTRAINT "school_days_pkey" PRIMARY KEY("partnership_id","school_id","day"),
	CONSTRAINT "school_days_kind_known" CHECK ("kind" in ('inset','blocked'))
);
--> statement-breakpoint
ALTER TABLE "school_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "terms" (
	"partnership_id" uuid,
	"year" integer,
	"name" text,
	"start_day" date NOT NULL,
	"end_day" date NOT NULL,
	CONSTRAINT "terms_pkey" PRIMARY KEY("partnership_id","year","name"),
	CONSTRAINT "terms_days_in_order" CHECK ("start_day" <= "end_day")
);
--> statement-breakpoint
ALTER TABLE "terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"partnership_id" uuid,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"school_id" uuid,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "events_pkey" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_changes" (
	"partnership_id" uuid,
	"import_id" uuid,
	"position" integer,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "import_changes_pkey" PRIMARY KEY("partnership_id","import_id","position"),
	CONSTRAINT "import_changes_kind_known" CHECK ("kind" in ('added','changed','closed','converted','reopened','refused','unsettled'))
);
--> statement-breakpoint
ALTER TABLE "import_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_chunks" (
	"partnership_id" uuid,
	"import_id" uuid,
	"name" text,
	"position" integer,
	"bytes" bytea NOT NULL,
	CONSTRAINT "import_chunks_pkey" PRIMARY KEY("partnership_id","import_id","name","position")
);
--> statement-breakpoint
ALTER TABLE "import_chunks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_files" (
	"partnership_id" uuid,
	"import_id" uuid,
	"name" text,
	"size" bigint NOT NULL,
	CONSTRAINT "import_files_pkey" PRIMARY KEY("partnership_id","import_id","name")
);
--> statement-breakpoint
ALTER TABLE "import_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"kind" text NOT NULL,
	"state" text DEFAULT 'uploading' NOT NULL,
	"job_id" uuid,
	"counts" jsonb,
	"faults" jsonb DEFAULT '[]' NOT NULL,
	"started_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"applied_at" timestamp with time zone,
	CONSTRAINT "imports_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "imports_kind_known" CHECK ("kind" in ('register','people')),
	CONSTRAINT "imports_state_known" CHECK ("state" in ('uploading','checking','ready','applying','applied','failed','discarded'))
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "jobs" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"kind" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"input" jsonb NOT NULL,
	"progress" jsonb,
	"problem" text,
	"started_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"claim" uuid,
	"beat_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"cancel_asked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "jobs_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "jobs_kind_known" CHECK ("kind" in ('check-import','apply-import','plan-season')),
	CONSTRAINT "jobs_state_known" CHECK ("state" in ('waiting','running','done','failed','cancelled'))
);
--> statement-breakpoint
ALTER TABLE "jobs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partnerships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"name" text NOT NULL,
	"la_code" text NOT NULL,
	"is_demonstration" boolean DEFAULT false NOT NULL,
	"state_funded_types" integer[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "partnerships_name_given" CHECK (length(trim("name")) > 0),
	CONSTRAINT "partnerships_la_code" CHECK ("la_code" ~ '^[0-9]{3}$')
);
--> statement-breakpoint
ALTER TABLE "partnerships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"partnership_id" uuid,
	"person_id" uuid,
	"title" text,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"email" text NOT NULL,
	"trained_on" date,
	"can_lead" boolean DEFAULT false NOT NULL,
	CONSTRAINT "people_pkey" PRIMARY KEY("partnership_id","person_id"),
	CONSTRAINT "people_lead_is_trained" CHECK (not "can_lead" or "trained_on" is not null)
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"email" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "persons_email_lower_case" CHECK ("email" = lower("email"))
);
--> statement-breakpoint
ALTER TABLE "persons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "roles" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"person_id" uuid NOT NULL,
	"school_id" uuid,
	"role" text NOT NULL,
	"from_day" date,
	"to_day" date,
	CONSTRAINT "roles_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "roles_days_in_order" CHECK ("from_day" is null or "to_day" is null or "from_day" <= "to_day"),
	CONSTRAINT "roles_known" CHECK ("role" in ('broker','board-member','local-authority-officer','observer','headteacher','deputy','senior-leader','chair-of-governors','governor','school-administrator')),
	CONSTRAINT "roles_place" CHECK (("school_id" is null) = ("role" in ('broker','board-member','local-authority-officer','observer')))
);
--> statement-breakpoint
ALTER TABLE "roles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cluster_schools" (
	"partnership_id" uuid,
	"cluster_id" uuid,
	"school_id" uuid,
	CONSTRAINT "cluster_schools_pkey" PRIMARY KEY("partnership_id","cluster_id","school_id")
);
--> statement-breakpoint
ALTER TABLE "cluster_schools" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "clusters" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"name" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "clusters_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "clusters_kind_known" CHECK ("kind" in ('primary-partnership','similar-secondary','special-county')),
	CONSTRAINT "clusters_name_given" CHECK (length(trim("name")) > 0)
);
--> statement-breakpoint
ALTER TABLE "clusters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "establishment_links" (
	"partnership_id" uuid,
	"urn" integer,
	"link_urn" integer,
	"link_type" text,
	"link_name" text NOT NULL,
	"established_on" date,
	CONSTRAINT "establishment_links_pkey" PRIMARY KEY("partnership_id","urn","link_urn","link_type")
);
--> statement-breakpoint
ALTER TABLE "establishment_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "establishments" (
	"partnership_id" uuid,
	"urn" integer,
	"school_id" uuid NOT NULL,
	"facts" jsonb NOT NULL,
	"ever_open" boolean NOT NULL,
	"followed_by" integer,
	"source_file" text NOT NULL,
	"source_date" date NOT NULL,
	CONSTRAINT "establishments_pkey" PRIMARY KEY("partnership_id","urn")
);
--> statement-breakpoint
ALTER TABLE "establishments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"partnership_id" uuid,
	"school_id" uuid,
	"from_day" date,
	"to_day" date,
	CONSTRAINT "memberships_pkey" PRIMARY KEY("partnership_id","school_id","from_day"),
	CONSTRAINT "memberships_days_in_order" CHECK ("to_day" is null or "from_day" <= "to_day")
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "schools" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"urn" integer NOT NULL,
	"name" text NOT NULL,
	"is_open" boolean NOT NULL,
	"phases" text[] NOT NULL,
	"type_name" text,
	"town" text,
	"postcode" text,
	"easting" integer,
	"northing" integer,
	"pupils" integer,
	"trust" text,
	"federation" text,
	"settlement" text NOT NULL,
	"counted" boolean NOT NULL,
	"absorbed_by" uuid,
	CONSTRAINT "schools_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "schools_name_given" CHECK (length(trim("name")) > 0),
	CONSTRAINT "schools_settlement_known" CHECK ("settlement" in ('by-type','by-group','by-broker','not-counted','not-counted-by-broker','unsettled')),
	CONSTRAINT "schools_unsettled_not_counted" CHECK (not ("counted" and "settlement" in ('unsettled','not-counted','not-counted-by-broker')))
);
--> statement-breakpoint
ALTER TABLE "schools" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "review_seats" (
	"partnership_id" uuid,
	"season_id" uuid,
	"school_id" uuid,
	"person_id" uuid,
	"day" date NOT NULL,
	CONSTRAINT "review_seats_pkey" PRIMARY KEY("partnership_id","season_id","school_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "review_seats" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reviews" (
	"partnership_id" uuid,
	"season_id" uuid,
	"school_id" uuid,
	"day" date NOT NULL,
	"lead_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	CONSTRAINT "reviews_pkey" PRIMARY KEY("partnership_id","season_id","school_id"),
	CONSTRAINT "reviews_state_known" CHECK ("state" in ('draft'))
);
--> statement-breakpoint
ALTER TABLE "reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seasons" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"year" integer NOT NULL,
	"window_start" date NOT NULL,
	"window_end" date NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"job_id" uuid,
	"instance" jsonb,
	"planned_at" timestamp with time zone,
	CONSTRAINT "seasons_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "seasons_state_known" CHECK ("state" in ('draft')),
	CONSTRAINT "seasons_window_in_order" CHECK ("window_start" <= "window_end")
);
--> statement-breakpoint
ALTER TABLE "seasons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unplaced_schools" (
	"partnership_id" uuid,
	"season_id" uuid,
	"school_id" uuid,
	"reasons" text[] NOT NULL,
	CONSTRAINT "unplaced_schools_pkey" PRIMARY KEY("partnership_id","season_id","school_id")
);
--> statement-breakpoint
ALTER TABLE "unplaced_schools" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"partnership_id" uuid,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"token_hash" text PRIMARY KEY,
	"session_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "refresh_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"person_id" uuid NOT NULL,
	"partnership_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_why" text,
	CONSTRAINT "sessions_ended_why" CHECK (("ended_at" is null) = ("ended_why" is null))
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"token_hash" text PRIMARY KEY,
	"person_id" uuid NOT NULL,
	"browser_hash" text,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "sign_in_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "events_by_school" ON "events" ("partnership_id","school_id","id");--> statement-breakpoint
CREATE INDEX "import_changes_by_kind" ON "import_changes" ("partnership_id","import_id","kind","position");--> statement-breakpoint
CREATE INDEX "imports_newest" ON "imports" ("partnership_id","created_at");--> statement-breakpoint
CREATE INDEX "jobs_under_way" ON "jobs" ("partnership_id","created_at") WHERE state in ('waiting','running');--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" ("partnership_id","last_name","first_name","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "persons_email" ON "persons" ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "roles_once" ON "roles" ("partnership_id","person_id","role",coalesce("school_id", '00000000-0000-0000-0000-000000000000'::uuid),coalesce("from_day", '-infinity'::date));--> statement-breakpoint
CREATE INDEX "roles_by_school" ON "roles" ("partnership_id","school_id");--> statement-breakpoint
CREATE INDEX "cluster_schools_by_school" ON "cluster_schools" ("partnership_id","school_id");--> statement-breakpoint
CREATE UNIQUE INDEX "clusters_name" ON "clusters" ("partnership_id",lower("name"));--> statement-breakpoint
CREATE INDEX "establishments_by_school" ON "establishments" ("partnership_id","school_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one_open" ON "memberships" ("partnership_id","school_id") WHERE to_day is null;--> statement-breakpoint
CREATE UNIQUE INDEX "schools_urn" ON "schools" ("partnership_id","urn") WHERE absorbed_by is null;--> statement-breakpoint
CREATE INDEX "schools_by_name" ON "schools" ("partnership_id","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_seats_one_a_day" ON "review_seats" ("partnership_id","season_id","person_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "seasons_year" ON "seasons" ("partnership_id","year");--> statement-breakpoint
CREATE INDEX "unplaced_schools_by_school" ON "unplaced_schools" ("partnership_id","school_id");--> statement-breakpoint
CREATE INDEX "mails_newest" ON "mails" ("created_at");--> statement-breakpoint
CREATE INDEX "refresh_tokens_by_session" ON "refresh_tokens" ("session_id");--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" ("person_id");--> statement-breakpoint
ALTER TABLE "closed_days" ADD CONSTRAINT "closed_days_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "leader_days" ADD CONSTRAINT "leader_days_maP3230Gzqwx_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "school_days" ADD CONSTRAINT "school_days_vOBhVsPzzUrj_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_partnership_id_school_id_schools_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_LG8xUyPnSh4y_fkey" FOREIGN KEY ("partnership_id","import_id") REFERENCES "imports"("partnership_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "import_chunks" ADD CONSTRAINT "import_chunks_oTDgrlDOtrMO_fkey" FOREIGN KEY ("partnership_id","import_id","name") REFERENCES "import_files"("partnership_id","import_id","name") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_eFJ8XbvacvUM_fkey" FOREIGN KEY ("partnership_id","import_id") REFERENCES "imports"("partnership_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_person_id_persons_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id");--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_9d4ZWTsAH8YV_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_partnership_id_school_id_schools_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "cluster_schools" ADD CONSTRAINT "cluster_schools_XJ3gcTe7huo9_fkey" FOREIGN KEY ("partnership_id","cluster_id") REFERENCES "clusters"("partnership_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "cluster_schools" ADD CONSTRAINT "cluster_schools_29AZLnESNuet_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "clusters" ADD CONSTRAINT "clusters_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "establishment_links" ADD CONSTRAINT "establishment_links_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "establishments" ADD CONSTRAINT "establishments_ypu2B3XZ4cl9_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_vOz8dkDPH8ri_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "schools" ADD CONSTRAINT "schools_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "schools" ADD CONSTRAINT "schools_joKif1qIhXcw_fkey" FOREIGN KEY ("partnership_id","absorbed_by") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "review_seats" ADD CONSTRAINT "review_seats_vLix51EBcF8D_fkey" FOREIGN KEY ("partnership_id","season_id","school_id") REFERENCES "reviews"("partnership_id","season_id","school_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "review_seats" ADD CONSTRAINT "review_seats_XeB0d06qGZU9_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_partnership_id_season_id_seasons_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","season_id") REFERENCES "seasons"("partnership_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_partnership_id_school_id_schools_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_S1iDnMuCefO4_fkey" FOREIGN KEY ("partnership_id","lead_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "seasons" ADD CONSTRAINT "seasons_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "unplaced_schools" ADD CONSTRAINT "unplaced_schools_VGhYJHSNcADb_fkey" FOREIGN KEY ("partnership_id","season_id") REFERENCES "seasons"("partnership_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "unplaced_schools" ADD CONSTRAINT "unplaced_schools_QcCNqyhqE96r_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_persons_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_person_id_persons_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id");--> statement-breakpoint
CREATE POLICY "own_partnership" ON "closed_days" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "leader_days" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "school_days" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "terms" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "events" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "import_changes" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "import_chunks" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "import_files" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "imports" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "jobs" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "partnerships" AS PERMISSIVE FOR ALL TO "lateral_app" USING (id = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK (id = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "partnerships" AS PERMISSIVE FOR SELECT TO "lateral_authn" USING (true);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "people" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "persons" AS PERMISSIVE FOR ALL TO "lateral_authn" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "roles" AS PERMISSIVE FOR ALL TO "lateral_app" USING (partnership_id = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK (partnership_id = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "roles" AS PERMISSIVE FOR SELECT TO "lateral_authn" USING (true);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "cluster_schools" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "clusters" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "establishment_links" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "establishments" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "memberships" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "schools" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "review_seats" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "reviews" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "seasons" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "unplaced_schools" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "mails" AS PERMISSIVE FOR INSERT TO "lateral_app" WITH CHECK (partnership_id = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "mails" AS PERMISSIVE FOR ALL TO "lateral_authn" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "refresh_tokens" AS PERMISSIVE FOR ALL TO "lateral_authn" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "sessions" AS PERMISSIVE FOR ALL TO "lateral_authn" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "sign_in_links" AS PERMISSIVE FOR ALL TO "lateral_authn" USING (true) WITH CHECK (true);