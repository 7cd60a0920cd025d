package org.uniongrid.people;

import java.util.Locale;

/** Grade of vocational skill 技能等级: the five of old, and the three added in 2022. */
public enum SkillLevel {
    NONE,
    APPRENTICE,
    JUNIOR,
    INTERMEDIATE,
    SENIOR,
    TECHNICIAN,
    SENIOR_TECHNICIAN,
    SPECIAL_TECHNICIAN,
    CHIEF_TECHNICIAN;

    public String key() {
        return "person.skill." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
