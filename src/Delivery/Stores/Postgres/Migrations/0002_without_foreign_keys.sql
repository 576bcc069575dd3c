-- Whoever writes a row has its conversation locked and has made or seen it in the same transaction, so that the database looked it up a second time, row by row, and locked it once more: a seventh of what a turn
-- costs the server. That no row stands alone is checked where the campaigns judge, over all rows at once.

ALTER TABLE activities DROP CONSTRAINT activities_account_conversation_fkey;
ALTER TABLE effects DROP CONSTRAINT effects_account_conversation_fkey;
ALTER TABLE drafts DROP CONSTRAINT drafts_account_conversation_fkey;
ALTER TABLE turns DROP CONSTRAINT turns_account_conversation_fkey;
