ALTER TABLE "unplaced_schools" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "unplaced_schools" ADD COLUMN "relaxations" jsonb;--> statement-breakpoint
ALTER TABLE "jobs" DROP CONSTRAINT "jobs_kind_known", ADD CONSTRAINT "jobs_kind_known" CHECK ("kind" in ('check-import','apply-import','undo-import','plan-season','relax-school'));