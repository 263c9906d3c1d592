-- How many events led to an event, one after another: a listener that leads back to itself ends at a bound.
ALTER TABLE kernel.event ADD COLUMN depth smallint NOT NULL DEFAULT 0;
ALTER TABLE kernel.event ADD CONSTRAINT event_depth CHECK (depth BETWEEN 0 AND 8) NOT VALID;
GRANT INSERT (depth) ON kernel.event TO konak_app;
