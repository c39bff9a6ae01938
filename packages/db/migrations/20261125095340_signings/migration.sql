CREATE TABLE "signings" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"school_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"state" text DEFAULT 'opened' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"place" text,
	"met_on" date,
	"minute" text,
	"prepared_by" uuid,
	"prepared_at" timestamp with time zone,
	"sha256" text,
	"reference" text,
	"signed_by" uuid,
	"signed_name" text,
	"signed_at" timestamp with time zone,
	"signed_means" text,
	"co_signed_by" uuid,
	"co_signed_name" text,
	"co_signed_at" timestamp with time zone,
	"co_signed_means" text,
	CONSTRAINT "signings_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "signings_state_known" CHECK ("state" in ('opened','agreed','signed','co-signed')),
	CONSTRAINT "signings_governing_body_first" CHECK (("state" = 'opened') = ("met_on" is null) and ("met_on" is null) = ("minute" is null)
        and ("met_on" is null) = ("prepared_by" is null) and ("met_on" is null) = ("prepared_at" is null)),
	CONSTRAINT "signings_signed" CHECK (("state" in ('signed','co-signed')) = ("signed_by" is not null)
        and num_nulls("signed_by", "signed_name", "signed_at", "signed_means", "sha256", "reference") in (0, 6)),
	CONSTRAINT "signings_co_signed" CHECK (("state" = 'co-signed') = ("co_signed_by" is not null)
        and num_nulls("co_signed_by", "co_signed_name", "co_signed_at", "co_signed_means") in (0, 4)),
	CONSTRAINT "signings_by_two" CHECK ("co_signed_by" is null or "co_signed_by" <> "signed_by")
);
--> statement-breakpoint
ALTER TABLE "signings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "signings_once" ON "signings" ("partnership_id","school_id","agreement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signings_reference" ON "signings" ("partnership_id","reference");--> statement-breakpoint
CREATE INDEX "signings_by_agreement" ON "signings" ("partnership_id","agreement_id","state");--> statement-breakpoint
ALTER TABLE "signings" ADD CONSTRAINT "signings_u10Q8Wv0yHMb_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "signings" ADD CONSTRAINT "signings_8caKvY3oXaP9_fkey" FOREIGN KEY ("partnership_id","agreement_id") REFERENCES "agreements"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "signings" ADD CONSTRAINT "signings_uDhbxYttlb6Y_fkey" FOREIGN KEY ("partnership_id","opened_by") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "signings" ADD CONSTRAINT "signings_axFRIDJKA55q_fkey" FOREIGN KEY ("partnership_id","prepared_by") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "signings" ADD CONSTRAINT "signings_VxhnrYRe9N2f_fkey" FOREIGN KEY ("partnership_id","signed_by") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "signings" ADD CONSTRAINT "signings_dKIASGSWU0uc_fkey" FOREIGN KEY ("partnership_id","co_signed_by") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
CREATE POLICY "own_partnership" ON "signings" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);