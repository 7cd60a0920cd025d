package org.uniongrid.membership.intake;

import static org.uniongrid.membership.intake.RollColumns.ACCOUNT;
import static org.uniongrid.membership.intake.RollColumns.NUMBER;
import static org.uniongrid.membership.intake.RollColumns.PHONE;
import static org.uniongrid.membership.intake.RollColumns.SINCE;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.DayText;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.foundation.CreditCode;
import org.uniongrid.people.DocumentKind;
import org.uniongrid.people.IdNumber;
import org.uniongrid.people.IdentityField;

/** Reads the cells of a row of a roll, and reports what is wrong with them. An empty cell is null. */
record MemberCells(ImportRow row, Findings findings) {

    private static final String ROUNDED = "[0-9.]+E\\+[0-9]+";

    /** A roll adds and mends; what is to go is cleared on the page of the member. */
    private static final String CLEAR = "清空";

    void problem(String column, String key, Object... args) {
        findings.problem(row, column, key, args);
    }

    String text(String column) {
        var text = row.cell(column).strip();
        if (!text.equals(CLEAR)) return text;
        problem(column, "import.problem.cannot-clear");
        return "";
    }

    String name(String column, int most) {
        var text = text(column);
        if (text.codePointCount(0, text.length()) > most) problem(column, "import.problem.longer-than", most);
        return text;
    }

    <T> @Nullable T oneOf(String column, Terms<T> terms) {
        var text = text(column);
        if (text.isEmpty()) return null;
        var found = terms.find(text);
        if (found.isEmpty()) problem(column, "import.problem.one-of", terms.inWords());
        return found.orElse(null);
    }

    /** Nobody joins tomorrow. */
    @Nullable
    LocalDate since(LocalDate today) {
        var text = text(SINCE);
        if (text.isEmpty()) return null;
        var day = DayText.read(text);
        if (day.isEmpty()) problem(SINCE, "import.problem.day");
        else if (day.get().isAfter(today)) problem(SINCE, "import.problem.day-to-come");
        else return day.get();
        return null;
    }

    @Nullable
    String creditCode(String column) {
        var text = text(column).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) return null;
        if (text.matches(ROUNDED)) problem(column, "import.problem.rounded");
        else if (text.length() != 18) problem(column, "import.problem.credit-code-length", text.length());
        else if (!CreditCode.isValid(text)) problem(column, "import.problem.credit-code");
        else return text;
        return null;
    }

    /** A number of a paper of this kind; {@code called} is its name in the file. */
    @Nullable
    String number(DocumentKind kind, String called) {
        var text = secret(NUMBER);
        if (text == null) return null;
        var fault = kind.field() == IdentityField.ID_NUMBER ? IdNumber.fault(text) : Optional.<IdNumber.Fault>empty();
        if (fault.isPresent())
            problem(
                    NUMBER,
                    "import.problem.id-number-"
                            + fault.get().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    text.length());
        else if (!kind.fits(text)) problem(NUMBER, "import.problem.document-form", called);
        else return kind.field().read(text).orElse(null);
        return null;
    }

    @Nullable
    String phone() {
        return number(PHONE, IdentityField.PHONE, "import.problem.phone");
    }

    @Nullable
    String account() {
        return number(ACCOUNT, IdentityField.BANK_ACCOUNT, "import.problem.bank-account");
    }

    private @Nullable String number(String column, IdentityField field, String problem) {
        var text = secret(column);
        if (text == null) return null;
        var read = field.read(text);
        if (read.isEmpty()) problem(column, problem);
        return read.orElse(null);
    }

    /** Neither one that Excel has rounded, nor one out of an error file, where numbers are masked. */
    private @Nullable String secret(String column) {
        var text = row.secret(column).strip();
        if (text.isEmpty()) return null;
        if (text.equals(CLEAR)) problem(column, "import.problem.cannot-clear");
        else if (text.contains("*")) problem(column, "import.problem.masked");
        else if (text.matches(ROUNDED)) problem(column, "import.problem.rounded");
        else return text;
        return null;
    }
}
