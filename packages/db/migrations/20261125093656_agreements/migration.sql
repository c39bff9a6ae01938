CREATE TABLE "agreements" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"clauses" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"offered_by" uuid,
	"offered_at" timestamp with time zone,
	"issued_by" uuid,
	"issued_at" timestamp with time zone,
	"sealed_text" text,
	"sha256" text,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_why" text,
	CONSTRAINT "agreements_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "agreements_state_known" CHECK ("state" in ('draft','offered','issued','withdrawn')),
	CONSTRAINT "agreements_number_counts" CHECK ("number" >= 1),
	CONSTRAINT "agreements_offered" CHECK (("state" = 'draft') = ("offered_by" is null) and ("offered_by" is null) = ("offered_at" is null)),
	CONSTRAINT "agreements_by_two" CHECK ("issued_by" is null or "issued_by" <> "offered_by"),
	CONSTRAINT "agreements_sealed" CHECK (case when "state" in ('issued','withdrawn')
        then "issued_by" is not null and "issued_at" is not null and "sealed_text" is not null and "sha256" is not null
          and "sha256" = encode(sha256(convert_to("sealed_text", 'UTF8')), 'hex')
        else "issued_by" is null and "issued_at" is null and "sealed_text" is null and "sha256" is null end),
	CONSTRAINT "agreements_withdrawn" CHECK (("state" = 'withdrawn') = ("withdrawn_by" is not null) and ("withdrawn_by" is null) = ("withdrawn_at" is null) and ("withdrawn_by" is null) = ("withdrawn_why" is null))
);
--> statement-breakpoint
ALTER TABLE "agreements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_number" ON "agreements" ("partnership_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_one_draft" ON "agreements" ("partnership_id") WHERE state in ('draft','offered');--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_EqTXjdkPjKcN_fkey" FOREIGN KEY ("partnership_id","offered_by") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_ZUwKIkndiJnF_fkey" FOREIGN KEY ("partnership_id","issued_by") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_lI0JyYEyhHy6_fkey" FOREIGN KEY ("partnership_id","withdrawn_by") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
CREATE POLICY "own_partnership" ON "agreements" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);