package com.duemate.platform.reminders;

/**
 * One thing wrong with the rules that assign policies.
 *
 * @param rule the rule at fault, counted from 1; 0 when it is the list itself
 * @param condition the condition at fault within the rule, counted from 1; 0 when it is the rule itself
 */
public record RuleProblem(Kind kind, int rule, int condition) {

    /** What is wrong; {@link #textKey()} says it to a person. */
    public enum Kind {
        TOO_MANY_RULES("rules"),
        NAME_MISSING("name"),
        NAME_TOO_LONG("name"),
        NAME_CHARACTERS("name"),
        POLICY_UNKNOWN("policy"),
        NO_CONDITIONS("conditions"),
        TOO_MANY_CONDITIONS("conditions"),
        AMOUNT_OUT_OF_RANGE("conditions"),
        CODE_UNKNOWN("conditions"),
        TEXT_MISSING("conditions"),
        TEXT_TOO_LONG("conditions"),
        TEXT_CHARACTERS("conditions"),
        NO_CUSTOMERS("conditions"),
        TOO_MANY_CUSTOMERS("conditions"),
        CUSTOMER_UNKNOWN("conditions"),
        NUMBER_OUT_OF_RANGE("conditions");

        private final String field;

        Kind(String field) {
            this.field = field;
        }
    }

    /** The part of the rule it is about: name, policy or conditions; rules when it is the list itself. */
    public String field() {
        return kind.field;
    }

    public String textKey() {
        return "reminders.rule." + kind.name();
    }
}
