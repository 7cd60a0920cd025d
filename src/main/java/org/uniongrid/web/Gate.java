package org.uniongrid.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.NotPermitted;
import org.uniongrid.foundation.Open;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.SignedIn;

/** Lets nobody through to an endpoint of ours without the permission it names. One that names none is shut. */
class Gate implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method) || method.hasMethodAnnotation(Open.class))
            return true;
        var actor = (Actor) request.getAttribute(Actor.class.getName());
        if (actor == null) throw new NotPermitted("nobody is signed in");
        var signedIn = method.getMethodAnnotation(SignedIn.class);
        if (signedIn != null) {
            if (actor.isWorker() && !signedIn.workersToo()) throw new NotPermitted(Actor.WORKER);
            return true;
        }
        var permission = method.getMethodAnnotation(Permission.class);
        if (permission == null || !actor.may(permission.value()))
            throw new NotPermitted(permission == null ? "no permission named" : permission.value());
        return true;
    }

    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.uniongrid");
    }
}
