CREATE TABLE "calendar_years" (
	"partnership_id" uuid,
	"year" integer,
	"version" integer NOT NULL,
	CONSTRAINT "calendar_years_pkey" PRIMARY KEY("partnership_id","year")
);
--> statement-breakpoint
ALTER TABLE "calendar_years" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "school_details" (
	"partnership_id" uuid,
	"school_id" uuid,
	"version" integer NOT NULL,
	"email" text,
	"phone" text,
	"website" text,
	"ask_for" text,
	"arrival" text,
	"access" text,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "school_details_pkey" PRIMARY KEY("partnership_id","school_id"),
	CONSTRAINT "school_details_version" CHECK ("version" > 0)
);
--> statement-breakpoint
ALTER TABLE "school_details" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "partnerships" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "clusters" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_years" ADD CONSTRAINT "calendar_years_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "school_details" ADD CONSTRAINT "school_details_jYTE8Vkp6tXY_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
CREATE POLICY "own_partnership" ON "calendar_years" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "school_details" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);