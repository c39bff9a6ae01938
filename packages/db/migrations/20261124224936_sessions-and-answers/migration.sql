CREATE TABLE "given_answers" (
	"partnership_id" uuid,
	"person_id" uuid,
	"route" text,
	"key" text,
	"body_hash" text NOT NULL,
	"status" integer NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "given_answers_pkey" PRIMARY KEY("partnership_id","person_id","route","key")
);
--> statement-breakpoint
ALTER TABLE "given_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "browser" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "signed_in_by" text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirmed_by" text;--> statement-breakpoint
CREATE INDEX "given_answers_oldest" ON "given_answers" ("at");--> statement-breakpoint
ALTER TABLE "given_answers" ADD CONSTRAINT "given_answers_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "given_answers" ADD CONSTRAINT "given_answers_D8rOBzyhIln9_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_confirmed_by" CHECK (("confirmed_at" is null) = ("confirmed_by" is null));--> statement-breakpoint
CREATE POLICY "own_partnership" ON "given_answers" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "sessions" AS PERMISSIVE FOR SELECT TO "lateral_app" USING (partnership_id = nullif((select current_setting('app.partnership_id', true)), '')::uuid);