SELECT raise_walls();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON groups, group_members TO lateral_app;
--> statement-breakpoint
CREATE TRIGGER keep_import_row AFTER INSERT OR UPDATE OR DELETE ON groups FOR EACH ROW WHEN (current_setting('app.import_id', true) <> '') EXECUTE FUNCTION keep_import_row('uid');
--> statement-breakpoint
CREATE TRIGGER keep_import_row AFTER INSERT OR UPDATE OR DELETE ON group_members FOR EACH ROW WHEN (current_setting('app.import_id', true) <> '') EXECUTE FUNCTION keep_import_row('uid', 'urn');
