ALTER TABLE saved_views FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reminder_batches FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reminders FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE school_changes FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_views TO lateral_app;
--> statement-breakpoint
-- Only what may still change: whether a batch is held, undone or sent, and why a reminder was dropped.
GRANT SELECT, INSERT, UPDATE (state) ON reminder_batches TO lateral_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (dropped_why) ON reminders TO lateral_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (undone_at) ON school_changes TO lateral_app;
--> statement-breakpoint
-- The same door as before, with one task more: reminders whose time to undo has passed.
CREATE OR REPLACE FUNCTION wake_worker(task text, payload json, delay_seconds integer DEFAULT 0) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF task NOT IN ('run-job', 'send-mail', 'send-reminders') THEN
    RAISE EXCEPTION 'no such task: %', task;
  END IF;
  IF task IN ('run-job', 'send-reminders') AND (payload ->> 'partnershipId') IS DISTINCT FROM current_setting('app.partnership_id', true) THEN
    RAISE EXCEPTION 'a job belongs to the partnership that asks for it';
  END IF;
  PERFORM graphile_worker.add_job(task, payload, run_at := now() + make_interval(secs => delay_seconds), max_attempts := CASE task WHEN 'run-job' THEN 3 ELSE 25 END);
END $$;
