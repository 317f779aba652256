package io.ringside.benchmarks.command;

import java.util.Iterator;
import java.util.List;

/** The words of a command line, one option after the other. */
public final class Words {
    private final Iterator<String> rest;
    private final String usage;

    /** @param usage how the command is called, for whoever called it wrongly */
    public Words(List<String> words, String usage) {
        this.rest = words.iterator();
        this.usage = usage;
    }

    public boolean hasNext() {
        return rest.hasNext();
    }

    public String next() {
        return rest.next();
    }

    /** What follows an option. */
    public String value(String option) {
        if (!rest.hasNext()) {
            throw wrong(option + " needs a value");
        }
        return rest.next();
    }

    /** The number that follows it, from 1 up to this. */
    public int number(String option, int most) {
        return (int) number(option, (long) most);
    }

    /** The same for great ones. */
    public long number(String option, long most) {
        return number(option, value(option), most);
    }

    /** This value of an option as a number from 1 up to this. */
    public long number(String option, String value, long most) {
        if (!value.matches("\\d{1,18}") || Long.parseLong(value) < 1 || Long.parseLong(value) > most) {
            throw wrong(option + ' ' + value + " is not between 1 and " + most);
        }
        return Long.parseLong(value);
    }

    public IllegalArgumentException unknown(String word) {
        return wrong("unknown option " + word);
    }

    /** What the command says that was called wrongly. */
    public IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(why + "; " + usage);
    }
}
