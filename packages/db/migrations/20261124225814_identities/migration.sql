CREATE TABLE "attempts" (
	"key" text PRIMARY KEY,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "confirm_codes" (
	"session_id" uuid PRIMARY KEY,
	"code_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"tries_left" integer DEFAULT 5 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "confirm_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oidc_identities" (
	"issuer" text,
	"subject" text,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "oidc_identities_pkey" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
ALTER TABLE "oidc_identities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oidc_visits" (
	"state_hash" text PRIMARY KEY,
	"browser_hash" text NOT NULL,
	"nonce" text NOT NULL,
	"code_verifier" text NOT NULL,
	"session_id" uuid,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "oidc_visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passkey_challenges" (
	"challenge" text PRIMARY KEY,
	"ceremony" text NOT NULL,
	"browser_hash" text NOT NULL,
	"person_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "passkey_challenges_ceremony_known" CHECK ("ceremony" in ('sign-in','add','confirm'))
);
--> statement-breakpoint
ALTER TABLE "passkey_challenges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passkeys" (
	"credential_id" text PRIMARY KEY,
	"person_id" uuid NOT NULL,
	"public_key" bytea NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "passkeys_name_given" CHECK (length(trim("name")) > 0)
);
--> statement-breakpoint
ALTER TABLE "passkeys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "delegations" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"school_id" uuid NOT NULL,
	"principal_id" uuid NOT NULL,
	"delegate_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"until_day" date NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "delegations_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "delegations_to_another" CHECK ("principal_id" <> "delegate_id")
);
--> statement-breakpoint
ALTER TABLE "delegations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recoveries" (
	"partnership_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"person_id" uuid NOT NULL,
	"new_email" text NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"agreed_by" uuid,
	"agreed_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"stopped_by" uuid,
	"stop_hash" text NOT NULL,
	CONSTRAINT "recoveries_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "recoveries_state_known" CHECK ("state" in ('asked','agreed','done','stopped','failed')),
	CONSTRAINT "recoveries_by_two" CHECK ("agreed_by" is null or "agreed_by" <> "asked_by"),
	CONSTRAINT "recoveries_of_another" CHECK ("person_id" <> "asked_by" and ("agreed_by" is null or "agreed_by" <> "person_id")),
	CONSTRAINT "recoveries_agreed" CHECK ("state" not in ('agreed','done') or ("agreed_by" is not null and "due_at" is not null)),
	CONSTRAINT "recoveries_new_email_lower_case" CHECK ("new_email" = lower("new_email"))
);
--> statement-breakpoint
ALTER TABLE "recoveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "address_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "address_confirmed_by" uuid;--> statement-breakpoint
CREATE INDEX "attempts_oldest" ON "attempts" ("window_start");--> statement-breakpoint
CREATE INDEX "oidc_identities_by_person" ON "oidc_identities" ("person_id");--> statement-breakpoint
CREATE INDEX "oidc_visits_oldest" ON "oidc_visits" ("expires_at");--> statement-breakpoint
CREATE INDEX "passkey_challenges_oldest" ON "passkey_challenges" ("expires_at");--> statement-breakpoint
CREATE INDEX "passkeys_by_person" ON "passkeys" ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "delegations_one_open" ON "delegations" ("partnership_id","school_id","principal_id","delegate_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "delegations_by_delegate" ON "delegations" ("partnership_id","delegate_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "recoveries_one_open" ON "recoveries" ("partnership_id","person_id") WHERE state in ('asked','agreed');--> statement-breakpoint
ALTER TABLE "confirm_codes" ADD CONSTRAINT "confirm_codes_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "oidc_identities" ADD CONSTRAINT "oidc_identities_person_id_persons_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id");--> statement-breakpoint
ALTER TABLE "oidc_visits" ADD CONSTRAINT "oidc_visits_session_id_sessions_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_person_id_persons_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id");--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_person_id_persons_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id");--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_vOyFHJUB8zBS_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_YhDHKjRhoQjc_fkey" FOREIGN KEY ("partnership_id","principal_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_JBcHfqVB0kCj_fkey" FOREIGN KEY ("partnership_id","delegate_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_fCO0fmnuWFkz_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "attempts" AS PERMISSIVE FOR ALL TO "lateral_authn" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "confirm_codes" AS PERMISSIVE FOR ALL TO "lateral_authn" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "oidc_identities" AS PERMISSIVE FOR ALL TO "lateral_authn" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "oidc_visits" AS PERMISSIVE FOR ALL TO "lateral_authn" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "passkey_challenges" AS PERMISSIVE FOR ALL TO "lateral_authn" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_desk" ON "passkeys" AS PERMISSIVE FOR ALL TO "lateral_authn" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "delegations" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "recoveries" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);