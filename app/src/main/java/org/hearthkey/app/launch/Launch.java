package org.hearthkey.app.launch;

/// Where the program begins.
public final class Launch {
    private Launch() {}

    public static void main(String[] args) {
        System.out.println("Hearthkey");
    }
}
