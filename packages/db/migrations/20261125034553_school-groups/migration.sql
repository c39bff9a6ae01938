CREATE TABLE "group_members" (
	"partnership_id" uuid,
	"uid" integer,
	"urn" integer,
	"joined_on" date,
	"left_on" date,
	"has_shared_head" boolean NOT NULL,
	CONSTRAINT "group_members_pkey" PRIMARY KEY("partnership_id","uid","urn")
);
--> statement-breakpoint
ALTER TABLE "group_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "groups" (
	"partnership_id" uuid,
	"uid" integer,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"is_open" boolean NOT NULL,
	"opened_on" date,
	"closed_on" date,
	CONSTRAINT "groups_pkey" PRIMARY KEY("partnership_id","uid"),
	CONSTRAINT "groups_name_given" CHECK (length(trim("name")) > 0),
	CONSTRAINT "groups_kind_known" CHECK ("kind" in ('multi-academy-trust','single-academy-trust','trust','federation','sponsor','diocese','other'))
);
--> statement-breakpoint
ALTER TABLE "groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "group_members_by_urn" ON "group_members" ("partnership_id","urn");--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_partnership_id_uid_groups_partnership_id_uid_fkey" FOREIGN KEY ("partnership_id","uid") REFERENCES "groups"("partnership_id","uid");--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "imports_kind_known", ADD CONSTRAINT "imports_kind_known" CHECK ("kind" in ('register','people','groups'));--> statement-breakpoint
CREATE POLICY "own_partnership" ON "group_members" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "groups" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);