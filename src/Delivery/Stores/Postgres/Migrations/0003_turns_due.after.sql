-- By these the earlier versions find pending turns. Whoever dropped one by hand has only been earlier.
DROP INDEX IF EXISTS activities_pending;
DROP INDEX IF EXISTS activities_due;

-- Lists of the newest are read from the changes: these were written by every turn and read by a command now and then.
DROP INDEX IF EXISTS conversations_recent;
DROP INDEX IF EXISTS turns_number;
DROP INDEX IF EXISTS effects_number;
