package org.uniongrid.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.EmployerDirectory;
import org.uniongrid.people.IdentityField;
import org.uniongrid.web.Form;
import org.uniongrid.web.Say;
import org.uniongrid.web.TypedKey;

/** Reads the form of a case: at the desk, on the phone, and as other systems hand one in. */
@Component
public class EntryForm {

    static final int TITLE = 80;
    public static final int WORDS = 2_000;
    private static final int NAME = 40;
    private static final int EMPLOYER = 100;
    private static final int NUMBER = 60;
    private static final int HEADS = 100_000;

    private final CaseKinds kinds;
    private final EmployerDirectory employers;

    EntryForm(CaseKinds kinds, EmployerDirectory employers) {
        this.kinds = kinds;
        this.employers = employers;
    }

    /** The kind that was chosen in the list, or else among those suggested. */
    public Optional<CaseKind> kind(Form form) {
        return TypedKey.uuid(form.value("kind"))
                .or(() -> TypedKey.uuid(form.value("pick")))
                .flatMap(id -> kinds.offered().stream()
                        .filter(kind -> kind.publicId().equals(id))
                        .findFirst());
    }

    /** What everybody fills in who writes down a case. */
    public Form checked(Form form) {
        var words = form.value("words").strip();
        var title = form.value("title").strip();
        var employer = form.value("employer").strip();
        var place = form.value("place").strip();
        var claims = Claims.read(form.value("claims"));
        var checked = form.check("words", words.length() >= 2 && words.length() <= WORDS, "matter.words.length")
                .check("kind", kind(form).isPresent(), "case.kind.missing")
                .check(
                        "title",
                        title.isEmpty() || title.length() >= 2 && title.length() <= TITLE,
                        "matter.title.length")
                .check("employer", employer.isEmpty() || isName(employer, EMPLOYER), "case.employer.length", EMPLOYER)
                .check("place", place.isEmpty() || isName(place, EMPLOYER), "case.employer.length", EMPLOYER)
                .check("heads", heads(form).isPresent(), "case.heads.wrong", HEADS);
        var fault = claims.fault();
        if (fault.isPresent())
            return checked.wrong("claims", fault.get().key(), fault.get().line());
        var named = claims.claims().names().size();
        return checked.check("heads", heads(form).orElse(HEADS) >= named, "case.heads.few", named);
    }

    /** What an operator asks besides. */
    public Form checkedAtDesk(Form form) {
        var phone = form.value("phone").strip();
        var number = form.value("number").strip();
        return checked(form)
                .check("caller", isName(form.value("caller").strip(), NAME), "case.caller.length", NAME)
                .check(
                        "phone",
                        phone.isEmpty() ? channel(form) != Channel.HOTLINE : phone(form) != null,
                        "case.phone.wrong")
                .check("number", number.isEmpty() || isName(number, NUMBER), "case.number.length", NUMBER);
    }

    private static boolean isName(String text, int most) {
        return text.length() >= 2 && text.length() <= most;
    }

    public static @Nullable String phone(Form form) {
        return IdentityField.PHONE.read(form.value("phone")).orElse(null);
    }

    public static Channel channel(Form form) {
        return Channel.WRITTEN_DOWN.stream()
                .filter(one -> one.name().equals(form.value("channel")))
                .findFirst()
                .orElse(Channel.HOTLINE);
    }

    private static Optional<Integer> heads(Form form) {
        var text = form.value("heads").strip();
        if (text.isEmpty()) {
            var named = Claims.read(form.value("claims")).claims().names().size();
            return Optional.of(Math.max(1, named));
        }
        if (!text.matches("[0-9]{1,6}")) return Optional.empty();
        return Optional.of(Integer.parseInt(text)).filter(heads -> heads >= 1 && heads <= HEADS);
    }

    /** Of a form that was checked. */
    public Entry entry(Actor actor, Form form, Channel channel, Say say) {
        var kind = kind(form).orElseThrow();
        var employer = form.value("employer").strip();
        var known = registered(actor, form);
        var number = form.value("number").strip();
        var place = form.value("place").strip();
        var file = new CaseFiles.New(
                channel,
                number.isEmpty() ? null : number,
                kind,
                form.has("urgent", "true"),
                heads(form).orElseThrow(),
                known.map(EmployerDirectory.Found::id).orElse(null),
                employer.isEmpty() ? known.map(EmployerDirectory.Found::name).orElse(null) : employer,
                place.isEmpty() ? null : place);
        return new Entry(
                form.value("caller").strip(),
                phone(form),
                title(form, kind, employer, say),
                form.value("words").strip(),
                file,
                Claims.read(form.value("claims")).claims());
    }

    private static String title(Form form, CaseKind kind, String employer, Say say) {
        var typed = form.value("title").strip();
        if (!typed.isEmpty()) return typed;
        var made = employer.isEmpty() ? kind.name(say) : say.of("case.title.made", kind.name(say), employer);
        return made.length() <= TITLE ? made : made.substring(0, TITLE).strip();
    }

    /** The one in the register that was chosen, or that has exactly this name. */
    private Optional<EmployerDirectory.Found> registered(Actor actor, Form form) {
        var chosen = TypedKey.uuid(form.value("employerId"));
        var found = found(actor, form);
        return chosen.flatMap(id ->
                        found.stream().filter(one -> one.publicId().equals(id)).findFirst())
                .or(() -> found.stream()
                        .filter(one -> one.name().equals(form.value("employer").strip()))
                        .findFirst());
    }

    /** Those of the register that have these words. */
    public List<EmployerDirectory.Found> found(Actor actor, Form form) {
        var words = form.value("employer").strip();
        return words.length() < 2 ? List.of() : employers.withWords(words, actor.reach("organisation.employer.read"));
    }

    public static UUID key(Form form) {
        return TypedKey.of(form.value("key"));
    }
}
