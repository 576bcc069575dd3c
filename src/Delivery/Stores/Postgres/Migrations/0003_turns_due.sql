-- A pending turn was found by indexes on the activities' own turn, so that marking it done could not stay in its page: the row went elsewhere and into every index anew. A conversation says itself when its first
-- pending activity is due; its row is written by every turn anyway.

ALTER TABLE conversations ADD COLUMN turn_due_key text COLLATE "C"; -- the order key of its first pending activity; null while none is
ALTER TABLE conversations ADD COLUMN turn_due_at timestamptz; -- when that one is due

-- A version that knows none of this writes activities only. One that does says so in its transactions, and keeps the two columns itself. Whoever mends rows by hand, in whatever search path, is served too.
CREATE FUNCTION keep_turn_due() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE conversations c SET (turn_due_key, turn_due_at) = (
        SELECT a.order_key, a.due_at FROM activities a WHERE a.account = c.account AND a.conversation = c.id AND a.turn = 1 ORDER BY a.order_key, a.id LIMIT 1)
    WHERE c.account = NEW.account AND c.id = NEW.conversation;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_turn_due_of_new AFTER INSERT ON activities FOR EACH ROW
    WHEN (NEW.turn = 1 AND current_setting('melibot.keeps_turn_due', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION keep_turn_due();
CREATE TRIGGER keep_turn_due_of_changed AFTER UPDATE OF turn, due_at ON activities FOR EACH ROW
    WHEN (current_setting('melibot.keeps_turn_due', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION keep_turn_due();

UPDATE conversations c SET turn_due_key = p.order_key, turn_due_at = p.due_at
FROM (SELECT DISTINCT ON (account, conversation) account, conversation, order_key, due_at FROM activities WHERE turn = 1 ORDER BY account, conversation, order_key, id) p
WHERE c.account = p.account AND c.id = p.conversation;

CREATE INDEX conversations_due ON conversations (turn_due_at) WHERE turn_due_at IS NOT NULL;

-- Room for a row's second version beside its first.
ALTER TABLE activities SET (fillfactor = 75);

-- So that what only earlier versions need goes when none of them lives any more (NNNN_name.after.sql).
ALTER TABLE hosts ADD COLUMN schema integer NOT NULL DEFAULT 2;
CREATE TABLE schema_tidied (version integer NOT NULL PRIMARY KEY, tidied_at timestamptz NOT NULL DEFAULT now());
