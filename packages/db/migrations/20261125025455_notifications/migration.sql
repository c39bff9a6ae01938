CREATE TABLE "notification_choices" (
	"partnership_id" uuid,
	"person_id" uuid,
	"topic" text,
	"channel" text NOT NULL,
	CONSTRAINT "notification_choices_pkey" PRIMARY KEY("partnership_id","person_id","topic"),
	CONSTRAINT "notification_choices_topic_known" CHECK ("topic" in ('security','in-your-name','you','your-work','season','school','calendar','reminders')),
	CONSTRAINT "notification_choices_channel_known" CHECK ("channel" in ('screen','digest','off')),
	CONSTRAINT "notification_choices_locked" CHECK ("channel" <> 'off' or "topic" not in ('security','in-your-name'))
);
--> statement-breakpoint
ALTER TABLE "notification_choices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notifications" (
	"partnership_id" uuid,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "notifications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"kind" text NOT NULL,
	"school_id" uuid,
	"detail" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_pkey" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "notifications_topic_known" CHECK ("topic" in ('security','in-your-name','you','your-work','season','school','calendar','reminders'))
);
--> statement-breakpoint
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "notifications_newest" ON "notifications" ("partnership_id","person_id","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" ("partnership_id","person_id","id") WHERE read_at is null;--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_QJGaJIxdpzTC_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_CsiJYl8UIiwy_fkey" FOREIGN KEY ("partnership_id","person_id") REFERENCES "people"("partnership_id","person_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_rETwJ7LByGB1_fkey" FOREIGN KEY ("partnership_id","school_id") REFERENCES "schools"("partnership_id","id");--> statement-breakpoint
CREATE POLICY "own_partnership" ON "notification_choices" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_partnership" ON "notifications" AS PERMISSIVE FOR ALL TO "lateral_app" USING ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid) WITH CHECK ("partnership_id" = nullif((select current_setting('app.partnership_id', true)), '')::uuid);