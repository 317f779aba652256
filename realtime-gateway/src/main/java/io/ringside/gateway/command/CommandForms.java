package io.ringside.gateway.command;

import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.limit.Kind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The commands of all features. */
@Singleton
final class CommandForms {
    private final Map<String, CommandForm> forms;

    CommandForms(List<CommandFeature> features) {
        forms = features.stream()
                .flatMap(feature -> feature.forms().stream())
                .collect(Collectors.toMap(
                        CommandForm::type,
                        form -> form,
                        (one, other) -> {
                            throw new IllegalStateException("two commands are called " + one.type());
                        },
                        TreeMap::new));
    }

    /** What a command of this type counts as; one that is none of ours costs something too. */
    Kind kindOf(String type) {
        @Nullable CommandForm form = forms.get(type);
        return form == null ? Kind.OTHER : form.kind();
    }

    Set<String> types() {
        return forms.keySet();
    }

    CommandForm of(String type) throws Malformed {
        @Nullable CommandForm form = forms.get(type);
        if (form == null) {
            throw new Malformed("type", "must be one of " + types());
        }
        return form;
    }
}
