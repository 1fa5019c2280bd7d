-- A journal as version 1 writes it, with every kind of entry.
-- Rows are never changed: journals like it are out there.
PRAGMA application_id = 1970170228;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1 entries');
CREATE TABLE entries (
  id         INTEGER PRIMARY KEY CHECK (id > 0),
  wall       INTEGER NOT NULL,                      -- ms since 1970-01-01 00:00 UTC
  steady     INTEGER NOT NULL,                      -- ms since the machine started, time asleep included
  awake      INTEGER NOT NULL,                      -- the same, time asleep left out
  boot       TEXT    NOT NULL,                      -- which run of the machine
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),        -- s
  local_day  TEXT    NOT NULL CHECK (local_day GLOB
               '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  author     TEXT    NOT NULL,
  name       TEXT    NOT NULL,                      -- what kind of entry it is
  kind       TEXT    NOT NULL CHECK (               -- {"name": {its values}}
               json_valid(kind) AND json_type(kind, '$.' || name) IS 'object')
) STRICT;
INSERT INTO entries VALUES(1,1795248000000,5000,4000,'b0',-18000,'2026-11-21','A. Reyes','opened','{"opened":{"_0":{"client":"KM·47","clinician":"A. Reyes","date":"2026-11-21","discipline":"OT","payer":{"name":"Medicare B","rule":"cms"}}}}');
INSERT INTO entries VALUES(2,1795248060000,65000,64000,'b0',-18000,'2026-11-21','A. Reyes','added','{"added":{"code":"97110"}}');
INSERT INTO entries VALUES(3,1795248120000,125000,124000,'b0',-18000,'2026-11-21','A. Reyes','started','{"started":{"code":"97110"}}');
INSERT INTO entries VALUES(4,1795248180000,185000,184000,'b0',-18000,'2026-11-21','A. Reyes','stopped','{"stopped":{"code":"97110"}}');
INSERT INTO entries VALUES(5,1795248240000,245000,244000,'b0',-18000,'2026-11-21','A. Reyes','paused','{"paused":{}}');
INSERT INTO entries VALUES(6,1795248300000,305000,304000,'b0',-18000,'2026-11-21','A. Reyes','pauseReason','{"pauseReason":{"_0":"rest / \"toilet\""}}');
INSERT INTO entries VALUES(7,1795248360000,365000,364000,'b0',-18000,'2026-11-21','A. Reyes','resumed','{"resumed":{}}');
INSERT INTO entries VALUES(8,1795248420000,425000,424000,'b0',-18000,'2026-11-21','A. Reyes','startMoved','{"startMoved":{"code":"97110","start":{"milliseconds":1000,"utcOffset":-18000}}}');
INSERT INTO entries VALUES(9,1795248480000,485000,484000,'b0',-18000,'2026-11-21','A. Reyes','secondsTyped','{"secondsTyped":{"code":"97110","seconds":-300}}');
INSERT INTO entries VALUES(10,1795248540000,545000,544000,'b0',-18000,'2026-11-21','A. Reyes','totalStated','{"totalStated":{"code":"97110","seconds":1440}}');
INSERT INTO entries VALUES(11,1795248600000,605000,604000,'b0',-18000,'2026-11-21','A. Reyes','intervalStated','{"intervalStated":{"code":"97110","end":{"milliseconds":2000,"utcOffset":-18000},"start":{"milliseconds":1000,"utcOffset":-18000}}}');
INSERT INTO entries VALUES(12,1795248660000,665000,664000,'b0',-18000,'2026-11-21','A. Reyes','unitsStated','{"unitsStated":{"code":"G0283","units":2}}');
INSERT INTO entries VALUES(13,1795248720000,725000,724000,'b0',-18000,'2026-11-21','A. Reyes','timingStated','{"timingStated":{"code":"97110","isTimed":true}}');
INSERT INTO entries VALUES(14,1795248780000,785000,784000,'b0',-18000,'2026-11-21','A. Reyes','chosen','{"chosen":{"units":{"97110":1,"G0283":0}}}');
INSERT INTO entries VALUES(15,1795248840000,845000,844000,'b0',-18000,'2026-11-21','A. Reyes','undone','{"undone":{"entry":3}}');
INSERT INTO entries VALUES(16,1795248900000,905000,904000,'b0',-18000,'2026-11-21','A. Reyes','redone','{"redone":{"entry":3}}');
INSERT INTO entries VALUES(17,1795248960000,965000,964000,'b0',-18000,'2026-11-21','A. Reyes','signed','{"signed":{"_0":{"bill":{"because":[{"codes":["97110"],"text":"20 minutes: 1 unit"}],"charges":[{"code":"97110","minutes":20,"units":1}],"choiceCount":1,"choices":[{"97110":1}],"date":"2026-11-21","discipline":"OT","findings":[{"codes":["97110"],"id":"rule-difference","message":"m","remedy":"r","severity":"info","source":"s","sourceDate":"2026-01-01"}],"lines":[{"code":"97110","minutes":20,"modifiers":["GO"],"units":1}],"otherRule":{"rule":"ama","units":{"97110":1}},"payer":"Medicare B","rule":"cms","timedMinutes":20,"treatmentMinutes":20},"madeBy":"unitclock 1","name":"Ana Reyes","sessions":[1],"text":["97110 20 min","1 unit"]}}}');
INSERT INTO entries VALUES(18,1795249020000,1025000,1024000,'b0',-18000,'2026-11-21','A. Reyes','allStopped','{"allStopped":{}}');
CREATE TABLE entry_sessions (
  entry    INTEGER NOT NULL REFERENCES entries (id),
  position INTEGER NOT NULL CHECK (position >= 0),  -- 0: the session that the entry is about
  session  INTEGER NOT NULL CHECK (session > 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_sessions VALUES(1,0,1);
INSERT INTO entry_sessions VALUES(2,0,1);
INSERT INTO entry_sessions VALUES(3,0,1);
INSERT INTO entry_sessions VALUES(4,0,1);
INSERT INTO entry_sessions VALUES(5,0,1);
INSERT INTO entry_sessions VALUES(6,0,1);
INSERT INTO entry_sessions VALUES(7,0,1);
INSERT INTO entry_sessions VALUES(8,0,1);
INSERT INTO entry_sessions VALUES(9,0,1);
INSERT INTO entry_sessions VALUES(10,0,1);
INSERT INTO entry_sessions VALUES(11,0,1);
INSERT INTO entry_sessions VALUES(12,0,1);
INSERT INTO entry_sessions VALUES(13,0,1);
INSERT INTO entry_sessions VALUES(14,0,1);
INSERT INTO entry_sessions VALUES(15,0,1);
INSERT INTO entry_sessions VALUES(16,0,1);
INSERT INTO entry_sessions VALUES(17,0,1);
INSERT INTO entry_sessions VALUES(18,0,1);
CREATE TABLE sessions (
  id         INTEGER PRIMARY KEY,
  client     TEXT    NOT NULL,
  date       TEXT    NOT NULL,
  discipline TEXT    NOT NULL,
  signed     INTEGER NOT NULL DEFAULT 0 CHECK (signed IN (0, 1))
) STRICT;
INSERT INTO sessions VALUES(1,'KM·47','2026-11-21','OT',1);
CREATE UNIQUE INDEX entry_sessions_by_session ON entry_sessions (session, entry);
CREATE TRIGGER entries_keep_update BEFORE UPDATE ON entries
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entries_keep_delete BEFORE DELETE ON entries
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entries_keep_replace BEFORE INSERT ON entries
  WHEN EXISTS (SELECT 1 FROM entries WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entry_sessions_keep_update BEFORE UPDATE ON entry_sessions
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entry_sessions_keep_delete BEFORE DELETE ON entry_sessions
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entry_sessions_keep_replace BEFORE INSERT ON entry_sessions
  WHEN EXISTS (
    SELECT 1 FROM entry_sessions WHERE entry = NEW.entry
    AND (position = NEW.position OR session = NEW.session))
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE INDEX sessions_by_date ON sessions (date);
CREATE INDEX sessions_by_client ON sessions (client, date);
CREATE INDEX sessions_unsigned ON sessions (signed) WHERE signed = 0;
COMMIT;
