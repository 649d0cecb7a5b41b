package org.hearthkey.core.store;

/// Where a record stands in the file: its kind, then its id, as one number.
final class Place {
    static final long HEAD = 0;
    static final int CATALOG = 1;

    private static final int ID_BITS = 48;
    private static final long MOST_ID = (1L << ID_BITS) - 1;

    private Place() {}

    static long of(int kind, long id) {
        if (id < 0 || id > MOST_ID) {
            throw new IllegalArgumentException("An id outside 0 to 2^48-1: " + id);
        }
        return ((long) kind << ID_BITS) + id;
    }

    static int kind(long place) {
        return (int) (place >>> ID_BITS);
    }

    static long id(long place) {
        return place & MOST_ID;
    }

    static String name(long place) {
        return "kind " + kind(place) + ", id " + id(place);
    }
}
