SELECT raise_walls();
--> statement-breakpoint
GRANT SELECT, INSERT ON signed_copies, renewals, due_reminders TO lateral_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (taken_back_by, taken_back_at) ON notices TO lateral_app;
--> statement-breakpoint
-- A membership is had as the legal record that the school then is, unless somebody says otherwise; and no two of one
-- school hold on the same day.
CREATE FUNCTION keep_memberships_apart() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.urn IS NULL AND TG_OP = 'INSERT' THEN
    SELECT urn INTO NEW.urn FROM schools WHERE partnership_id = NEW.partnership_id AND id = NEW.school_id;
  END IF;
  IF EXISTS (
    SELECT FROM memberships o
    WHERE o.partnership_id = NEW.partnership_id AND o.school_id = NEW.school_id AND o.from_day <> NEW.from_day
      AND (TG_OP = 'INSERT' OR o.from_day <> OLD.from_day)
      AND daterange(o.from_day, o.to_day, '[]') && daterange(NEW.from_day, NEW.to_day, '[]')
  ) THEN
    RAISE EXCEPTION 'a school has one membership at a time' USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_memberships_apart BEFORE INSERT OR UPDATE OF from_day, to_day ON memberships FOR EACH ROW EXECUTE FUNCTION keep_memberships_apart();
--> statement-breakpoint
-- What was renewed, and the copy of what was signed, stand.
CREATE FUNCTION hold_as_it_is() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION '% stands as it is', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER hold_as_it_is BEFORE UPDATE OR DELETE ON renewals FOR EACH ROW EXECUTE FUNCTION hold_as_it_is();
--> statement-breakpoint
CREATE TRIGGER hold_as_it_is BEFORE UPDATE OR DELETE ON signed_copies FOR EACH ROW EXECUTE FUNCTION hold_as_it_is();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION hold_issued_agreement() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.issued_at IS NULL THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL OR NEW.state <> 'withdrawn'
    OR (NEW.partnership_id, NEW.id, NEW.number, NEW.title, NEW.clauses, NEW.terms, NEW.consent_by, NEW.changed_at, NEW.offered_by, NEW.offered_at, NEW.issued_by, NEW.issued_at, NEW.sealed_text, NEW.sha256)
      IS DISTINCT FROM (OLD.partnership_id, OLD.id, OLD.number, OLD.title, OLD.clauses, OLD.terms, OLD.consent_by, OLD.changed_at, OLD.offered_by, OLD.offered_at, OLD.issued_by, OLD.issued_at, OLD.sealed_text, OLD.sha256) THEN
    RAISE EXCEPTION 'an issued agreement stands as it is';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION hold_signature() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.signed_at IS NULL THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE'
    OR (NEW.partnership_id, NEW.id, NEW.school_id, NEW.agreement_id, NEW.met_on, NEW.minute, NEW.pledged_pence, NEW.prepared_by, NEW.prepared_at, NEW.sha256, NEW.reference, NEW.signed_by, NEW.signed_name, NEW.signed_at, NEW.signed_means)
      IS DISTINCT FROM (OLD.partnership_id, OLD.id, OLD.school_id, OLD.agreement_id, OLD.met_on, OLD.minute, OLD.pledged_pence, OLD.prepared_by, OLD.prepared_at, OLD.sha256, OLD.reference, OLD.signed_by, OLD.signed_name, OLD.signed_at, OLD.signed_means)
    OR (OLD.co_signed_at IS NOT NULL
      AND (NEW.state, NEW.co_signed_by, NEW.co_signed_name, NEW.co_signed_at, NEW.co_signed_means)
        IS DISTINCT FROM (OLD.state, OLD.co_signed_by, OLD.co_signed_name, OLD.co_signed_at, OLD.co_signed_means)) THEN
    RAISE EXCEPTION 'a signature stands as it is';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- The same door as before, with one task more: the sealed copy of a complete signing.
CREATE OR REPLACE FUNCTION wake_worker(task text, payload json, delay_seconds integer DEFAULT 0) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF task NOT IN ('run-job', 'send-mail', 'send-reminders', 'tell-recovery', 'finish-recovery', 'erase-person', 'make-copy') THEN
    RAISE EXCEPTION 'no such task: %', task;
  END IF;
  IF task <> 'send-mail' AND session_user <> 'lateral_keeper'
    AND (payload ->> 'partnershipId') IS DISTINCT FROM current_setting('app.partnership_id', true) THEN
    RAISE EXCEPTION 'a job belongs to the partnership that asks for it';
  END IF;
  PERFORM graphile_worker.add_job(task, payload, run_at := now() + make_interval(secs => delay_seconds), max_attempts := CASE task WHEN 'run-job' THEN 3 ELSE 25 END);
END $$;
