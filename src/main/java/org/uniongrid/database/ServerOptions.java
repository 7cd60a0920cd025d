package org.uniongrid.database;

import java.util.List;
import java.util.stream.Stream;

/** The settings our own server runs with; they stand on its command line, so that no edited file weakens them. */
final class ServerOptions {

    private static final List<String> SETTINGS = List.of(
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=60",
            "shared_buffers=128MB",
            "timezone=Asia/Shanghai",
            "log_timezone=Asia/Shanghai",
            "logging_collector=off",
            // rejected values stand in error messages and their details: the application hears them, the log must not
            "log_statement=none",
            "log_min_duration_statement=-1",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0",
            "log_min_error_statement=panic",
            "log_min_messages=log",
            "log_error_verbosity=terse");

    private ServerOptions() {}

    static List<String> at(String host, int port) {
        return Stream.concat(Stream.of("listen_addresses=" + host, "port=" + port), SETTINGS.stream())
                .flatMap(setting -> Stream.of("-c", setting))
                .toList();
    }
}
