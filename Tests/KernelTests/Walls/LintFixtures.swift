/// Faults that a superuser could plant past the guard, each with the code of the lint that must find it.
enum LintFixtures {
    static let all: [(code: String, fault: String)] = [
        ("wall.no_tenant_id", "CREATE TABLE crm.bad (x integer)"),
        ("wall.no_tenant_id", "CREATE TABLE crm.bad (tenant_id uuid, id uuid PRIMARY KEY)"),
        ("wall.no_tenant_id", "ALTER TABLE crm.deal RENAME tenant_id TO t"),
        (
            "wall.no_tenant_id",
            "CREATE TABLE kernel.bad (id uuid PRIMARY KEY); COMMENT ON TABLE kernel.bad IS 'bridge: no tenant'"
        ),
        ("wall.not_enabled", "ALTER TABLE crm.deal DISABLE ROW LEVEL SECURITY"),
        ("wall.not_enabled", "ALTER TABLE kernel.errand DISABLE ROW LEVEL SECURITY"),
        ("wall.not_forced", "ALTER TABLE crm.deal NO FORCE ROW LEVEL SECURITY"),
        ("wall.policy", "DROP POLICY wall ON crm.deal"),
        ("wall.policy", "DROP POLICY wall_always ON kernel.errand"),
        ("wall.policy", "ALTER POLICY wall ON crm.deal USING (true)"),
        ("wall.policy", "ALTER POLICY wall_always ON crm.deal WITH CHECK (true)"),
        ("wall.policy", "ALTER POLICY wall_always ON crm.deal TO konak_app"),
        ("wall.policy", "ALTER POLICY wall_always ON kernel.errand TO konak_owner"),
        ("wall.extra_permissive", "CREATE POLICY more ON crm.deal USING (true)"),
        ("wall.extra_permissive", "CREATE POLICY more ON crm.deal FOR SELECT TO konak_app USING (state = 'won')"),
        ("wall.extra_permissive", "ALTER POLICY control ON kernel.errand TO konak_control, konak_app"),
        ("wall.volatile_policy", "CREATE POLICY odd ON crm.deal AS RESTRICTIVE USING (random() < 2)"),
        ("wall.volatile_policy", "ALTER FUNCTION kernel.tenant() VOLATILE"),
        ("wall.view", "CREATE VIEW crm.bad AS SELECT * FROM crm.deal"),
        ("wall.view", "ALTER VIEW crm.won RESET (security_invoker)"),
        ("wall.view", "CREATE VIEW kernel.bad AS SELECT * FROM kernel.landlord"),
        ("wall.matview", "CREATE MATERIALIZED VIEW crm.bad AS SELECT 1"),
        (
            "wall.foreign_table",
            """
            CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE crm.bad (x
            integer) SERVER s
            """
        ),
        ("wall.inheritance", "CREATE TABLE crm.bad () INHERITS (crm.deal)"),
        (
            "wall.inheritance",
            """
            CREATE TABLE kernel.bad (LIKE crm.article) PARTITION BY LIST (title);
            ALTER TABLE kernel.bad ATTACH PARTITION crm.article DEFAULT
            """
        ),
        ("wall.owner", "ALTER TABLE crm.deal OWNER TO konak_test"),
        ("wall.owner", "ALTER VIEW crm.won OWNER TO konak_search"),
        ("wall.rule", "CREATE RULE bad AS ON INSERT TO crm.deal DO ALSO DELETE FROM crm.note"),
        (
            "wall.trigger",
            """
            CREATE FUNCTION kernel.bad() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN RETURN NULL;
            END'; CREATE TRIGGER bad AFTER INSERT ON crm.deal EXECUTE FUNCTION kernel.bad()
            """
        ),
        ("wall.definer", "CREATE FUNCTION crm.bad() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'"),
        ("wall.definer", "CREATE FUNCTION kernel.bad() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'"),
        ("wall.search_path", "ALTER FUNCTION kernel.enter(uuid) RESET ALL"),
        ("wall.search_path", "ALTER FUNCTION guard.adopt_search(regprocedure) SET search_path = public"),
        ("wall.extension", "CREATE EXTENSION file_fdw SCHEMA extension"),
        ("class.missing", "CREATE TABLE kernel.bad (x integer)"),
        ("class.missing", "COMMENT ON TABLE kernel.errand IS 'what is to be done'"),
        ("class.wrong", "COMMENT ON TABLE crm.deal IS 'control: deals'"),
        ("class.control_granted", "GRANT SELECT ON kernel.landlord TO konak_app"),
        ("class.control_granted", "GRANT UPDATE (name) ON kernel.landlord TO konak_portal"),
        ("class.control_granted", "COMMENT ON TABLE kernel.errand IS 'control: what is to be done'"),
        ("class.control_granted", "GRANT SELECT ON kernel.migration TO PUBLIC"),
        ("class.reference", "GRANT INSERT ON kernel.season TO konak_control"),
        ("class.reference", "GRANT UPDATE (name) ON kernel.season TO konak_app"),
        ("class.reference", "ALTER TABLE kernel.season ADD tenant_id uuid"),
        ("class.reference", "ALTER TABLE kernel.season ENABLE ROW LEVEL SECURITY"),
        ("class.reference", "COMMENT ON TABLE kernel.errand IS 'reference: what is to be done'"),
        ("class.reference", "COMMENT ON TABLE kernel.landlord IS 'reference: who runs the house'"),
        ("class.wrong", "COMMENT ON TABLE crm.deal IS 'reference: deals'"),
        ("bridge.control_reads", "DROP POLICY control ON kernel.errand"),
        ("bridge.control_reads", "REVOKE SELECT ON kernel.errand FROM konak_control"),
        ("portal.customer", "GRANT SELECT ON crm.deal TO konak_portal"),
        ("portal.customer", "GRANT SELECT (title) ON crm.deal TO konak_portal"),
        ("portal.customer", "DROP POLICY portal ON crm.invoice"),
        ("portal.customer", "ALTER POLICY portal ON crm.invoice USING (true)"),
        ("portal.customer", "ALTER POLICY portal ON crm.invoice USING (customer_id = kernel.customer() OR total > 0)"),
        ("portal.customer", "ALTER POLICY portal ON crm.invoice TO konak_app"),
        ("portal.customer", "GRANT UPDATE ON crm.article TO konak_portal"),
        ("key.primary", "CREATE TABLE crm.bad (tenant_id uuid NOT NULL, id uuid PRIMARY KEY)"),
        ("key.primary", "CREATE TABLE crm.bad (tenant_id uuid NOT NULL)"),
        ("key.primary", "CREATE TABLE crm.bad (tenant_id uuid NOT NULL, id uuid, PRIMARY KEY (id, tenant_id))"),
        ("key.unique", "CREATE UNIQUE INDEX ON crm.customer (email)"),
        ("key.unique", "ALTER TABLE kernel.errand ADD UNIQUE (key, tenant_id)"),
        ("key.unique", "CREATE UNIQUE INDEX ON crm.customer (lower(email), tenant_id)"),
        (
            "key.foreign",
            """
            ALTER TABLE crm.customer ADD UNIQUE (id); ALTER TABLE crm.deal ADD FOREIGN KEY (customer_id) REFERENCES
            crm.customer (id)
            """
        ),
        (
            "key.foreign",
            "ALTER TABLE crm.deal ADD FOREIGN KEY (tenant_id, customer_id) REFERENCES crm.customer ON DELETE SET NULL"
        ),
        (
            "key.foreign",
            "ALTER TABLE crm.deal ADD FOREIGN KEY (tenant_id, customer_id) REFERENCES crm.customer ON UPDATE SET NULL"
        ),
        (
            "key.foreign",
            """
            ALTER TABLE crm.deal ADD FOREIGN KEY (tenant_id, customer_id) REFERENCES crm.customer ON DELETE SET
            NULL (tenant_id)
            """
        ),
        (
            "key.foreign",
            "ALTER TABLE crm.deal ADD FOREIGN KEY (customer_id, tenant_id) REFERENCES crm.customer (tenant_id, id) NOT VALID"
        ),
        (
            "key.foreign",
            "ALTER TABLE crm.note ADD season text REFERENCES kernel.season (code) ON DELETE CASCADE"
        ),
        (
            "key.foreign",
            "ALTER TABLE crm.note ADD season text REFERENCES kernel.season (code) ON DELETE SET NULL"
        ),
        (
            "key.foreign",
            "ALTER TABLE crm.note ADD season text REFERENCES kernel.season (code) ON UPDATE CASCADE"
        ),
        ("key.foreign", "ALTER TABLE kernel.season ADD landlord uuid REFERENCES kernel.landlord (id)"),
        ("index.leading", "CREATE INDEX ON crm.deal (state)"),
        ("index.leading", "CREATE INDEX ON crm.deal (state, tenant_id)"),
        ("type.not_leakproof", "ALTER TABLE crm.deal ALTER amount TYPE numeric"),
        (
            "type.not_leakproof",
            """
            CREATE TYPE crm.mood AS ENUM ('a'); ALTER TABLE crm.deal ADD mood crm.mood; CREATE INDEX ON crm.deal
            (tenant_id, mood)
            """
        ),
        ("type.not_leakproof", "ALTER TABLE crm.deal ADD tags text[]; CREATE INDEX ON crm.deal (tenant_id, tags)"),
        ("type.not_leakproof", "ALTER TABLE crm.deal ADD more jsonb; CREATE INDEX ON crm.deal (tenant_id, more)"),
        ("type.not_leakproof", "CREATE INDEX ON crm.deal (tenant_id, lower(title))"),
        ("type.not_leakproof", "CREATE INDEX ON crm.note USING gin (tenant_id, body extension.gin_trgm_ops)"),
        ("type.money", "ALTER TABLE crm.deal ADD net_amount numeric"),
        ("type.money", "ALTER TABLE crm.deal ADD paid money"),
        ("grant.truncate", "GRANT TRUNCATE ON crm.deal TO konak_app"),
        ("grant.truncate", "GRANT TRIGGER ON crm.deal TO konak_portal"),
        ("grant.truncate", "GRANT REFERENCES (id) ON crm.deal TO konak_control"),
        ("grant.public", "GRANT SELECT ON crm.deal TO PUBLIC"),
        ("grant.public", "GRANT SELECT (title) ON crm.deal TO PUBLIC"),
        ("grant.public", "GRANT EXECUTE ON FUNCTION crm.search_deal(text, integer) TO PUBLIC"),
        ("grant.public", "GRANT USAGE ON SCHEMA crm TO PUBLIC"),
        ("grant.public", "CREATE FUNCTION crm.bad() RETURNS integer LANGUAGE sql AS 'SELECT 1'"),
        ("grant.option", "GRANT SELECT ON crm.deal TO konak_app WITH GRANT OPTION"),
        ("sequence.granted", "CREATE SEQUENCE crm.bad; GRANT USAGE ON SEQUENCE crm.bad TO konak_app"),
        ("sequence.granted", "ALTER TABLE crm.deal ADD number bigserial"),
        ("sequence.granted", "ALTER TABLE crm.deal ADD number bigint GENERATED ALWAYS AS IDENTITY"),
        ("search.function", "ALTER FUNCTION crm.search_deal(text, integer) VOLATILE"),
        ("search.function", "ALTER FUNCTION crm.search_deal(text, integer) RESET ALL"),
        ("search.function", "ALTER FUNCTION crm.search_deal(text, integer) SECURITY INVOKER"),
        ("search.function", "GRANT EXECUTE ON FUNCTION crm.search_deal(text, integer) TO konak_portal"),
        (
            "search.function",
            """
            CREATE OR REPLACE FUNCTION crm.search_deal(needle text, most integer) RETURNS SETOF uuid LANGUAGE sql
            STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT id FROM crm.deal WHERE
            tenant_id = kernel.tenant() AND (true) OR (true) LIMIT most'
            """
        ),
        ("search.function", "ALTER VIEW crm.won OWNER TO konak_search"),
        ("default_privileges", "ALTER DEFAULT PRIVILEGES FOR ROLE konak_owner GRANT SELECT ON TABLES TO konak_app"),
        (
            "default_privileges",
            "ALTER DEFAULT PRIVILEGES FOR ROLE konak_owner IN SCHEMA crm GRANT EXECUTE ON FUNCTIONS TO PUBLIC"
        ),
        ("default_privileges", "ALTER DEFAULT PRIVILEGES FOR ROLE konak_owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC"),
        ("function.closed", "GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC"),
        ("function.closed", "GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO konak_owner"),
        ("function.closed", "GRANT EXECUTE ON FUNCTION pg_catalog.lo_create(oid) TO konak_app"),
        ("language.open", "GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC"),
        ("language.open", "GRANT USAGE ON LANGUAGE sql TO konak_app"),
        ("latch.tenant", "ALTER FUNCTION kernel.tenant() SET search_path = pg_catalog"),
        (
            "latch.tenant",
            "CREATE OR REPLACE FUNCTION kernel.customer() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT NULL::uuid'"
        ),
        ("latch.enter", "ALTER FUNCTION kernel.enter(uuid) OWNER TO konak_test"),
        ("latch.enter", "ALTER FUNCTION kernel.enter(uuid, uuid) SECURITY INVOKER"),
        ("latch.enter", "DROP FUNCTION kernel.enter(uuid)"),
        ("latch.enter", "GRANT EXECUTE ON FUNCTION kernel.enter(uuid) TO konak_portal"),
        ("latch.enter", "GRANT EXECUTE ON FUNCTION kernel.enter(uuid, uuid) TO konak_app"),
        ("guard.off", "ALTER EVENT TRIGGER konak_guard_command DISABLE"),
        ("guard.off", "DROP EVENT TRIGGER konak_guard_drop"),
        (
            "guard.changed",
            """
            CREATE OR REPLACE FUNCTION kernel.enter(tenant uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET
            search_path = pg_catalog, pg_temp AS 'BEGIN PERFORM set_config(''konak.tenant'', tenant::text, true);
            END'
            """
        ),
        (
            "guard.changed",
            "CREATE OR REPLACE VIEW lint.\"wall.policy\" AS SELECT ''::text AS object, ''::text AS reason WHERE false"
        ),
        ("guard.changed", "CREATE FUNCTION kernel.enter(tenant text) RETURNS void LANGUAGE sql AS 'SELECT'"),
        ("role.attributes", "ALTER ROLE konak_app BYPASSRLS"),
        ("role.attributes", "ALTER ROLE konak_app SUPERUSER"),
        ("role.attributes", "ALTER ROLE konak_portal CREATEROLE"),
        ("role.attributes", "ALTER ROLE konak_definer LOGIN"),
        ("role.member", "GRANT konak_owner TO konak_app"),
        ("role.member", "GRANT pg_read_all_data TO konak_control"),
        ("role.setting", "ALTER ROLE konak_app SET konak.tenant = 'x'"),
        ("role.setting", "ALTER ROLE konak_owner SET row_security = off"),
        ("role.database", "GRANT CREATE ON SCHEMA kernel TO konak_app"),
        ("role.database", "GRANT ALL ON SCHEMA public TO PUBLIC"),
        ("role.database", "GRANT CREATE ON SCHEMA crm TO konak_control"),
    ]
}
