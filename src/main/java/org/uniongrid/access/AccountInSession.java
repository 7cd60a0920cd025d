package org.uniongrid.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps nothing in a session but the account's public id, so that sessions outlive an upgrade and hold no copy of what
 * somebody may do.
 */
@Component
class AccountInSession implements SecurityContextRepository {

    /** Under this name Spring Session also keeps it beside the session, so that all sessions of an account are found. */
    static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

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
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var authentication = context.getAuthentication();
        if (authentication instanceof UsernamePasswordAuthenticationToken token && token.isAuthenticated())
            request.getSession().setAttribute(ACCOUNT, token.getName());
        else if (authentication == null && request.getSession(false) != null)
            request.getSession().removeAttribute(ACCOUNT);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }
}
