package io.aqts.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.aqts.trade.ApprovedOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** What no class of the API and the core may do, so that the same inputs give the same bytes on every JVM. */
final class HouseRules {

    private static final List<String> INEXACT = List.of(
            "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
            "sinh", "cosh", "tanh", "cbrt", "hypot", "random");
    private static final List<String> HASHED = List.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.Hashtable",
            "java.util.concurrent.ConcurrentHashMap",
            "java.lang.ref.SoftReference");
    private static final List<String> CHANCE = List.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.random.RandomGenerator");
    private static final List<String> THREADS = List.of(
            "java.util.concurrent.Executors",
            "java.util.concurrent.ExecutorService",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.Timer",
            "java.lang.ThreadLocal");

    private HouseRules() {}

    /** {@return every rule, by what it protects} */
    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("clock", bans("read a clock", HouseRules::readsAClock));
        rules.put("chance", bans("make chance of its own", HouseRules::makesChance));
        rules.put("inexact", bans("use functions that differ between JVMs", HouseRules::isInexact));
        rules.put("hashing", bans("depend on the order of a hash table", HouseRules::dependsOnHashing));
        rules.put(
                "guava",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("com\\.google\\.common\\.collect\\.(Hash|ArrayListMultimap|Concurrent).*"));
        rules.put("threads", bans("start threads or wait for them", HouseRules::usesThreads));
        rules.put("console", bans("print or end the program", HouseRules::printsOrExits));
        rules.put("locale", bans("use the default locale or time zone", HouseRules::usesDefaultLocale));
        rules.put("charset", bans("use the default charset", HouseRules::usesDefaultCharset));
        rules.put("statics", fields().that().areStatic().should().beFinal());
        rules.put(
                "fields",
                noFields().that().areNotStatic().should().bePublic().orShould().beProtected());
        rules.put("nullness", classes().should(new NullMarkedPackage()));
        rules.put(
                "mint",
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("io.aqts.core.risk.RiskGate")
                        .and()
                        .doNotBelongToAnyOf(ApprovedOrder.class)
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(ApprovedOrder.Mint.class));
        rules.put(
                "approval",
                bans(
                        "construct an approved order",
                        access -> is(access, ApprovedOrder.class.getName())
                                && isConstructor(access)
                                && !access.getOriginOwner().isEquivalentTo(ApprovedOrder.Mint.class)));
        rules.put(
                "names",
                noClasses().should().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameStartingWith("Default"));
        rules.put(
                "packages",
                noClasses()
                        .should()
                        .resideInAnyPackage("..util..", "..common..", "..impl..", "..manager..", "..helper.."));
        return rules;
    }

    private static ArchRule bans(String what, Predicate<JavaAccess<?>> isBanned) {
        return noClasses().should().accessTargetWhere(DescribedPredicate.describe("they " + what, isBanned));
    }

    private static boolean readsAClock(JavaAccess<?> access) {
        return is(access, "java.lang.System") && isNamed(access, "currentTimeMillis", "nanoTime")
                || owner(access).startsWith("java.time.")
                        && isNamed(access, "now", "system", "systemUTC", "systemDefaultZone")
                || is(access, "java.util.Date")
                        && isConstructor(access)
                        && parameters(access).isEmpty()
                || is(access, "java.util.Calendar") && isNamed(access, "getInstance");
    }

    private static boolean makesChance(JavaAccess<?> access) {
        return CHANCE.contains(owner(access))
                || is(access, "java.util.UUID") && isNamed(access, "randomUUID")
                || is(access, "java.util.Collections") && isNamed(access, "shuffle")
                || isNamed(access, "random") && (is(access, "java.lang.Math") || is(access, "java.lang.StrictMath"))
                || is(access, "java.lang.System") && isNamed(access, "identityHashCode");
    }

    private static boolean isInexact(JavaAccess<?> access) {
        return is(access, "java.lang.Math") && INEXACT.contains(access.getName())
                || owner(access).startsWith("org.apache.commons.math3.util.FastMath");
    }

    private static boolean dependsOnHashing(JavaAccess<?> access) {
        return HASHED.contains(owner(access)) && isConstructor(access)
                || (is(access, "java.util.Map") || is(access, "java.util.Set"))
                        && isNamed(access, "of", "copyOf", "ofEntries")
                || is(access, "java.util.stream.Collectors")
                        && (isNamed(access, "toSet", "toUnmodifiableSet", "toUnmodifiableMap", "groupingByConcurrent")
                                || isNamed(access, "toMap", "groupingBy")
                                        && parameters(access).size() < 3)
                || owner(access).startsWith("com.google.common.collect.")
                        && (access.getName().startsWith("newHash")
                                || access.getName().startsWith("newConcurrent")
                                || access.getName().startsWith("newIdentity"));
    }

    private static boolean usesThreads(JavaAccess<?> access) {
        return THREADS.contains(owner(access))
                || is(access, "java.lang.Thread")
                        && (isConstructor(access) || isNamed(access, "start", "sleep", "ofVirtual"))
                || isNamed(access, "parallelStream")
                || owner(access).startsWith("java.util.stream.") && isNamed(access, "parallel")
                || is(access, "java.util.Arrays") && access.getName().startsWith("parallel");
    }

    private static boolean printsOrExits(JavaAccess<?> access) {
        return is(access, "java.lang.System") && isNamed(access, "out", "err", "in", "exit")
                || is(access, "java.lang.Runtime") && isNamed(access, "exit", "halt", "addShutdownHook")
                || isNamed(access, "printStackTrace");
    }

    private static boolean usesDefaultLocale(JavaAccess<?> access) {
        boolean hasLocale = parameters(access).contains(Locale.class.getName());
        return is(access, "java.lang.String")
                        && isNamed(access, "format", "formatted", "toLowerCase", "toUpperCase")
                        && !hasLocale
                || is(access, "java.util.Formatter") && isConstructor(access) && !hasLocale
                || is(access, "java.util.Locale") && isNamed(access, "getDefault")
                || is(access, "java.time.format.DateTimeFormatter") && isNamed(access, "ofPattern") && !hasLocale
                || owner(access).startsWith("java.text.") && (isConstructor(access) || isNamed(access, "getInstance"))
                || is(access, "java.util.TimeZone") && isNamed(access, "getDefault")
                || is(access, "java.time.ZoneId") && isNamed(access, "systemDefault");
    }

    private static boolean usesDefaultCharset(JavaAccess<?> access) {
        boolean hasCharset = parameters(access).stream().anyMatch(type -> type.startsWith("java.nio.charset.Charset"));
        boolean isReader = is(access, "java.io.InputStreamReader")
                || is(access, "java.io.OutputStreamWriter")
                || is(access, "java.io.FileReader")
                || is(access, "java.io.FileWriter")
                || is(access, "java.io.PrintWriter") && parameters(access).contains("java.io.OutputStream");
        boolean isText = is(access, "java.lang.String")
                && isConstructor(access)
                && parameters(access).contains("[B");
        return is(access, "java.lang.String") && isNamed(access, "getBytes") && !hasCharset
                || (isText || isReader && isConstructor(access)) && !hasCharset
                || is(access, "java.nio.charset.Charset") && isNamed(access, "defaultCharset");
    }

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getName();
    }

    private static boolean is(JavaAccess<?> access, String owner) {
        return owner(access).equals(owner);
    }

    private static boolean isNamed(JavaAccess<?> access, String... names) {
        return List.of(names).contains(access.getName());
    }

    private static boolean isConstructor(JavaAccess<?> access) {
        return access.getName().equals("<init>");
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream().map(JavaClass::getName).collect(Collectors.toList())
                : List.of();
    }

    /** A package says that nothing in it is null unless it says so. */
    private static final class NullMarkedPackage extends ArchCondition<JavaClass> {

        NullMarkedPackage() {
            super("live in a package that is @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(type, marked, type.getName() + " lives in " + type.getPackageName()));
        }
    }
}
