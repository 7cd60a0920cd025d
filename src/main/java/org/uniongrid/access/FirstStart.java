package org.uniongrid.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.Posts;
import org.uniongrid.people.Persons;

/** Makes the first accounts of a new cell, and accounts for a demonstration. */
@Component
@Unscoped("runs before anybody could be signed in")
public class FirstStart {

    /** Whoever stands at the machine. */
    private static final Actor CONSOLE = Actor.system("console");

    private final Accounts accounts;
    private final Passwords passwords;
    private final LockOut lockOut;
    private final Persons persons;
    private final Posts posts;
    private final AuditTrail trail;
    private final AccountNotices notices;
    private final JdbcClient db;

    FirstStart(
            Accounts accounts,
            Passwords passwords,
            LockOut lockOut,
            Persons persons,
            Posts posts,
            AuditTrail trail,
            AccountNotices notices,
            JdbcClient db) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockOut = lockOut;
        this.persons = persons;
        this.posts = posts;
        this.trail = trail;
        this.notices = notices;
        this.db = db;
    }

    /**
     * The three administrators, where there is no account yet.
     *
     * @return one-time passwords by login; empty when the cell has accounts
     */
    @Transactional
    public Map<String, String> administrators() {
        // two processes may start on a new database at once: the second waits here and finds the accounts
        db.sql("select pg_advisory_xact_lock(hashtext('access.first-start'))").query(rs -> {});
        var opened = new LinkedHashMap<String, String>();
        if (!accounts.none()) return opened;
        opened.put("sysadmin", administrator("sysadmin", "系统管理员", "system-admin"));
        opened.put("secadmin", administrator("secadmin", "安全管理员", "security-admin"));
        opened.put("auditor", administrator("auditor", "审计管理员", "audit-admin"));
        return opened;
    }

    private String administrator(String login, String name, String role) {
        var password = passwords.random();
        open(login, password, true, name, role, null, name);
        return password;
    }

    /** A person with an account and a post. */
    @Transactional
    public void open(
            String login,
            String password,
            boolean mustChange,
            String name,
            String role,
            @Nullable UUID unit,
            String title) {
        var person = persons.add(name);
        openFor(person, login, password, mustChange);
        posts.appoint(person, role, unit, title);
    }

    /** An account for somebody who holds a post already. */
    @Transactional
    public void openFor(long person, String login, String password, boolean mustChange) {
        accounts.open(person, login, passwords.hash(password), mustChange);
    }

    /**
     * A new one-time password for a login whose old one is lost, or null where there is no such account. The second
     * factor goes too, and a disabled account is opened: whoever has the machine has the last word, but not in secret.
     */
    @Transactional
    public @Nullable String resetPassword(String login) {
        var account = accounts.byLogin(login).orElse(null);
        if (account == null) return null;
        var password = passwords.random();
        accounts.changePassword(account, passwords.hash(password), true, null);
        accounts.forgetSecondFactor(account);
        accounts.enable(account);
        lockOut.open(login);
        trail.add(
                CONSOLE,
                Deed.of("access.account.reset-password", "access.account", account.publicId(), account.login())
                        .about(account.personId()));
        notices.passwordChanged(account);
        return password;
    }

    /** A random password, for those who open accounts by {@link #open}. */
    public String randomPassword() {
        return passwords.random();
    }
}
