SELECT raise_walls();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON agreements TO lateral_app;
--> statement-breakpoint
-- What was issued stands, word for word: it can be withdrawn, and nothing else.
CREATE FUNCTION hold_issued_agreement() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.issued_at IS NULL THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL OR NEW.state <> 'withdrawn'
    OR (NEW.partnership_id, NEW.id, NEW.number, NEW.title, NEW.clauses, NEW.changed_at, NEW.offered_by, NEW.offered_at, NEW.issued_by, NEW.issued_at, NEW.sealed_text, NEW.sha256)
      IS DISTINCT FROM (OLD.partnership_id, OLD.id, OLD.number, OLD.title, OLD.clauses, OLD.changed_at, OLD.offered_by, OLD.offered_at, OLD.issued_by, OLD.issued_at, OLD.sealed_text, OLD.sha256) THEN
    RAISE EXCEPTION 'an issued agreement stands as it is';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER hold_issued_agreement BEFORE UPDATE OR DELETE ON agreements FOR EACH ROW EXECUTE FUNCTION hold_issued_agreement();
