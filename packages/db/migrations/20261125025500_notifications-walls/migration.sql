SELECT raise_walls();
--> statement-breakpoint
-- What somebody was told is not rewritten: only whether they have read it.
GRANT SELECT, INSERT, UPDATE (read_at) ON notifications TO lateral_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON notification_choices TO lateral_app;
--> statement-breakpoint
GRANT USAGE, SELECT, UPDATE ON SEQUENCE notifications_id_seq TO lateral_keeper;
