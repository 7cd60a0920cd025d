package org.uniongrid.database;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where the database is, and who may come: the owner that migrates and the application that works. */
public record DatabaseAddress(
        String jdbcUrl, String ownerUser, String ownerPassword, String appUser, String appPassword) {

    /** For the application: a query that hangs for a minute is given up. */
    public String appUrl() {
        return url("UnionGrid", 60);
    }

    /** For migrations and upkeep, which may take long: half an hour. */
    public String ownerUrl() {
        return url("UnionGrid-owner", 1800);
    }

    private String url(String name, int socketSeconds) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("ApplicationName", name);
        parameters.put("socketTimeout", String.valueOf(socketSeconds));
        parameters.put("connectTimeout", "10");
        parameters.put("tcpKeepAlive", "true");
        return withMissing(jdbcUrl, parameters);
    }

    private static String withMissing(String url, Map<String, String> parameters) {
        var whole = new StringBuilder(url);
        parameters.forEach((name, value) -> {
            if (!url.contains("?" + name + "=") && !url.contains("&" + name + "=")) {
                whole.append(whole.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return whole.toString();
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "DatabaseAddress[" + jdbcUrl + ", owner " + ownerUser + ", app " + appUser + "]";
    }
}
