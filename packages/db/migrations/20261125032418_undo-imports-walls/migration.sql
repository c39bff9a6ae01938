SELECT raise_walls();
--> statement-breakpoint
-- The app adds and, after a while, takes away; what was kept never changes.
GRANT SELECT, INSERT, DELETE ON import_rows TO lateral_app;
--> statement-breakpoint
-- Keeps each row that an import writes as it was before and after. At work only while `app.import_id` names an import.
-- Its arguments are the columns of the table's key. A row that gets another key is one taken away and one made.
CREATE FUNCTION keep_import_row() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  key_before text := (SELECT string_agg(before ->> k, ' ' ORDER BY at) FROM unnest(TG_ARGV) WITH ORDINALITY AS u (k, at));
  key_after text := (SELECT string_agg(after ->> k, ' ' ORDER BY at) FROM unnest(TG_ARGV) WITH ORDINALITY AS u (k, at));
BEGIN
  IF before = after THEN
    RETURN NULL;
  END IF;
  INSERT INTO import_rows (partnership_id, import_id, table_name, key, before, after)
  SELECT current_setting('app.partnership_id')::uuid, current_setting('app.import_id')::uuid, TG_TABLE_NAME, w.key, w.before, w.after
  FROM (VALUES
    (coalesce(key_after, key_before), before, after, coalesce(key_after = key_before, true)),
    (key_before, before, NULL::jsonb, key_after <> key_before),
    (key_after, NULL::jsonb, after, key_after <> key_before)
  ) AS w (key, before, after, holds)
  WHERE holds;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE t record;
BEGIN
  FOR t IN
    SELECT c.relname AS name, string_agg(quote_literal(a.attname), ', ' ORDER BY p.at) AS key
    FROM pg_class c
    JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
    CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS p (num, at)
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.num
    WHERE c.relnamespace = 'public'::regnamespace AND a.attname <> 'partnership_id'
      AND c.relname IN ('schools', 'establishments', 'establishment_links', 'people', 'roles', 'memberships', 'cluster_schools', 'school_days', 'school_details', 'delegations')
    GROUP BY 1
  LOOP
    EXECUTE format('CREATE TRIGGER keep_import_row AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW WHEN (current_setting(''app.import_id'', true) <> '''') EXECUTE FUNCTION keep_import_row(%s)', t.name, t.key);
  END LOOP;
END $$;
