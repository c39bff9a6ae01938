SELECT raise_walls();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON school_details, calendar_years TO lateral_app;
