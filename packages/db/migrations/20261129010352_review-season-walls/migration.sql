SELECT raise_walls();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON offers, offered_leaders, barred_reviewers, training_places, booked_seats TO lateral_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON training_sessions, bookings, seat_asks TO lateral_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON draft_steps TO lateral_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (mailed_at) ON invitations TO lateral_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON ledger_entries TO lateral_app;
--> statement-breakpoint
-- What the ledger holds, stands; a mistake is put right by another entry.
CREATE TRIGGER hold_as_it_is BEFORE UPDATE OR DELETE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION hold_as_it_is();
--> statement-breakpoint
-- The same door as before, with two tasks more: the mails of what has been published, and an ask whose time is up.
CREATE OR REPLACE FUNCTION wake_worker(task text, payload json, delay_seconds integer DEFAULT 0) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF task NOT IN ('run-job', 'send-mail', 'send-reminders', 'tell-recovery', 'finish-recovery', 'erase-person', 'make-copy', 'send-invitations', 'end-ask') THEN
    RAISE EXCEPTION 'no such task: %', task;
  END IF;
  IF task <> 'send-mail' AND session_user <> 'lateral_keeper'
    AND (payload ->> 'partnershipId') IS DISTINCT FROM current_setting('app.partnership_id', true) THEN
    RAISE EXCEPTION 'a job belongs to the partnership that asks for it';
  END IF;
  PERFORM graphile_worker.add_job(task, payload, run_at := now() + make_interval(secs => delay_seconds), max_attempts := CASE task WHEN 'run-job' THEN 3 ELSE 25 END);
END $$;
