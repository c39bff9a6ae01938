CREATE TABLE "import_readings" (
	"partnership_id" uuid,
	"import_id" uuid,
	"position" integer,
	"said" json NOT NULL,
	CONSTRAINT "import_readings_pkey" PRIMARY KEY("partnership_id","import_id","position")
);
--> statement-breakpoint
ALTER TABLE "import_readings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "import_readings" ADD CONSTRAINT "import_readings_WVS41HbK3mGC_fkey" FOREIGN KEY ("partnership_id","import_id") REFERENCES "imports"("partnership_id","id") ON DELETE CASCADE;--> statement-breakpoint
CREATE POLICY "own_partnership" ON "import_readings" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);