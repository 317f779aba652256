package io.ringside.gateway.journey;

/** The first lines of an HTTP answer, as they came. */
public record AnswerHead(String lines) {
    private static final String VERSION = "HTTP/1.1 ";
    private static final int STATUS_DIGITS = 3;

    public int status() {
        return Integer.parseInt(lines.substring(VERSION.length(), VERSION.length() + STATUS_DIGITS));
    }

    /** The value of a header, empty where there is none. */
    public String header(String name) {
        return lines.lines()
                .filter(line -> line.regionMatches(true, 0, name + ':', 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
