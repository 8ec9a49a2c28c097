-- A request for tokens whose answer was lost is sent again under the same challenge, and gets the same tokens: the
-- challenge keeps the hash of the request that used it, the batches the challenge that they were asked for under.
ALTER TABLE challenges ADD COLUMN request BYTEA;
ALTER TABLE batches ADD COLUMN challenge BYTEA;
