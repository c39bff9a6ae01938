CREATE TABLE "similarity_settings" (
	"partnership_id" uuid,
	"version" integer,
	"weights" jsonb NOT NULL,
	"bar_km" double precision NOT NULL,
	"clusters" integer NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"set_by" uuid NOT NULL,
	CONSTRAINT "similarity_settings_pkey" PRIMARY KEY("partnership_id","version"),
	CONSTRAINT "similarity_settings_version" CHECK ("version" > 0),
	CONSTRAINT "similarity_settings_bar" CHECK ("bar_km" between 0 and 100),
	CONSTRAINT "similarity_settings_clusters" CHECK ("clusters" > 0)
);
--> statement-breakpoint
ALTER TABLE "similarity_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "similarity_settings" ADD CONSTRAINT "similarity_settings_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
CREATE POLICY "own_partnership" ON "similarity_settings" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);