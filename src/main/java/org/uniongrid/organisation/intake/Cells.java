package org.uniongrid.organisation.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.DayText;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.foundation.CreditCode;
import org.uniongrid.organisation.DivisionCode;
import org.uniongrid.people.IdNumber;
import org.uniongrid.people.IdentityField;

/** Reads the cells of a row as what they should be, and reports those that are not. An empty cell is null. */
record Cells(ImportRow row, Findings findings) {

    /** What a cell says whose content is to go; an empty one leaves what is known as it is. */
    static final String CLEAR = "清空";

    private static final String CREDIT_CODE = "[0-9A-HJ-NPQRTUWXY]{18}";

    private static final int LONGEST_NAME = 100;

    private static final int LONGEST_WORDS = 200;

    /** More people than any employer has. */
    private static final int MOST = 9_999_999;

    boolean has(String column) {
        return !text(column).isEmpty();
    }

    void problem(String column, String key, Object... args) {
        findings.problem(row, column, key, args);
    }

    /** What the cell says; nothing where it only asks that what is known be cleared. */
    String text(String column) {
        return isClear(column) ? "" : row.cell(column).strip();
    }

    private boolean isClear(String column) {
        return row.cell(column).strip().equals(CLEAR);
    }

    /** Reports the columns among these that cannot be cleared and are to be. */
    void neverClear(String... columns) {
        for (var column : columns) if (isClear(column)) problem(column, "import.problem.cannot-clear");
    }

    @Nullable
    String textOrNull(String column) {
        var text = text(column);
        return text.isEmpty() ? null : text;
    }

    /** A text of so many characters. */
    @Nullable
    String shortText(String column, int least, int most) {
        var text = shortText(column, most);
        if (text != null && text.codePointCount(0, text.length()) < least)
            problem(column, "import.problem.shorter-than", least);
        return text;
    }

    /** A year from 1990 on, before those that nobody has seen yet. */
    @Nullable
    Integer year(String column) {
        var text = text(column).replace("年", "");
        if (text.isEmpty()) return null;
        if (text.matches("(19[9][0-9]|20[0-9]{2})")) return Integer.valueOf(text);
        problem(column, "import.problem.year");
        return null;
    }

    /** Yes or no. */
    @Nullable
    Boolean yesNo(String column) {
        return oneOf(
                column,
                text -> switch (text) {
                    case "是", "有" -> Optional.of(true);
                    case "否", "无" -> Optional.of(false);
                    default -> Optional.empty();
                },
                String.join("、", Codes.YES_NO));
    }

    /** A text of no more than so many characters. */
    @Nullable
    String shortText(String column, int most) {
        var text = textOrNull(column);
        if (text != null && text.codePointCount(0, text.length()) > most)
            findings.problem(row, column, "import.problem.longer-than", most);
        return text;
    }

    /** A name no longer than forms take it. */
    String name(String column) {
        shortText(column, LONGEST_NAME);
        return text(column);
    }

    /** A text no longer than forms take it. */
    @Nullable
    String words(String column) {
        return shortText(column, LONGEST_WORDS);
    }

    @Nullable
    Integer count(String column) {
        var text = text(column).replace(",", "");
        if (text.isEmpty()) return null;
        if (text.matches("[0-9]{1,7}")) return Integer.valueOf(text);
        if (text.matches("-?[0-9]+")) problem(column, "import.problem.count-range", MOST);
        else problem(column, "import.problem.count");
        return null;
    }

    @Nullable
    LocalDate day(String column) {
        var text = text(column);
        if (text.isEmpty()) return null;
        var day = DayText.read(text);
        if (day.isEmpty()) findings.problem(row, column, "import.problem.day");
        return day.orElse(null);
    }

    @Nullable
    BigDecimal degrees(String column, int most) {
        var text = text(column);
        if (text.isEmpty()) return null;
        if (text.matches("-?[0-9]{1,3}(\\.[0-9]{1,12})?")) {
            var degrees = new BigDecimal(text);
            if (degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0)
                return degrees.setScale(6, RoundingMode.HALF_UP);
        }
        findings.problem(row, column, "import.problem.degrees", most);
        return null;
    }

    /** One of a closed list, by its term or code, or by the code before the term as the template offers it. */
    <T> @Nullable T oneOf(String column, Function<String, Optional<T>> known, String allowed) {
        var text = text(column);
        if (text.isEmpty()) return null;
        var found = known.apply(text).or(() -> known.apply(text.split("\\s", 2)[0]));
        if (found.isEmpty()) findings.problem(row, column, "import.problem.one-of", allowed);
        return found.orElse(null);
    }

    @Nullable
    String division(String column) {
        var text = text(column);
        if (text.isEmpty()) return null;
        var code = DivisionCode.of(text);
        if (code.isEmpty()) findings.problem(row, column, "import.problem.division");
        return code.map(DivisionCode::code).orElse(null);
    }

    @Nullable
    String creditCode(String column) {
        return creditCode(column, false);
    }

    /**
     * A credit code.
     *
     * @param accepted whether somebody vouches for a last character that does not agree with the others
     */
    @Nullable
    String creditCode(String column, boolean accepted) {
        var text = text(column).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) return null;
        if (text.matches("[0-9.]+E\\+[0-9]+")) findings.problem(row, column, "import.problem.rounded");
        else if (text.length() != 18) findings.problem(row, column, "import.problem.credit-code-length", text.length());
        else if (!CreditCode.isValid(text) && !(accepted && text.matches(CREDIT_CODE)))
            findings.problem(row, column, "import.problem.credit-code");
        else return text;
        return null;
    }

    @Nullable
    String idNumber(String column) {
        var text = row.secret(column).strip();
        if (text.isEmpty()) return null;
        var fault = IdNumber.fault(text);
        if (text.equals(CLEAR)) problem(column, "import.problem.cannot-clear");
        else if (isMasked(text)) problem(column, "import.problem.masked");
        else if (text.matches("[0-9.]+E\\+[0-9]+")) problem(column, "import.problem.rounded");
        else if (fault.isPresent()) problem(column, "import.problem.id-number-" + word(fault.get()), text.length());
        else return IdentityField.ID_NUMBER.read(text).orElse(null);
        return null;
    }

    @Nullable
    String phone(String column) {
        var text = row.secret(column).strip();
        if (text.isEmpty()) return null;
        var phone = IdentityField.PHONE.read(text);
        if (text.equals(CLEAR)) problem(column, "import.problem.cannot-clear");
        else if (phone.isEmpty()) problem(column, isMasked(text) ? "import.problem.masked" : "import.problem.phone");
        return phone.orElse(null);
    }

    /** Taken from an error file, where numbers of people are masked. */
    private static boolean isMasked(String text) {
        return text.contains("*");
    }

    private static String word(IdNumber.Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reports figures and dates that cannot be true together. */
    void fits(NewUnit.UnitDetails details) {
        within("women", details.women(), details.staff(), "职工人数");
        within("women-members", details.womenMembers(), details.members(), "会员人数");
        var from = details.termFrom();
        var to = details.termTo();
        if (from != null && to != null && !from.isBefore(to)) problem("term-end", "import.problem.out-of-order");
    }

    void fits(EmployerEntry.Facts facts) {
        within("women", facts.women(), facts.staff(), "职工人数");
    }

    /** A part that may not exceed the whole, where both are known. */
    private void within(String column, @Nullable Integer part, @Nullable Integer whole, String wholeHeader) {
        if (part != null && whole != null && part > whole)
            findings.problem(row, column, "import.problem.more-than", wholeHeader, whole);
    }
}
