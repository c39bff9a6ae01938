DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['passkeys', 'passkey_challenges', 'oidc_identities', 'oidc_visits', 'confirm_codes', 'attempts', 'delegations', 'recoveries'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- How people prove who they are is the sign-in desk's alone.
GRANT SELECT, INSERT, UPDATE, DELETE ON passkeys, passkey_challenges, oidc_identities, oidc_visits, confirm_codes, attempts TO lateral_authn;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON delegations, recoveries TO lateral_app;
--> statement-breakpoint
-- A recovery waits its day in the worker's queue. For the rest see the first definition.
CREATE OR REPLACE FUNCTION wake_worker(task text, payload json, delay_seconds integer DEFAULT 0) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF task NOT IN ('run-job', 'send-mail', 'finish-recovery') THEN
    RAISE EXCEPTION 'no such task: %', task;
  END IF;
  IF task <> 'send-mail' AND (payload ->> 'partnershipId') IS DISTINCT FROM current_setting('app.partnership_id', true) THEN
    RAISE EXCEPTION 'a job belongs to the partnership that asks for it';
  END IF;
  PERFORM graphile_worker.add_job(task, payload, run_at := now() + make_interval(secs => delay_seconds), max_attempts := CASE task WHEN 'run-job' THEN 3 ELSE 25 END);
END $$;
