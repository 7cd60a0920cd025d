package org.uniongrid.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;

/**
 * Sessions of workers, who sign in by phone and have no account. One lasts as long as it is used once in thirty days; in
 * the browser that opens it, a session at the desk ends. It opens {@code /m} and nothing at the desk.
 */
@Component
@Unscoped("about the sessions of one person: the one that signs in, or whose record is closed")
public class WorkerSession {

    /** The pages of workers, and where they sign in. */
    public static final String HOME = "/m";

    public static final String SIGN_IN = "/m/sign-in";

    static final Duration IDLE = Duration.ofDays(30);
    static final String SUBJECT = "access.worker-session";

    private final Workers workers;
    private final Sessions sessions;
    private final SignIns signIns;
    private final AuditTrail trail;
    private final CookieRequestCache asked = new CookieRequestCache();

    WorkerSession(Workers workers, Sessions sessions, SignIns signIns, AuditTrail trail) {
        this.workers = workers;
        this.sessions = sessions;
        this.signIns = signIns;
        this.trail = trail;
    }

    /** Opens one under a new id in place of whatever session this browser had. The person must be known to be the one who asks. */
    @Transactional
    public void open(HttpServletRequest request, long personId) {
        var worker = workers.find(personId).orElseThrow();
        var before = request.getSession(false);
        if (before != null) before.invalidate();
        var session = request.getSession(true);
        session.setMaxInactiveInterval((int) IDLE.toSeconds());
        session.setAttribute(AccountInSession.ACCOUNT, Workers.principal(personId));
        session.setAttribute(AccountInSession.OPENED, UUID.randomUUID().toString());
        session.setAttribute(AccountInSession.DEVICE, Client.device(request).text());
        session.setAttribute(AccountInSession.ADDRESS, request.getRemoteAddr());
        SessionCookie.keepAfterClosing(request);
        signIns.addWorker(personId, request.getRemoteAddr());
        trail.add(worker, deed("access.worker-session.open", worker));
    }

    /** Whether this browser has a session at the desk, which {@link #open} would end. */
    public static boolean endsDesk(HttpServletRequest request) {
        var session = request.getSession(false);
        return AccountInSession.isOpen(session) && !Workers.isIn(session);
    }

    /** Where a page of workers was asked for before the sign-in; {@link #HOME} where none was. */
    public String wanted(HttpServletRequest request, HttpServletResponse response) {
        var saved = asked.getRequest(request, response);
        if (saved == null) return HOME;
        asked.removeRequest(request, response);
        var path = Entrance.localPath(saved.getRedirectUrl());
        return isOfWorkers(path) && !path.startsWith(SIGN_IN) ? path : HOME;
    }

    static boolean isOfWorkers(String path) {
        return path.equals(HOME) || path.startsWith(HOME + "/") || path.startsWith(HOME + "?");
    }

    /** Ends the one of this request. */
    @Transactional
    public void end(HttpServletRequest request, Actor worker) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        trail.add(worker, deed("access.worker-session.end", worker));
    }

    /** Ends all of a person at once: their record was closed, or the phone is no longer theirs. */
    @Transactional
    public void endAll(long personId) {
        sessions.endAll(Workers.principal(personId), null);
    }

    /** Ends all others of the worker, but for that of this request. */
    @Transactional
    public void endOthers(HttpServletRequest request, Actor worker) {
        sessions.endAll(
                Workers.principal(worker.personId()), request.getSession().getId());
        trail.add(worker, deed("access.worker-session.end-others", worker));
    }

    /** The worker's open ones, that of this request first. */
    public List<Sessions.Open> of(HttpServletRequest request, Actor worker) {
        return sessions.of(
                Workers.principal(worker.personId()), request.getSession().getId());
    }

    private static Deed deed(String action, Actor worker) {
        return Deed.of(action, SUBJECT, null, worker.name()).about(worker.personId());
    }
}
