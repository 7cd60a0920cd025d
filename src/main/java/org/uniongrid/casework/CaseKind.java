package org.uniongrid.casework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.web.Say;

/**
 * A kind of case 诉求类别, in a tree of two levels.
 *
 * @param parent internal id of the kind above; null for one at the top
 * @param keywords words that callers use for it
 * @param grade that cases of it begin with
 * @param onPhone whether workers choose it on their phone
 * @param ended whether it is offered no longer
 */
public record CaseKind(
        long id,
        UUID publicId,
        @Nullable Long parent,
        String chinese,
        String english,
        List<String> keywords,
        Grade grade,
        boolean onPhone,
        int place,
        boolean ended) {

    public CaseKind {
        keywords = List.copyOf(keywords);
    }

    public String name(Say say) {
        return say.isChinese() ? chinese : english;
    }

    /** How many of its keywords stand in these words. */
    public int hits(String words) {
        return (int) keywords.stream().filter(words::contains).count();
    }
}
