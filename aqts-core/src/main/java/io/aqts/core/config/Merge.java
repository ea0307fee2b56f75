package io.aqts.core.config;

import io.aqts.config.AqtsConfig;
import io.aqts.config.ConfigurationException;
import io.aqts.config.ConfigurationException.Problem;
import io.aqts.config.Overrides;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The strict deep merge of overrides into records; collects what is wrong while it goes. */
final class Merge {

    private final List<Problem> problems = new ArrayList<>();

    private Merge() {}

    static AqtsConfig apply(AqtsConfig base, Overrides overrides) {
        Merge merge = new Merge();
        Object merged = merge.group("", AqtsConfig.class, base, overrides.asMap());
        if (merged == null) {
            throw new ConfigurationException(merge.problems);
        }
        return (AqtsConfig) merged;
    }

    /** Answers null if anything inside is wrong; nothing is then built from it, so that one mistake is told once. */
    private @Nullable Object group(String path, Class<?> type, @Nullable Object base, Map<?, ?> changes) {
        int before = problems.size();
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(path, components, changes);
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = setting(Records.path(path, components[i].getName()), components[i], base, changes);
        }
        return problems.size() == before ? create(path, type, values) : null;
    }

    private @Nullable Object setting(String path, RecordComponent component, @Nullable Object base, Map<?, ?> changes) {
        Object now = base == null ? null : Records.read(component, base);
        Object change = changes.get(component.getName());
        if (change != null) {
            return convert(path, component.getGenericType(), now, change);
        }
        return now != null ? now : problem(path, path + " must be given; a list is replaced as a whole");
    }

    private @Nullable Object convert(String path, Type type, @Nullable Object now, Object change) {
        if (type instanceof ParameterizedType list) {
            return list(path, list.getActualTypeArguments()[0], change);
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isRecord()) {
            return change instanceof Map<?, ?> group
                    ? group(path, kind, now, group)
                    : mismatch(path, "be a group of settings", change);
        }
        Object converted = Scalars.convert(kind, change);
        return converted != null ? converted : mismatch(path, Scalars.rule(kind), change);
    }

    private @Nullable Object list(String path, Type element, Object change) {
        if (!(change instanceof List<?> list)) {
            return mismatch(path, "be a list", change);
        }
        int before = problems.size();
        List<@Nullable Object> converted = new ArrayList<>();
        for (Object entry : list) {
            converted.add(convert(path + '[' + converted.size() + ']', element, null, entry));
        }
        return problems.size() == before ? converted : null;
    }

    private @Nullable Object create(String path, Class<?> type, @Nullable Object[] values) {
        try {
            return Records.create(type, values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException impossible) {
                String message =
                        String.valueOf(impossible.getMessage()).replace(path.replaceAll("\\[\\d+]", "[]"), path);
                return problem(message.split(" ", 2)[0], message);
            }
            throw new IllegalStateException(type + " must either build or refuse its settings", e);
        }
    }

    private void refuseUnknown(String path, RecordComponent[] components, Map<?, ?> changes) {
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        for (Object key : changes.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name)) {
                String full = Records.path(path, name);
                String near = Spelling.nearest(name, known)
                        .map(it -> "did you mean " + it + "? ")
                        .orElse("");
                problem(full, full + " is not a setting; " + near + "known here are " + known);
            }
        }
    }

    private @Nullable Object mismatch(String path, String rule, Object change) {
        return problem(path, path + " must " + rule + ", but was " + Scalars.describe(change));
    }

    private @Nullable Object problem(String path, String message) {
        problems.add(new Problem(path, message));
        return null;
    }
}
