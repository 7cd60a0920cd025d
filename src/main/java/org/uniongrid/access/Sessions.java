package org.uniongrid.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The open sessions of an account. They have public ids of their own: nobody is shown what a cookie holds. */
@Component
public class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> all;

    Sessions(FindByIndexNameSessionRepository<? extends Session> all) {
        this.all = all;
    }

    /** One of them; this one is the one that asks. */
    public record Open(String id, Device device, String address, Instant since, Instant seen, boolean thisOne) {}

    /** The latest used first; those that still wait for a second step are left out. */
    public List<Open> of(Account account, @Nullable String current) {
        return of(account.publicId().toString(), current);
    }

    List<Open> of(String principal, @Nullable String current) {
        return sessions(principal)
                .filter(session -> session.getAttribute(AccountInSession.OPENED) != null)
                .map(session -> new Open(
                        idOf(session),
                        Device.read(session.getAttribute(AccountInSession.DEVICE)),
                        Objects.requireNonNullElse(session.getAttribute(AccountInSession.ADDRESS), ""),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(current)))
                .sorted(Comparator.comparing(Open::thisOne)
                        .reversed()
                        .thenComparing(Open::seen, Comparator.reverseOrder()))
                .toList();
    }

    /** Ends one session of the account, if it is one. */
    public void end(Account account, UUID id) {
        sessions(account.publicId().toString())
                .filter(session -> idOf(session).equals(id.toString()))
                .forEach(session -> all.deleteById(session.getId()));
    }

    void endAll(String principal, @Nullable String but) {
        sessions(principal)
                .map(Session::getId)
                .filter(id -> !id.equals(but))
                .toList()
                .forEach(all::deleteById);
    }

    private static String idOf(Session session) {
        return Objects.requireNonNullElse(session.getAttribute(AccountInSession.OPENED), "");
    }

    private Stream<? extends Session> sessions(String principal) {
        return all.findByPrincipalName(principal).values().stream();
    }
}
