package org.uniongrid.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How PostgreSQL, which refuses to run as root, is started: as ourselves, in a user namespace, or as another user. */
record Unprivileged(List<String> prefix, int uid, int gid) {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** The ways to step down from root, best first: a namespace leaves all files with root. */
    static final List<Way> WAYS = List.of(
            new Way(List.of("unshare", "-U"), false),
            new Way(List.of("setpriv", "--reuid=UID", "--regid=GID", "--clear-groups"), true),
            new Way(List.of("runuser", "-u", "USER", "--"), true));

    record Way(List<String> prefix, boolean otherUser) {}

    static Unprivileged find() throws IOException {
        return find(WAYS);
    }

    static Unprivileged find(List<Way> ways) throws IOException {
        int uid = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        int gid = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:gid");
        if (uid != 0) return new Unprivileged(List.of(), uid, gid);
        return ways.stream()
                .map(Unprivileged::of)
                .filter(Unprivileged::works)
                .findFirst()
                .orElseThrow(() -> new CannotStart(
                        "PostgreSQL does not run as root, and neither unshare, setpriv nor runuser works here",
                        "Start UnionGrid as an ordinary user.",
                        null));
    }

    private static Unprivileged of(Way way) {
        if (!way.otherUser()) return new Unprivileged(way.prefix(), 0, 0);
        var user = id("-u", "uniongrid") > 0 ? "uniongrid" : "nobody";
        int uid = id("-u", user);
        int gid = id("-g", user);
        var prefix = way.prefix().stream()
                .map(word ->
                        word.replace("UID", "" + uid).replace("GID", "" + gid).replace("USER", user))
                .toList();
        return new Unprivileged(prefix, uid, gid);
    }

    private static int id(String option, String user) {
        var result = Shell.run(LIMIT, List.of("id", option, user));
        return result.ok() ? Integer.parseInt(result.output().strip()) : -1;
    }

    private boolean works() {
        var result = Shell.run(LIMIT, command("id", "-u"));
        return uid >= 0 && result.ok() && !result.output().strip().equals("0");
    }

    List<String> command(String... words) {
        return command(List.of(words));
    }

    List<String> command(List<String> words) {
        var all = new ArrayList<>(prefix);
        all.addAll(words);
        return all;
    }

    /** Fails plainly if a directory above cannot be passed by the user that PostgreSQL will run as. */
    void mustReach(Path directory) {
        if (prefix.isEmpty() || reaches(directory)) return;
        var closed = directory;
        while (closed.getParent() != null && !reaches(closed.getParent())) closed = closed.getParent();
        throw new CannotStart(
                "PostgreSQL runs as user " + uid + " here, and that user cannot enter " + closed,
                "Allow it (chmod o+x " + closed + "), or choose another directory with UNIONGRID_DATA.",
                null);
    }

    private boolean reaches(Path directory) {
        return Shell.run(LIMIT, command("test", "-x", directory.toString())).ok();
    }

    /** Hands a tree to the user PostgreSQL runs as; the top last, so that a broken run is repeated. */
    void own(Path tree) throws IOException {
        if (Objects.equals(Files.getAttribute(tree, "unix:uid"), uid)) return;
        if (prefix.isEmpty()) {
            throw new CannotStart(
                    tree + " belongs to another user",
                    "Start UnionGrid as the user that it belongs to, or give it to this one (chown -R).",
                    null);
        }
        try (var files = Files.walk(tree)) {
            var all = new ArrayList<>(files.toList());
            for (var file : all.reversed()) {
                Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
