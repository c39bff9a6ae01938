ALTER TABLE "reviews" ADD COLUMN "explanation" jsonb;--> statement-breakpoint
ALTER TABLE "seasons" ADD COLUMN "plan_cost" integer;--> statement-breakpoint
ALTER TABLE "seasons" ADD COLUMN "bound_cost" integer;--> statement-breakpoint
ALTER TABLE "seasons" ADD COLUMN "bound_unplaced" integer;--> statement-breakpoint
ALTER TABLE "unplaced_schools" ADD COLUMN "explanation" jsonb;