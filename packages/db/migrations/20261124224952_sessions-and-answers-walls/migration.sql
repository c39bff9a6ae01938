ALTER TABLE given_answers FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON given_answers TO lateral_app;
--> statement-breakpoint
-- Enough to know whether a session still stands; never the tokens.
GRANT SELECT ON sessions TO lateral_app;
