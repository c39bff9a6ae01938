ALTER TABLE similarity_settings FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Each change is a version of its own: only added to.
GRANT SELECT, INSERT ON similarity_settings TO lateral_app;
