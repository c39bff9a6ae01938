CREATE TABLE "digests" (
	"partnership_id" uuid,
	"person_id" uuid,
	"day" date,
	"mail_id" uuid NOT NULL,
	CONSTRAINT "digests_pkey" PRIMARY KEY("partnership_id","person_id","day")
);
--> statement-breakpoint
ALTER TABLE "digests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "digested_on" date;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "unsubscribe_url" text;--> statement-breakpoint
CREATE INDEX "digests_by_mail" ON "digests" ("partnership_id","mail_id");--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_jDuJiKvsTXaL_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_EKWH1XqPRbNr_fkey" FOREIGN KEY ("partnership_id","person_id","digested_on") REFERENCES "digests"("partnership_id","person_id","day");--> statement-breakpoint
CREATE POLICY "own_partnership" ON "digests" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);