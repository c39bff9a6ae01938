SELECT raise_walls();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON signings TO lateral_app;
--> statement-breakpoint
-- What was signed stands. Only the co-signature is added to it, once.
CREATE FUNCTION hold_signature() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.signed_at IS NULL THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE'
    OR (NEW.partnership_id, NEW.id, NEW.school_id, NEW.agreement_id, NEW.met_on, NEW.minute, NEW.prepared_by, NEW.prepared_at, NEW.sha256, NEW.reference, NEW.signed_by, NEW.signed_name, NEW.signed_at, NEW.signed_means)
      IS DISTINCT FROM (OLD.partnership_id, OLD.id, OLD.school_id, OLD.agreement_id, OLD.met_on, OLD.minute, OLD.prepared_by, OLD.prepared_at, OLD.sha256, OLD.reference, OLD.signed_by, OLD.signed_name, OLD.signed_at, OLD.signed_means)
    OR (OLD.co_signed_at IS NOT NULL
      AND (NEW.state, NEW.co_signed_by, NEW.co_signed_name, NEW.co_signed_at, NEW.co_signed_means)
        IS DISTINCT FROM (OLD.state, OLD.co_signed_by, OLD.co_signed_name, OLD.co_signed_at, OLD.co_signed_means)) THEN
    RAISE EXCEPTION 'a signature stands as it is';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER hold_signature BEFORE UPDATE OR DELETE ON signings FOR EACH ROW EXECUTE FUNCTION hold_signature();
