SELECT raise_walls();
--> statement-breakpoint
-- A token is made, used and ended; what it was made for stands.
GRANT SELECT, INSERT, UPDATE (used_at, ended_at, ended_by) ON api_tokens TO lateral_app;
