-- A survivor may agree that somebody is told who is no office of ours: a mother, a journalist. Who it is stands
-- sealed beside the answer; it gives nobody any right to read.
alter table consent add column recipient_words bytea;
