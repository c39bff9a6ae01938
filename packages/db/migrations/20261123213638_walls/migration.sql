-- Forgiving search, in the app's own reach.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
DO $$
DECLARE t regclass;
BEGIN
  FOR t IN SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO lateral_app, lateral_authn;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  people, roles, schools, establishments, establishment_links, memberships, clusters, cluster_schools,
  jobs, imports, import_files, import_chunks, import_changes, terms, closed_days, school_days, leader_days,
  seasons, reviews, review_seats, unplaced_schools
TO lateral_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON partnerships TO lateral_app;
--> statement-breakpoint
-- What happened is only ever added to.
GRANT SELECT, INSERT ON events TO lateral_app;
--> statement-breakpoint
GRANT INSERT ON mails TO lateral_app;
--> statement-breakpoint
GRANT SELECT ON partnerships, roles TO lateral_authn;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON persons, sign_in_links, sessions, refresh_tokens, mails TO lateral_authn;
--> statement-breakpoint
-- The one way for a partnership to name a person: gives the id for an address, making it when it is new,
-- and never says which of the two it was.
CREATE FUNCTION person_id_for(address text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found uuid;
BEGIN
  INSERT INTO persons (email) VALUES (lower(trim(address))) ON CONFLICT (email) DO NOTHING RETURNING id INTO found;
  IF found IS NULL THEN
    SELECT id INTO found FROM persons WHERE email = lower(trim(address));
  END IF;
  RETURN found;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION person_id_for(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION person_id_for(text) TO lateral_app, lateral_authn;
--> statement-breakpoint
-- The definer of person_id_for is the owner, whom FORCE binds: its own policy, for persons alone.
DO $$
BEGIN
  EXECUTE format('CREATE POLICY owner_names_persons ON persons FOR ALL TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
--> statement-breakpoint
-- The one way to wake a worker: in the caller's transaction, for its own partnership or for a mail.
CREATE FUNCTION wake_worker(task text, payload json, delay_seconds integer DEFAULT 0) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF task NOT IN ('run-job', 'send-mail') THEN
    RAISE EXCEPTION 'no such task: %', task;
  END IF;
  IF task = 'run-job' AND (payload ->> 'partnershipId') IS DISTINCT FROM current_setting('app.partnership_id', true) THEN
    RAISE EXCEPTION 'a job belongs to the partnership that asks for it';
  END IF;
  PERFORM graphile_worker.add_job(task, payload, run_at := now() + make_interval(secs => delay_seconds), max_attempts := CASE task WHEN 'send-mail' THEN 25 ELSE 3 END);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION wake_worker(text, json, integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION wake_worker(text, json, integer) TO lateral_app, lateral_authn;
