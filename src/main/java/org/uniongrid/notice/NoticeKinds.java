package org.uniongrid.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.NoticeKind;

/** Every kind of notice that a module has declared. */
@Component
public class NoticeKinds {

    private final Map<String, NoticeKind> kinds;

    NoticeKinds(List<NoticeKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(NoticeKind::key, kind -> kind));
    }

    NoticeKind require(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no kind of notice: " + key));
    }

    /** Empty for one that this version no longer knows. */
    public Optional<NoticeKind> find(String key) {
        return Optional.ofNullable(kinds.get(key));
    }
}
