package org.uniongrid.people;

import java.util.Optional;
import java.util.regex.Pattern;
import org.uniongrid.foundation.Masks;

/** The number of a bank card or account. Old accounts and passbooks have no check digit, so a wrong one only warns. */
public record BankAccount(String number) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{8,30}");

    public BankAccount {
        if (!SHAPE.matcher(number).matches()) throw new IllegalArgumentException("No bank account");
    }

    /** Empty where it is none. */
    public static Optional<BankAccount> of(String typed) {
        return normal(typed).map(BankAccount::new);
    }

    static Optional<String> normal(String typed) {
        return Optional.of(Typed.withoutSpaces(typed).replace("-", ""))
                .filter(number -> SHAPE.matcher(number).matches());
    }

    /** Whether the last digit is the check digit of a card (Luhn); where not, somebody should look at it again. */
    public boolean looksLikeACard() {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return number.length() >= 13 && number.length() <= 19 && sum % 10 == 0;
    }

    @Override
    public String toString() {
        return Masks.bankAccount(number);
    }
}
