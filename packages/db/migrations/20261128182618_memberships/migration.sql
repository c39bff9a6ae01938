CREATE TABLE "due_reminders" (
	"partnership_id" uuid,
	"school_id" uuid,
	"about" text,
	"due" date,
	"days" integer,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "due_reminders_pkey" PRIMARY KEY("partnership_id","school_id","about","due","days"),
	CONSTRAINT "due_reminders_about_known" CHECK ("about" in ('renew','consent'))
);
--> statement-breakpoint
ALTER TABLE "due_reminders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notices" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"school_id" uuid NOT NULL,
	"ends_on" date NOT NULL,
	"ended_on" date,
	"why" text,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"taken_back_by" uuid,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "notices_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "notices_taken_back" CHECK (("taken_back_by" is null) = ("taken_back_at" is null))
);
--> statement-breakpoint
ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "renewals" (
	"partnership_id" uuid,
	"school_id" uuid,
	"until_day" date,
	"agreement_id" uuid NOT NULL,
	"met_on" date NOT NULL,
	"minute" text NOT NULL,
	"renewed_by" uuid NOT NULL,
	"renewed_name" text NOT NULL,
	"renewed_at" timestamp with time zone NOT NULL,
	"renewed_means" text NOT NULL,
	CONSTRAINT "renewals_pkey" PRIMARY KEY("partnership_id","school_id","until_day")
);
--> statement-breakpoint
ALTER TABLE "renewals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "signed_copies" (
	"partnership_id" uuid,
	"signing_id" uuid,
	"pdf" bytea NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signed_copies_pkey" PRIMARY KEY("partnership_id","signing_id")
);
--> statement-breakpoint
ALTER TABLE "signed_copies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "terms" jsonb DEFAULT '{"renewal":"none","noticeWeeks":0,"conversion":"carries"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "consent_by" date;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "ends_why" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "urn" integer;--> statement-breakpoint
ALTER TABLE "signings" ADD COLUMN "pledged_pence" integer;--> statement-breakpoint
CREATE INDEX "memberships_by_last_day" ON "memberships" ("partnership_id","to_day");--> statement-breakpoint
CREATE INDEX "notices_by_school" ON "notices" ("partnership_id","school_id","given_at");--> statement-breakpoint
ALTER TABLE "due_reminders" ADD CONSTRAINT "due_reminders_skXWLjkALpxR_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_partnership_id_school_id_schools_partnership_id_id_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_L48RrKl0cIQ5_fkey" FOREIGN KEY ("partnership_id","given_by") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_ry9MhcCJF4dN_fkey" FOREIGN KEY ("partnership_id","taken_back_by") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_u10Q8Ym9Yv6C_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_8caKvZUymY9A_fkey" FOREIGN KEY ("partnership_id","agreement_id") REFERENCES "agreements"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_6NPYY2w3brf4_fkey" FOREIGN KEY ("partnership_id","renewed_by") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "signed_copies" ADD CONSTRAINT "signed_copies_jF3fn1jEUB6T_fkey" FOREIGN KEY ("partnership_id","signing_id") REFERENCES "signings"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_ends_why" CHECK ("ends_why" is null or "to_day" is not null and "ends_why" in ('term','notice','lapsed','broker'));--> statement-breakpoint
ALTER TABLE "signings" ADD CONSTRAINT "signings_pledge" CHECK ("pledged_pence" between 1 and 10000000);--> statement-breakpoint
ALTER TABLE "reminder_batches" DROP CONSTRAINT "reminder_batches_kind_known", ADD CONSTRAINT "reminder_batches_kind_known" CHECK ("kind" in ('join','consent','co-sign','renew','train'));--> statement-breakpoint
ALTER TABLE "saved_views" DROP CONSTRAINT "saved_views_screen_known", ADD CONSTRAINT "saved_views_screen_known" CHECK ("screen" in ('schools','people','reviews','members'));--> statement-breakpoint
CREATE POLICY "own_partnership" ON "due_reminders" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "notices" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "renewals" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "signed_copies" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);