-- A backup says which version of the tables it is of.
GRANT USAGE ON SCHEMA drizzle TO lateral_keeper;
--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO lateral_keeper;
