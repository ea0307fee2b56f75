package io.aqts.internal;

import java.lang.invoke.MethodHandles;

/** Proof of which class is calling, by a lookup that only code inside that class can make. */
public final class Caller {

    private Caller() {}

    /**
     * Fails unless the lookup was made inside a class of AQTS with the given name.
     *
     * <p>A name alone proves nothing, because every class loader may define a class of any name. The class must come
     * from the loader that AQTS itself came from, which defines each name once.
     *
     * @param caller the full-privilege lookup of the calling class
     * @param name the full name of the only class that may call
     * @param power what it is that only this class may do, for the message
     * @throws IllegalCallerException if the lookup was made elsewhere or lacks privileges
     */
    public static void require(MethodHandles.Lookup caller, String name, String power) {
        Class<?> type = caller.lookupClass();
        boolean isIt = type.getName().equals(name) && type.getClassLoader() == Caller.class.getClassLoader();
        boolean isOriginal = (caller.lookupModes() & MethodHandles.Lookup.ORIGINAL) != 0;
        if (!isIt || !isOriginal || !caller.hasFullPrivilegeAccess()) {
            throw new IllegalCallerException(
                    "only " + name + " of AQTS may " + power + ", but the caller was " + type.getName());
        }
    }
}
