CREATE TABLE "api_tokens" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "api_tokens_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "api_tokens_name_given" CHECK (length(trim("name")) > 0),
	CONSTRAINT "api_tokens_do_something" CHECK (cardinality("scopes") > 0),
	CONSTRAINT "api_tokens_end" CHECK ("expires_at" > "created_at" and "expires_at" <= "created_at" + interval '367 days')
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_hash" ON "api_tokens" ("partnership_id","token_hash");--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_38iXRHCnAgWR_fkey" FOREIGN KEY ("partnership_id","owner_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
CREATE POLICY "own_partnership" ON "api_tokens" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);