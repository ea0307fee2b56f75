package io.aqts.core;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** A class loader that defines classes of AQTS a second time, as anybody's class loader may. */
public final class Twins extends ClassLoader {

    private final List<String> prefixes;

    /**
     * A loader.
     *
     * @param prefixes how the names of the classes begin that are defined anew; all others come from AQTS
     */
    public Twins(String... prefixes) {
        super(Twins.class.getClassLoader());
        this.prefixes = List.of(prefixes);
    }

    /**
     * Constructs an instance of a class of its own.
     *
     * @param name the class
     * @param arguments what its only constructor of that many parameters is given
     * @return the instance
     * @throws Throwable what the constructor throws
     */
    public Object make(String name, Object... arguments) throws Throwable {
        Class<?> twin = loadClass(name);
        if (twin.getClassLoader() != this) {
            throw new AssertionError(name + " must be defined anew");
        }
        Constructor<?> constructor = twin.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (prefixes.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        Class<?> known = findLoadedClass(name);
        return known == null ? define(name) : known;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] all = bytes.readAllBytes();
            return defineClass(name, all, 0, all.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
