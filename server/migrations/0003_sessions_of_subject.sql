-- All sessions of one person end when the phone is lost.
CREATE INDEX sessions_of_subject ON sessions (subject);
