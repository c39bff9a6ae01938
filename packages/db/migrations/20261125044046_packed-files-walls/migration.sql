SELECT raise_walls();
--> statement-breakpoint
-- What is packed already is not tried to be packed again.
ALTER TABLE import_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;
