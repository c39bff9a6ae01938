CREATE TABLE "ledger_entries" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"school_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"capacity" text NOT NULL,
	"kind" text NOT NULL,
	"half_days" integer NOT NULL,
	"reason" text,
	"season_id" uuid,
	"host_id" uuid,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"written_by" uuid,
	CONSTRAINT "ledger_entries_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "ledger_entries_capacity_known" CHECK ("capacity" in ('head','deputy')),
	CONSTRAINT "ledger_entries_kind_known" CHECK ("kind" in ('owed','given','received','waived','brought')),
	CONSTRAINT "ledger_entries_some" CHECK ("half_days" <> 0 and abs("half_days") <= 60),
	CONSTRAINT "ledger_entries_reason" CHECK ("written_by" is null or length(trim("reason")) > 0)
);
--> statement-breakpoint
ALTER TABLE "ledger_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "barred_reviewers" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"season_id" uuid NOT NULL,
	"school_id" uuid NOT NULL,
	"other_school_id" uuid,
	"person_id" uuid,
	CONSTRAINT "barred_reviewers_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "barred_reviewers_once" UNIQUE NULLS NOT DISTINCT("partnership_id","season_id","school_id","other_school_id","person_id"),
	CONSTRAINT "barred_reviewers_one_of_both" CHECK (("other_school_id" is null) <> ("person_id" is null))
);
--> statement-breakpoint
ALTER TABLE "barred_reviewers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offered_leaders" (
	"partnership_id" uuid,
	"season_id" uuid,
	"school_id" uuid,
	"person_id" uuid,
	"capacity" text NOT NULL,
	"half_days" integer NOT NULL,
	"expertise" text[] NOT NULL,
	CONSTRAINT "offered_leaders_pkey" PRIMARY KEY("partnership_id","season_id","school_id","person_id"),
	CONSTRAINT "offered_leaders_capacity_known" CHECK ("capacity" in ('head','deputy')),
	CONSTRAINT "offered_leaders_half_days" CHECK ("half_days" between 0 and 20)
);
--> statement-breakpoint
ALTER TABLE "offered_leaders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offers" (
	"partnership_id" uuid,
	"season_id" uuid,
	"school_id" uuid,
	"preferred" date[] NOT NULL,
	"avoided" date[] NOT NULL,
	"focus" text[] NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"sent_by" uuid NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "offers_pkey" PRIMARY KEY("partnership_id","season_id","school_id")
);
--> statement-breakpoint
ALTER TABLE "offers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "booked_seats" (
	"partnership_id" uuid,
	"season_id" uuid,
	"school_id" uuid,
	"person_id" uuid,
	"day" date NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "booked_seats_pkey" PRIMARY KEY("partnership_id","season_id","school_id","person_id"),
	CONSTRAINT "booked_seats_state_known" CHECK ("state" in ('asked','accepted','declined')),
	CONSTRAINT "booked_seats_answered" CHECK (("state" = 'asked') = ("answered_at" is null)),
	CONSTRAINT "booked_seats_reason" CHECK ("state" <> 'declined' or length(trim("reason")) > 0)
);
--> statement-breakpoint
ALTER TABLE "booked_seats" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bookings" (
	"partnership_id" uuid,
	"season_id" uuid,
	"school_id" uuid,
	"day" date NOT NULL,
	"lead_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bookings_pkey" PRIMARY KEY("partnership_id","season_id","school_id"),
	CONSTRAINT "bookings_state_known" CHECK ("state" in ('booked','called-off','done'))
);
--> statement-breakpoint
ALTER TABLE "bookings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"partnership_id" uuid,
	"season_id" uuid,
	"school_id" uuid,
	"person_id" uuid,
	"sequence" integer,
	"method" text NOT NULL,
	"part" text NOT NULL,
	"day" date NOT NULL,
	"why" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "invitations_pkey" PRIMARY KEY("partnership_id","season_id","school_id","person_id","sequence"),
	CONSTRAINT "invitations_method_known" CHECK ("method" in ('request','cancel')),
	CONSTRAINT "invitations_part_known" CHECK ("part" in ('lead','reviewer','host'))
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seat_asks" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"season_id" uuid NOT NULL,
	"school_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"leaver_id" uuid NOT NULL,
	"day" date NOT NULL,
	"state" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "seat_asks_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "seat_asks_state_known" CHECK ("state" in ('open','accepted','declined','expired','withdrawn')),
	CONSTRAINT "seat_asks_answered" CHECK (("state" = 'open') = ("answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "seat_asks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "draft_steps" (
	"partnership_id" uuid,
	"season_id" uuid,
	"version" integer,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"school_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	CONSTRAINT "draft_steps_pkey" PRIMARY KEY("partnership_id","season_id","version"),
	CONSTRAINT "draft_steps_kind_known" CHECK ("kind" in ('placed','moved','team-changed','taken-out'))
);
--> statement-breakpoint
ALTER TABLE "draft_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "training_places" (
	"partnership_id" uuid,
	"session_id" uuid,
	"person_id" uuid,
	"booked_at" timestamp with time zone NOT NULL,
	"booked_by" uuid NOT NULL,
	"attended" boolean,
	CONSTRAINT "training_places_pkey" PRIMARY KEY("partnership_id","session_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "training_places" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "training_sessions" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"half" text NOT NULL,
	"starts_at" text NOT NULL,
	"ends_at" text NOT NULL,
	"place" text NOT NULL,
	"places" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"called_off_at" timestamp with time zone,
	CONSTRAINT "training_sessions_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "training_sessions_kind_known" CHECK ("kind" in ('reviewer','lead')),
	CONSTRAINT "training_sessions_half_known" CHECK ("half" in ('morning','afternoon')),
	CONSTRAINT "training_sessions_places" CHECK ("places" between 1 and 500),
	CONSTRAINT "training_sessions_times" CHECK ("starts_at" ~ '^[0-2][0-9]:[0-5][0-9]$' and "ends_at" ~ '^[0-2][0-9]:[0-5][0-9]$' and "starts_at" < "ends_at")
);
--> statement-breakpoint
ALTER TABLE "training_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "seasons" DROP CONSTRAINT "seasons_state_known";--> statement-breakpoint
ALTER TABLE "reviews" DROP CONSTRAINT "reviews_state_known";--> statement-breakpoint
ALTER TABLE "leader_days" ADD COLUMN "part" text DEFAULT 'day' NOT NULL;--> statement-breakpoint
ALTER TABLE "school_days" ADD COLUMN "part" text DEFAULT 'day' NOT NULL;--> statement-breakpoint
ALTER TABLE "seasons" ADD COLUMN "offers_opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "seasons" ADD COLUMN "offers_until" date;--> statement-breakpoint
ALTER TABLE "seasons" ADD COLUMN "rules" jsonb;--> statement-breakpoint
ALTER TABLE "seasons" ADD COLUMN "rules_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seasons" ADD COLUMN "draft_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seasons" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "seasons" DROP COLUMN "state";--> statement-breakpoint
ALTER TABLE "reviews" DROP COLUMN "state";--> statement-breakpoint
CREATE INDEX "ledger_entries_by_school" ON "ledger_entries" ("partnership_id","school_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entries_owed_once" ON "ledger_entries" ("partnership_id","school_id","year","capacity") WHERE kind = 'owed' and written_by is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entries_review_once" ON "ledger_entries" ("partnership_id","season_id","host_id","person_id","kind","school_id") WHERE host_id is not null and written_by is null;--> statement-breakpoint
CREATE INDEX "barred_reviewers_by_person" ON "barred_reviewers" ("partnership_id","person_id");--> statement-breakpoint
CREATE INDEX "offered_leaders_by_person" ON "offered_leaders" ("partnership_id","person_id");--> statement-breakpoint
CREATE INDEX "offers_by_school" ON "offers" ("partnership_id","school_id");--> statement-breakpoint
CREATE UNIQUE INDEX "booked_seats_one_a_day" ON "booked_seats" ("partnership_id","person_id","day") WHERE state <> 'declined';--> statement-breakpoint
CREATE INDEX "booked_seats_by_person" ON "booked_seats" ("partnership_id","person_id");--> statement-breakpoint
CREATE INDEX "bookings_by_day" ON "bookings" ("partnership_id","day");--> statement-breakpoint
CREATE INDEX "bookings_by_school" ON "bookings" ("partnership_id","school_id");--> statement-breakpoint
CREATE INDEX "bookings_by_lead" ON "bookings" ("partnership_id","lead_id");--> statement-breakpoint
CREATE INDEX "invitations_to_mail" ON "invitations" ("partnership_id","created_at") WHERE mailed_at is null;--> statement-breakpoint
CREATE INDEX "invitations_by_person" ON "invitations" ("partnership_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_asks_one_at_a_time" ON "seat_asks" ("partnership_id","season_id","school_id","leaver_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "seat_asks_by_person" ON "seat_asks" ("partnership_id","person_id");--> statement-breakpoint
CREATE INDEX "seat_asks_open" ON "seat_asks" ("partnership_id","expires_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "training_places_by_person" ON "training_places" ("partnership_id","person_id");--> statement-breakpoint
CREATE INDEX "training_sessions_by_day" ON "training_sessions" ("partnership_id","day","id");--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_fXckwZ9Lj5Nj_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_r1zfdTsYy0Lt_fkey" FOREIGN KEY ("partnership_id","host_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "barred_reviewers" ADD CONSTRAINT "barred_reviewers_G4pfyIEZkSiZ_fkey" FOREIGN KEY ("partnership_id","season_id","school_id") REFERENCES "offers"("partnership_id","season_id","school_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "barred_reviewers" ADD CONSTRAINT "barred_reviewers_mEhpMdcO83Vv_fkey" FOREIGN KEY ("partnership_id","other_school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "barred_reviewers" ADD CONSTRAINT "barred_reviewers_BJUR7q4KQvUr_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "offered_leaders" ADD CONSTRAINT "offered_leaders_zZXYQhwM03XW_fkey" FOREIGN KEY ("partnership_id","season_id","school_id") REFERENCES "offers"("partnership_id","season_id","school_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "offered_leaders" ADD CONSTRAINT "offered_leaders_4kDwj0NDxpLM_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_partnership_id_season_id_seasons_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","season_id") REFERENCES "seasons"("partnership_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_partnership_id_school_id_schools_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "booked_seats" ADD CONSTRAINT "booked_seats_0sUN4tKSDkWk_fkey" FOREIGN KEY ("partnership_id","season_id","school_id") REFERENCES "bookings"("partnership_id","season_id","school_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "booked_seats" ADD CONSTRAINT "booked_seats_XeB0cZXKYL6r_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_sziVFxCOlZsb_fkey" FOREIGN KEY ("partnership_id","season_id") REFERENCES "seasons"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_u10Q8Wv0wVvL_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_b6VFklZGWHv9_fkey" FOREIGN KEY ("partnership_id","lead_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_9mKsU0J2Ia3f_fkey" FOREIGN KEY ("partnership_id","season_id","school_id") REFERENCES "bookings"("partnership_id","season_id","school_id");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_maMqOk3aKUas_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "seat_asks" ADD CONSTRAINT "seat_asks_OxYyGSrSwD43_fkey" FOREIGN KEY ("partnership_id","season_id","school_id") REFERENCES "bookings"("partnership_id","season_id","school_id");--> statement-breakpoint
ALTER TABLE "seat_asks" ADD CONSTRAINT "seat_asks_Gpius5skl43k_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "draft_steps" ADD CONSTRAINT "draft_steps_8CVRKNyRwoI6_fkey" FOREIGN KEY ("partnership_id","season_id") REFERENCES "seasons"("partnership_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "draft_steps" ADD CONSTRAINT "draft_steps_vOz78Cdkv6HO_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "training_places" ADD CONSTRAINT "training_places_iQV3YsG3ki15_fkey" FOREIGN KEY ("partnership_id","session_id") REFERENCES "training_sessions"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "training_places" ADD CONSTRAINT "training_places_QlyusSiauFLl_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "leader_days" ADD CONSTRAINT "leader_days_part_known" CHECK ("part" in ('day','morning','afternoon'));--> statement-breakpoint
ALTER TABLE "school_days" ADD CONSTRAINT "school_days_part_known" CHECK ("part" in ('day','morning','afternoon'));--> statement-breakpoint
ALTER TABLE "seasons" ADD CONSTRAINT "seasons_offers_have_an_end" CHECK (("offers_opened_at" is null) = ("offers_until" is null));--> statement-breakpoint
CREATE POLICY "own_partnership" ON "ledger_entries" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "barred_reviewers" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "offered_leaders" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "offers" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "booked_seats" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "bookings" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "invitations" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "seat_asks" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "draft_steps" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "training_places" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "training_sessions" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);