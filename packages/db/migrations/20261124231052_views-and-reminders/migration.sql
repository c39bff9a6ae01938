CREATE TABLE "reminder_batches" (
	"partnership_id" uuid,
	"id" uuid,
	"kind" text NOT NULL,
	"note" text,
	"asked" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"hold_until" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'held' NOT NULL,
	CONSTRAINT "reminder_batches_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "reminder_batches_kind_known" CHECK ("kind" in ('join','train')),
	CONSTRAINT "reminder_batches_state_known" CHECK ("state" in ('held','undone','sent'))
);
--> statement-breakpoint
ALTER TABLE "reminder_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminders" (
	"partnership_id" uuid,
	"batch_id" uuid,
	"person_id" uuid,
	"school_id" uuid,
	"mail_id" uuid NOT NULL,
	"dropped_why" text,
	CONSTRAINT "reminders_pkey" PRIMARY KEY("partnership_id","batch_id","person_id","school_id")
);
--> statement-breakpoint
ALTER TABLE "reminders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "school_changes" (
	"partnership_id" uuid,
	"id" uuid,
	"kind" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"schools" jsonb NOT NULL,
	CONSTRAINT "school_changes_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "school_changes_kind_known" CHECK ("kind" in ('memberships','clusters'))
);
--> statement-breakpoint
ALTER TABLE "school_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_views" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"owner_id" uuid NOT NULL,
	"screen" text NOT NULL,
	"name" text NOT NULL,
	"filters" jsonb NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	CONSTRAINT "saved_views_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "saved_views_screen_known" CHECK ("screen" in ('schools','people','reviews')),
	CONSTRAINT "saved_views_name_given" CHECK (length(trim("name")) > 0)
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "reminders_by_person" ON "reminders" ("partnership_id","person_id");--> statement-breakpoint
CREATE INDEX "reminders_by_mail" ON "reminders" ("partnership_id","mail_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" ("partnership_id","owner_id",lower("name"));--> statement-breakpoint
ALTER TABLE "reminder_batches" ADD CONSTRAINT "reminder_batches_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "reminder_batches" ADD CONSTRAINT "reminder_batches_HJECm9mZnLG1_fkey" FOREIGN KEY ("partnership_id","made_by") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_OL4vtvENyNww_fkey" FOREIGN KEY ("partnership_id","batch_id") REFERENCES "reminder_batches"("partnership_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_GpiuukMRH3s1_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_ERIzHCscD5D4_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "school_changes" ADD CONSTRAINT "school_changes_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_G6fmUGIDXA8g_fkey" FOREIGN KEY ("partnership_id","owner_id") REFERENCES "people"("partnership_id","person_id") ON DELETE CASCADE;--> statement-breakpoint
CREATE POLICY "own_partnership" ON "reminder_batches" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "reminders" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "school_changes" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "saved_views" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);