-- By these the earlier versions find pending turns.
DROP INDEX activities_pending;
DROP INDEX activities_due;

-- Lists of the newest are read from the changes: these were written by every turn and read by a command now and then.
DROP INDEX conversations_recent;
DROP INDEX turns_number;
DROP INDEX effects_number;
