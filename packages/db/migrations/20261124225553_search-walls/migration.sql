GRANT SELECT, INSERT ON school_words TO lateral_app;
--> statement-breakpoint
-- Keeps the words of schools as whoever changes the schools, within their own partnership.
CREATE FUNCTION keep_school_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO school_words (partnership_id, word)
    SELECT DISTINCT partnership_id, word
    FROM changed, regexp_split_to_table(translate(lower(name || ' ' || coalesce(town, '')), '''’.', ''), '[^[:alpha:]]+') AS word
    WHERE length(word) >= 4
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER school_words_added AFTER INSERT ON schools
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_school_words();
--> statement-breakpoint
CREATE TRIGGER school_words_changed AFTER UPDATE ON schools
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_school_words();
--> statement-breakpoint
-- The schools that are there already. Row-level security binds the owner too, and steps aside for this one statement.
ALTER TABLE school_words NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE schools NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO school_words (partnership_id, word)
  SELECT DISTINCT partnership_id, word
  FROM schools, regexp_split_to_table(translate(lower(name || ' ' || coalesce(town, '')), '''’.', ''), '[^[:alpha:]]+') AS word
  WHERE length(word) >= 4
ON CONFLICT DO NOTHING;
--> statement-breakpoint
ALTER TABLE schools FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE school_words FORCE ROW LEVEL SECURITY;
