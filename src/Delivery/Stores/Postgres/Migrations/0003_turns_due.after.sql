-- By these the earlier versions find pending turns.
DROP INDEX activities_pending;
DROP INDEX activities_due;
