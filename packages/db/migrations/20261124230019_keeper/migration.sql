-- What every table has beside its own policies: row-level security that binds its owner too, and the keeper, who chains
-- what happened, deletes what has been kept long enough, backs up and restores. Call it after adding a table.
CREATE FUNCTION raise_walls() RETURNS void LANGUAGE plpgsql AS $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.oid::regclass AS name, c.oid FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t.name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO lateral_keeper', t.name);
    IF NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = t.oid AND polname = 'keeper') THEN
      EXECUTE format('CREATE POLICY keeper ON %s FOR ALL TO lateral_keeper USING (true) WITH CHECK (true)', t.name);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION raise_walls() FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO lateral_keeper;
--> statement-breakpoint
GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO lateral_keeper;
--> statement-breakpoint
SELECT raise_walls();
--> statement-breakpoint
GRANT SELECT ON checkpoints TO lateral_app;
--> statement-breakpoint
-- The app tells what happened; where it stands in the chain is the keeper's to say.
CREATE POLICY unchained ON events AS RESTRICTIVE FOR INSERT TO lateral_app
WITH CHECK (seq IS NULL AND salt IS NULL AND detail_hash IS NULL AND hash IS NULL);
