-- Two visits as version 1 wrote them: one open, with an undo, one signed.
-- Rows are never changed: journals like it are out there.
PRAGMA application_id = 1970170228;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1 entries');
CREATE TABLE entries (
  id         INTEGER PRIMARY KEY CHECK (id > 0),
  wall       INTEGER NOT NULL,                      -- ms since 1970-01-01 00:00 UTC
  steady     INTEGER NOT NULL,                      -- ms since the machine started
  awake      INTEGER NOT NULL,                      -- the same without time asleep
  boot       TEXT    NOT NULL,                      -- which run of the machine
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),        -- s
  local_day  TEXT    NOT NULL CHECK (local_day GLOB
               '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  author     TEXT    NOT NULL,
  name       TEXT    NOT NULL,                      -- what kind of entry it is
  kind       TEXT    NOT NULL CHECK (               -- {"name": {its values}}
               json_valid(kind) AND json_type(kind, '$.' || name) IS 'object')
) STRICT;
INSERT INTO entries VALUES(1,1795328005377,23254477,23254477,'b1',18000,'2026-11-22','A. Reyes','opened','{"opened":{"_0":{"client":"KM","clinician":"A. Reyes","date":"2026-11-22","discipline":"PT","payer":{"name":"Medicare B","rule":"cms","terms":{"evidence":{"confidence":"S","date":"2026-11-21","source":"CMS Pub 100-04 ch. 5 s.20.2","text":"The 8-minute rule is Medicare''s own. That it pays no assistant in speech-language pathology is general knowledge."},"hasThreshold":true,"limits":"cms","notPaid":[{"code":"97010","date":"2024-07-01","reason":"bundled (status B)","source":"CMS fee schedule (RVU) file"},{"code":"97014","date":"2024-07-01","instead":"G0283","reason":"not valid at Medicare (status I)","source":"CMS fee schedule (RVU) file"},{"code":"97037","date":"2024-07-01","reason":"not covered (status N)","source":"CMS fee schedule (RVU) file"},{"code":"97169","date":"2024-07-01","reason":"not covered (status N)","source":"CMS fee schedule (RVU) file"},{"code":"97170","date":"2024-07-01","reason":"not covered (status N)","source":"CMS fee schedule (RVU) file"},{"code":"97171","date":"2024-07-01","reason":"not covered (status N)","source":"CMS fee schedule (RVU) file"},{"code":"97172","date":"2024-07-01","reason":"not covered (status N)","source":"CMS fee schedule (RVU) file"},{"code":"97602","date":"2024-07-01","reason":"bundled for practitioners (status B)","source":"CMS fee schedule (RVU) file"},{"code":"92605","date":"2024-07-01","reason":"bundled (status B)","source":"CMS fee schedule (RVU) file"},{"code":"92606","date":"2024-07-01","reason":"bundled (status B)","source":"CMS fee schedule (RVU) file"}],"ownPairs":[],"pairs":"cms","paysSpeechAssistants":false,"separateService":"59","wantsAssistantModifier":true,"wantsDisciplineModifier":true}}}}}');
INSERT INTO entries VALUES(2,1795328006145,23255246,23255246,'b1',18000,'2026-11-22','A. Reyes','added','{"added":{"code":"97110"}}');
INSERT INTO entries VALUES(3,1795328006912,23256012,23256012,'b1',18000,'2026-11-22','A. Reyes','added','{"added":{"code":"97530"}}');
INSERT INTO entries VALUES(4,1795328007166,23256266,23256266,'b1',18000,'2026-11-22','A. Reyes','started','{"started":{"code":"97110"}}');
INSERT INTO entries VALUES(5,1795328008427,23257528,23257528,'b1',18000,'2026-11-22','A. Reyes','started','{"started":{"code":"97530"}}');
INSERT INTO entries VALUES(6,1795328009684,23258785,23258785,'b1',18000,'2026-11-22','A. Reyes','stopped','{"stopped":{"code":"97530"}}');
INSERT INTO entries VALUES(7,1795328010709,23259809,23259809,'b1',18000,'2026-11-22','A. Reyes','totalStated','{"totalStated":{"code":"97110","seconds":1440}}');
INSERT INTO entries VALUES(8,1795328011476,23260577,23260577,'b1',18000,'2026-11-22','A. Reyes','undone','{"undone":{"entry":7}}');
INSERT INTO entries VALUES(9,1795328011737,23260838,23260838,'b1',18000,'2026-11-22','A. Reyes','started','{"started":{"code":"97110"}}');
INSERT INTO entries VALUES(10,1795328012254,23261354,23261354,'b1',18000,'2026-11-22','A. Reyes','stopped','{"stopped":{"code":"97110"}}');
INSERT INTO entries VALUES(11,1795328013277,23262378,23262378,'b1',18000,'2026-11-22','A. Reyes','opened','{"opened":{"_0":{"client":"JT","clinician":"A. Reyes","date":"2026-11-22","discipline":"PT","payer":{"name":"Medicare B","rule":"cms","terms":{"evidence":{"confidence":"S","date":"2026-11-21","source":"CMS Pub 100-04 ch. 5 s.20.2","text":"The 8-minute rule is Medicare''s own. That it pays no assistant in speech-language pathology is general knowledge."},"hasThreshold":true,"limits":"cms","notPaid":[{"code":"97010","date":"2024-07-01","reason":"bundled (status B)","source":"CMS fee schedule (RVU) file"},{"code":"97014","date":"2024-07-01","instead":"G0283","reason":"not valid at Medicare (status I)","source":"CMS fee schedule (RVU) file"},{"code":"97037","date":"2024-07-01","reason":"not covered (status N)","source":"CMS fee schedule (RVU) file"},{"code":"97169","date":"2024-07-01","reason":"not covered (status N)","source":"CMS fee schedule (RVU) file"},{"code":"97170","date":"2024-07-01","reason":"not covered (status N)","source":"CMS fee schedule (RVU) file"},{"code":"97171","date":"2024-07-01","reason":"not covered (status N)","source":"CMS fee schedule (RVU) file"},{"code":"97172","date":"2024-07-01","reason":"not covered (status N)","source":"CMS fee schedule (RVU) file"},{"code":"97602","date":"2024-07-01","reason":"bundled for practitioners (status B)","source":"CMS fee schedule (RVU) file"},{"code":"92605","date":"2024-07-01","reason":"bundled (status B)","source":"CMS fee schedule (RVU) file"},{"code":"92606","date":"2024-07-01","reason":"bundled (status B)","source":"CMS fee schedule (RVU) file"}],"ownPairs":[],"pairs":"cms","paysSpeechAssistants":false,"separateService":"59","wantsAssistantModifier":true,"wantsDisciplineModifier":true}}}}}');
INSERT INTO entries VALUES(12,1795328014072,23263172,23263172,'b1',18000,'2026-11-22','A. Reyes','added','{"added":{"code":"97140"}}');
INSERT INTO entries VALUES(13,1795328014851,23263952,23263952,'b1',18000,'2026-11-22','A. Reyes','totalStated','{"totalStated":{"code":"97140","seconds":1200}}');
INSERT INTO entries VALUES(14,1795328015106,23264207,23264207,'b1',18000,'2026-11-22','A. Reyes','started','{"started":{"code":"97140"}}');
INSERT INTO entries VALUES(15,1795328015864,23264964,23264964,'b1',18000,'2026-11-22','A. Reyes','stopped','{"stopped":{"code":"97140"}}');
INSERT INTO entries VALUES(16,1795328109712,23358812,23358812,'b1',18000,'2026-11-22','A. Reyes','dismissed','{"dismissed":{"finding":{"codes":["97140"],"detail":"technique manipulation skill response","id":"documentation"},"reason":"on paper"}}');
INSERT INTO entries VALUES(17,1795328110339,23359439,23359439,'b1',18000,'2026-11-22','Ana Reyes','signed','{"signed":{"_0":{"bill":{"because":[{"codes":["97140"],"text":"15-minute codes: 97140 20 minutes; 8-22 minutes make 1 unit (Pub 100-04 ch. 5 s.20.2 C)."},{"codes":["97140"],"text":"97140: 20 minutes, 1 full block of 15 and 5 over; 1 unit in all."},{"codes":["97140"],"text":"The full blocks hold every unit; what is over earns none."},{"codes":["97140"],"text":"GP on 97140: under a plan of physical therapy (Pub 100-04 ch. 5 s.20.1)."}],"charges":[{"code":"97140","minutes":20,"units":1}],"choiceCount":1,"choices":[{"97140":1}],"date":"2026-11-22","discipline":"PT","findings":[{"codes":["97140"],"detail":"technique manipulation skill response","dismissal":"on paper","id":"documentation","message":"97140: the note does not say: region, technique; any manipulation, where; why it took skill; the client''s response.","remedy":"Fill in what is open in the note (n).","severity":"caution","source":"clinic guidance","sourceDate":"2026-11-21"}],"lines":[{"code":"97140","minutes":20,"modifiers":["GP"],"units":1}],"otherRule":{"rule":"ama","units":{"97140":1}},"payer":"Medicare B","rule":"cms","timedMinutes":20,"treatmentMinutes":20},"madeBy":"unitclock 0.1.0; codes of 2024-07-01 to 2026-11-21; CMS practitioner code pairs, common therapy codes of 2024-07-01; CMS practitioner daily limits, common therapy codes of 2024-07-01; CMS outpatient daily limits, common therapy codes of 2024-07-01; payers of 2026-11-21","name":"Ana Reyes","sessions":[2],"text":["Client      JT","Date        2026-11-22","Discipline  PT","Payer       Medicare B, CMS 8-minute rule","Clinician   A. Reyes","","Charges","  97140  manual therapy                          20 min    1 unit   GP","  By the AMA midpoint rule it would be 1 unit: 97140 1.","  Timed 20 min, treatment 20 min","","Time","  97140  11:13-11:13         0:00  clocked","         no clock times     20:00  corrected","","Why","  - 15-minute codes: 97140 20 minutes; 8-22 minutes make 1 unit (Pub 100-04 ch.","    5 s.20.2 C).","  - 97140: 20 minutes, 1 full block of 15 and 5 over; 1 unit in all.","  - The full blocks hold every unit; what is over earns none.","  - GP on 97140: under a plan of physical therapy (Pub 100-04 ch. 5 s.20.1).","","Findings","  caution  97140: the note does not say: region, technique; any manipulation,","           where; why it took skill; the client''s response.","           Fill in what is open in the note (n).","           documentation: clinic guidance, 2026-11-21","           dismissed: on paper","","Signature","  Ana Reyes, 2026-11-22 11:15"]}}}');
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
INSERT INTO entry_sessions VALUES(11,0,2);
INSERT INTO entry_sessions VALUES(12,0,2);
INSERT INTO entry_sessions VALUES(13,0,2);
INSERT INTO entry_sessions VALUES(14,0,2);
INSERT INTO entry_sessions VALUES(15,0,2);
INSERT INTO entry_sessions VALUES(16,0,2);
INSERT INTO entry_sessions VALUES(17,0,2);
CREATE TABLE sessions (
  id         INTEGER PRIMARY KEY,
  client     TEXT    NOT NULL,
  date       TEXT    NOT NULL,
  discipline TEXT    NOT NULL,
  signed     INTEGER NOT NULL DEFAULT 0 CHECK (signed IN (0, 1))
) STRICT;
INSERT INTO sessions VALUES(1,'km','2026-11-22','PT',0);
INSERT INTO sessions VALUES(2,'jt','2026-11-22','PT',1);
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
