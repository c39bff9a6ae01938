CREATE TABLE "import_rows" (
	"partnership_id" uuid,
	"import_id" uuid,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "import_rows_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"table_name" text NOT NULL,
	"key" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "import_rows_pkey" PRIMARY KEY("partnership_id","import_id","position"),
	CONSTRAINT "import_rows_something" CHECK ("before" is not null or "after" is not null)
);
--> statement-breakpoint
ALTER TABLE "import_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "import_rows_by_key" ON "import_rows" ("partnership_id","table_name","key");--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_UqAQ0G7pMUrC_fkey" FOREIGN KEY ("partnership_id","import_id") REFERENCES "imports"("partnership_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "imports_state_known", ADD CONSTRAINT "imports_state_known" CHECK ("state" in ('uploading','checking','ready','applying','applied','failed','discarded','undoing','undone'));--> statement-breakpoint
ALTER TABLE "jobs" DROP CONSTRAINT "jobs_kind_known", ADD CONSTRAINT "jobs_kind_known" CHECK ("kind" in ('check-import','apply-import','undo-import','plan-season'));--> statement-breakpoint
CREATE POLICY "own_partnership" ON "import_rows" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);