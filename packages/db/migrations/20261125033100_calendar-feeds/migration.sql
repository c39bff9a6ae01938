CREATE TABLE "calendar_feeds" (
	"partnership_id" uuid,
	"person_id" uuid,
	"id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"with_terms" boolean NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY("partnership_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "feed_entries" (
	"partnership_id" uuid,
	"person_id" uuid,
	"key" text,
	"shown" jsonb NOT NULL,
	"sequence" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "feed_entries_pkey" PRIMARY KEY("partnership_id","person_id","key"),
	CONSTRAINT "feed_entries_sequence" CHECK ("sequence" >= 0)
);
--> statement-breakpoint
ALTER TABLE "feed_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_secret" ON "calendar_feeds" ("partnership_id","secret_hash");--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_jZuvNH3cqggA_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "feed_entries" ADD CONSTRAINT "feed_entries_iEYLM5nrGwxm_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "calendar_feeds"("partnership_id","person_id") ON DELETE CASCADE;--> statement-breakpoint
CREATE POLICY "own_partnership" ON "calendar_feeds" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "feed_entries" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);