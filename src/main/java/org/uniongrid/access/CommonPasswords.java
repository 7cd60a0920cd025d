package org.uniongrid.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that are guessed first: a list of ours, and whatever consists of fewer than five characters. */
final class CommonPasswords {

    private static final Set<String> LIST = read();

    private CommonPasswords() {}

    /** Asked in small letters. What follows a word of the list, such as a year, makes no other word of it. */
    static boolean hold(String small) {
        return small.chars().distinct().count() < 5 || LIST.contains(small) || LIST.contains(withoutTail(small));
    }

    private static String withoutTail(String small) {
        return small.replaceFirst("[0-9!@#$%^&*._-]+$", "");
    }

    private static Set<String> read() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
