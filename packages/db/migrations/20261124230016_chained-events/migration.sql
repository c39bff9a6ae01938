CREATE TABLE "checkpoints" (
	"partnership_id" uuid,
	"seq" bigint,
	"hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "checkpoints_pkey" PRIMARY KEY("partnership_id","seq")
);
--> statement-breakpoint
ALTER TABLE "checkpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "on_behalf_of" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "seq" bigint;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "salt" bytea;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "detail_hash" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD COLUMN "means" text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD COLUMN "is_fresh" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "events_chain" ON "events" ("partnership_id","seq") WHERE seq is not null;--> statement-breakpoint
CREATE INDEX "events_unchained" ON "events" ("partnership_id","id") WHERE seq is null;--> statement-breakpoint
ALTER TABLE "checkpoints" ADD CONSTRAINT "checkpoints_partnership_id_partnerships_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_chained_whole" CHECK (("seq" is null) = ("hash" is null) and ("seq" is null) = ("detail_hash" is null));--> statement-breakpoint
CREATE POLICY "own_partnership" ON "checkpoints" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);