-- A session keeps the plans of its triggers. One made while the tables were nearly empty would read them from end to end for
-- every row of a large import on the same connection.
ALTER FUNCTION ledger.check_balanced() SET enable_seqscan = off;
ALTER FUNCTION ledger.check_fresh() SET enable_seqscan = off;
