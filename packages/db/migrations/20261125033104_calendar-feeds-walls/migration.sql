SELECT raise_walls();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feeds, feed_entries TO lateral_app;
