SELECT raise_walls();
--> statement-breakpoint
GRANT SELECT, INSERT ON digests TO lateral_app;
--> statement-breakpoint
GRANT UPDATE (digested_on) ON notifications TO lateral_app;
