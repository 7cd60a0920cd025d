package org.uniongrid.web;

import java.util.List;

/**
 * A page that a browser keeps and shows in place of others while there is no network. It says nothing of anybody: what it
 * shows of a person, the person's own device adds.
 *
 * @param prefix of the addresses it stands in for; empty for all others
 * @param page its own address
 * @param assets what it needs, by their plain addresses
 */
public record OfflinePage(String prefix, String page, List<String> assets) {}
