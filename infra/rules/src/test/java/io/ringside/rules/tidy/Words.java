package io.ringside.rules.tidy;

import io.ringside.rules.tree.SourceFile;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The rules that a pattern can say. Patterns are put together so that this file does not break them. */
final class Words {
    private static final Predicate<SourceFile> ANY = file -> true;
    /** A statement that begins with a keyword, an assignment, a call, closing brackets, an annotation. */
    private static final List<String> CODE_FORMS = List.of(
            "(?:return|if|for|while|import|public|private|protected|final|var|const|let|new|throw|else|try)\\b.*[;{}]",
            "[\\w.<>\\[\\]]+(?:\\s+\\w+)?\\s*=\\s*.*;",
            "[\\w.]+\\(.*\\);",
            "[})]+;?",
            "@[A-Z]\\w*(?:\\(.*\\))?");

    private static final Predicate<SourceFile> CODE = file -> file.isJava() || file.isTypeScript();

    static final TidyRule UNNAMED_TODO = new ForbiddenText(
            "todo-without-id",
            ANY,
            Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b(?!\\([A-Z]*[0-9#])"),
            "what is left to do has an id, as in (C2.1), or is done");

    static final TidyRule MACHINE_PATH = new ForbiddenText(
            "machine-path",
            ANY,
            Pattern.compile("(?<![A-Za-z0-9_.}*-])/(?:ro" + "ot|ho" + "me|Us" + "ers|wo" + "rk)/[A-Za-z0-9.]"),
            "a folder of one developer's machine");

    static final TidyRule REGISTRY_HOST = new ForbiddenText(
            "registry-host",
            ANY,
            Pattern.compile("https?://(?:repo1?|registry|deb|security|proxy)\\.[a-z]"),
            "hosts of package registries belong to the machine's configuration");

    static final TidyRule DISABLED_TEST = new ForbiddenText(
            "disabled-test",
            CODE,
            Pattern.compile("(?:^|[^\"\\w])@Dis" + "abled\\b|^\\s*(?:it|test|describe)\\.(?:sk" + "ip|on" + "ly)\\("
                    + "|^\\s*x(?:it|describe)\\("),
            "a test runs, or it is deleted");

    static final TidyRule COMMENTED_CODE = new ForbiddenText(
            "commented-code",
            CODE,
            Pattern.compile("^\\s*//\\s*(?:" + String.join("|", CODE_FORMS) + ")\\s*$"),
            "history keeps old code");

    static final TidyRule SLEEPING_TEST = new ForbiddenText(
            "sleeping-test",
            file -> file.isJava() && file.path().contains("/src/test/"),
            Pattern.compile("\\bThread\\.sl" + "eep\\(|\\bTimeUnit\\.[A-Z]+\\.sl" + "eep\\("),
            "wait for what is expected, or move the clock by hand");

    private Words() {}
}
