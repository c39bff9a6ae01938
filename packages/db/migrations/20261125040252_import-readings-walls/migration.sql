SELECT raise_walls();
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON import_readings TO lateral_app;
--> statement-breakpoint
-- Pieces of files are read whole and seldom: kept as they are, they are read four times as fast.
ALTER TABLE import_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;
