package org.uniongrid.people;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The paper that says who somebody is 证件类型. */
public enum DocumentKind {
    /** 居民身份证 */
    RESIDENT_CARD(null),
    /** 港澳台居民居住证: a number of the same form as the resident card */
    HK_MACAO_TAIWAN_RESIDENCE(null),
    /** 港澳居民来往内地通行证 */
    HK_MACAO_PASS("[HM][0-9]{8}([0-9]{2})?"),
    /** 台湾居民来往大陆通行证 */
    TAIWAN_PASS("[0-9]{8}([0-9]{2}[A-Z]?)?"),
    /** 外国人永久居留身份证 */
    FOREIGN_RESIDENCE("[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]"),
    /** 护照 */
    PASSPORT("[A-Z0-9]{5,17}");

    private final @Nullable Pattern shape;

    DocumentKind(@Nullable String shape) {
        this.shape = shape == null ? null : Pattern.compile(shape);
    }

    /** Where the vault keeps its number: one of the form of GB 11643 has a check digit, and belongs to one person. */
    public IdentityField field() {
        return shape == null ? IdentityField.ID_NUMBER : IdentityField.DOCUMENT;
    }

    /** What is broken where it is not. */
    public PeopleRule rule() {
        return PeopleRule.formOf(field());
    }

    /** Whether what was typed can be a number of this kind. */
    public boolean fits(String typed) {
        if (shape == null) return IdNumber.of(typed).filter(this::isOfThisKind).isPresent();
        return Document.normal(typed)
                .filter(number -> shape.matcher(number).matches())
                .isPresent();
    }

    /** The residence cards of Hong Kong, Macao and Taiwan begin with 81, 82 and 83. */
    private boolean isOfThisKind(IdNumber number) {
        return number.number().matches("8[123].*") == (this == HK_MACAO_TAIWAN_RESIDENCE);
    }

    public String key() {
        return "person.document." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
