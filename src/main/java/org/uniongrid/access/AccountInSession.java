package org.uniongrid.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in a session the account's public id and no copy of what somebody may do, so that sessions outlive an upgrade.
 * One that is {@linkplain #OPENED open} also knows its own public id and, for its owner to know it again, the device and
 * the address it was opened from.
 */
@Component
class AccountInSession implements SecurityContextRepository {

    /** Under this name Spring Session also keeps it beside the session, so that all sessions of an account are found. */
    static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    /** The public id of a session that is open. Where there is none the second step is still to come. */
    static final String OPENED = "ug.opened";

    static final String DEVICE = "ug.device";
    static final String ADDRESS = "ug.address";

    /** Held by whoever has done all steps. */
    static final String SIGNED_IN = "signed-in";

    /** Held by workers, who have done theirs. */
    static final String WORKER = "worker";

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return read(holder.getRequest());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        var context = read(request);
        return new DeferredSecurityContext() {
            @Override
            public SecurityContext get() {
                return context;
            }

            @Override
            public boolean isGenerated() {
                return context.getAuthentication() == null;
            }
        };
    }

    private static SecurityContext read(HttpServletRequest request) {
        var session = request.getSession(false);
        var account = session == null ? null : (String) session.getAttribute(ACCOUNT);
        if (account == null) return SecurityContextHolder.createEmptyContext();
        if (Workers.isPrincipal(account))
            return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                    account, null, List.of(new SimpleGrantedAuthority(WORKER))));
        var held = isOpen(session) ? List.of(new SimpleGrantedAuthority(SIGNED_IN)) : List.<GrantedAuthority>of();
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(account, null, held));
    }

    static boolean isOpen(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ACCOUNT) != null && session.getAttribute(OPENED) != null;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var authentication = context.getAuthentication();
        if (authentication instanceof UsernamePasswordAuthenticationToken token && token.isAuthenticated()) {
            // one at the desk is younger and ends sooner than that of a worker
            if (Workers.isIn(request.getSession(false))) request.getSession().invalidate();
            request.getSession().setAttribute(ACCOUNT, token.getName());
            // whoever was signed in before leaves nothing open for the next one
            request.getSession().removeAttribute(OPENED);
            ChosenPost.forget(request.getSession());
        } else if (authentication == null && request.getSession(false) != null)
            request.getSession().removeAttribute(ACCOUNT);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }
}
