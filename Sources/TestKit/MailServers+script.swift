extension MailServers {
    /// Makes keys and configuration, starts both servers, says so, waits until nobody listens any more, and removes all.
    /// One script, because it must outlive a test process that is killed.
    static let script = #"""
        set -u
        folder=$1
        fail() { echo "$*"; rm -rf "$folder"; exit 1; }
        for program in postfix dovecot openssl; do
            command -v $program >/dev/null || fail "$program is not installed: run scripts/setup"
        done
        getent passwd postfix >/dev/null || fail "there is no user postfix"
        cd "$folder" && mkdir -p etc queue data dovecot mail && chown postfix data && chown nobody mail

        issue() { # name, subject, extension
            openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -out "$1.csr" -subj "$2" &&
                printf '%s\n' "$3" >"$1.ext" &&
                openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile "$1.ext" \
                    -out "$1.pem"
        }
        {
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem \
                -subj "/CN=Konak test" -days 30 &&
                issue server "/CN=mx.konak.test" "subjectAltName=DNS:mx.konak.test" &&
                openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa.key &&
                openssl pkey -in rsa.key -pubout -outform DER | base64 -w 0 >rsa.txt &&
                openssl genpkey -algorithm ED25519 -out ed25519.key &&
                openssl pkey -in ed25519.key -pubout -outform DER | tail -c 32 | base64 -w 0 >ed25519.txt
        } >openssl.log 2>&1 || fail "openssl failed: $(tail -n 3 openssl.log)"

        cat >etc/main.cf <<END
        compatibility_level = 3.6
        queue_directory = $folder/queue
        data_directory = $folder/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        meta_directory = /etc/postfix
        mail_owner = postfix
        setgid_group = postdrop
        maillog_file = $folder/postfix.log
        maillog_file_prefixes = $folder
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mx.konak.test
        mydestination =
        alias_maps =
        alias_database =
        mynetworks =
        local_header_rewrite_clients =
        always_add_missing_headers = no
        virtual_mailbox_domains = konak.test
        virtual_transport = lmtp:unix:$folder/lmtp
        smtpd_relay_restrictions = reject_unauth_destination
        smtpd_recipient_restrictions = check_recipient_access inline:{
            { refused@konak.test = 550 5.1.1 nobody here }, { later@konak.test = 450 4.2.0 come back later } }
        smtpd_peername_lookup = no
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = $folder/auth
        smtpd_tls_auth_only = yes
        smtpd_tls_security_level = may
        smtpd_tls_cert_file = $folder/server.pem
        smtpd_tls_key_file = $folder/server.key
        smtputf8_enable = yes
        message_size_limit = 20000000
        mailbox_size_limit = 0
        virtual_mailbox_limit = 0
        default_process_limit = 20
        END
        signed="-o smtpd_sasl_auth_enable=yes -o smtpd_relay_restrictions=permit_sasl_authenticated,reject"
        cat >etc/master.cf <<END
        127.0.0.1:$2 inet n - n - - smtpd
        127.0.0.1:$3 inet n - n - - smtpd -o smtpd_tls_security_level=encrypt $signed
        127.0.0.1:$4 inet n - n - - smtpd -o smtpd_tls_wrappermode=yes $signed
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        proxymap unix - - n - - proxymap
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        lmtp unix - - n - - lmtp
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd
        END
        cat >dovecot.conf <<END
        base_dir = $folder/dovecot
        state_dir = $folder/dovecot
        log_path = $folder/dovecot.log
        protocols = lmtp
        listen = 127.0.0.1
        ssl = no
        disable_plaintext_auth = no
        auth_mechanisms = plain login
        first_valid_uid = 1
        mail_location = maildir:$folder/mail/%Ln
        mail_save_crlf = yes
        passdb {
          driver = static
          args = password=kapi-42
        }
        userdb {
          driver = static
          args = uid=nobody gid=nogroup home=$folder/mail/%Ln allow_all_users=yes
        }
        service lmtp {
          unix_listener $folder/lmtp {
            mode = 0666
          }
        }
        service auth {
          unix_listener $folder/auth {
            mode = 0666
          }
        }
        END

        dovecot -c "$folder/dovecot.conf" -F >dovecot.out 2>&1 </dev/null &
        postfix -c "$folder/etc" start-fg >postfix.out 2>&1 </dev/null &
        up() { [ -S lmtp ] && [ -S auth ] && grep -q "daemon started" postfix.log 2>/dev/null; }
        for _ in $(seq 300); do up && break; sleep 0.1; done
        if up; then
            echo ready
            cat >/dev/null
        else
            echo "no answer; $(cat dovecot.out postfix.out postfix.log 2>/dev/null | tail -n 5)"
        fi
        for file in queue/pid/master.pid dovecot/master.pid; do
            pid=$(tr -d ' ' <"$file" 2>/dev/null) && [ -n "$pid" ] && kill "$pid"
        done
        wait
        cd / && rm -rf "$folder"
        """#
}
