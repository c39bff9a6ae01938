CREATE TABLE "erasures" (
	"partnership_id" uuid,
	"person_id" uuid,
	"reason" text NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "erasures_pkey" PRIMARY KEY("partnership_id","person_id"),
	CONSTRAINT "erasures_reason_known" CHECK ("reason" in ('asked','kept-long-enough')),
	CONSTRAINT "erasures_of_another" CHECK ("asked_by" is null or "asked_by" <> "person_id")
);
--> statement-breakpoint
ALTER TABLE "erasures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "erasures_waiting" ON "erasures" ("asked_at") WHERE done_at is null;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_MLgJ1F2ukZSm_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
CREATE POLICY "own_partnership" ON "erasures" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);