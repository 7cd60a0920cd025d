package org.uniongrid.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of style sheets, scripts and icons, with their version in the name so that browsers may keep them. */
@Component
public class Assets {

    private final ResourceUrlProvider resources;

    Assets(ResourceUrlProvider resources) {
        this.resources = resources;
    }

    public String url(String path) {
        var versioned = resources.getForLookupPath(path);
        return versioned == null ? path : versioned;
    }
}
