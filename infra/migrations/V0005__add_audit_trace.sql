-- Which trace a decision belonged to, so that the rows of one order can be found across functions. Null where a message
-- came without one, and in rows from before. It is not part of the hash: a trace names the journey, not what was decided.

alter table audit.entry add column trace text;
