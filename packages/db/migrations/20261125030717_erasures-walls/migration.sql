SELECT raise_walls();
--> statement-breakpoint
GRANT SELECT, INSERT ON erasures TO lateral_app;
--> statement-breakpoint
-- Who may wake a worker for what: the app for its own partnership, the desk for mail, the keeper for anything of anybody's.
CREATE OR REPLACE FUNCTION wake_worker(task text, payload json, delay_seconds integer DEFAULT 0) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF task NOT IN ('run-job', 'send-mail', 'send-reminders', 'tell-recovery', 'finish-recovery', 'erase-person') THEN
    RAISE EXCEPTION 'no such task: %', task;
  END IF;
  IF task <> 'send-mail' AND session_user <> 'lateral_keeper'
    AND (payload ->> 'partnershipId') IS DISTINCT FROM current_setting('app.partnership_id', true) THEN
    RAISE EXCEPTION 'a job belongs to the partnership that asks for it';
  END IF;
  PERFORM graphile_worker.add_job(task, payload, run_at := now() + make_interval(secs => delay_seconds), max_attempts := CASE task WHEN 'run-job' THEN 3 ELSE 25 END);
END $$;
