-- The trace that made a row (W3C traceparent), so that whoever works on it later goes on with it; null where nothing was traced.
ALTER TABLE signals ADD COLUMN trace TEXT;
ALTER TABLE activities ADD COLUMN trace TEXT;
ALTER TABLE effects ADD COLUMN trace TEXT;
