CREATE TABLE "school_words" (
	"partnership_id" uuid,
	"word" text,
	CONSTRAINT "school_words_pkey" PRIMARY KEY("partnership_id","word")
);
--> statement-breakpoint
ALTER TABLE "school_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "searched" text GENERATED ALWAYS AS (translate(lower(name || ' ' || coalesce(town, '') || ' ' || coalesce(postcode, '') || ' ' || urn::text), '''’.', '')) STORED;--> statement-breakpoint
ALTER TABLE "school_words" ADD CONSTRAINT "school_words_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
CREATE POLICY "own_partnership" ON "school_words" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);