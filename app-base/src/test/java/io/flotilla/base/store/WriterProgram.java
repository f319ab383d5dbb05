package io.flotilla.base.store;

/**
 * Writes entries and counts them, each in one transaction that reads first, and prints the number of each as soon as the
 * store has acknowledged it.
 */
final class WriterProgram {
    private WriterProgram() {}

    /** Arguments: the database's setting, its schema, and how many entries to write. */
    public static void main(String[] arguments) throws Exception {
        try (OpenDatabase open = OpenDatabase.open(Database.parse(arguments[0], arguments[1]))) {
            for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
                System.out.println(writeNext(open.store()));
            }
        }
    }

    static long writeNext(Store store) {
        return store.<Long, RuntimeException>write(handle -> {
            long next = 1 + handle.createQuery("SELECT amount FROM counter WHERE name = 'a'").mapTo(Long.class).one();
            handle.execute("INSERT INTO entry (id, counter) VALUES (?, 'a')", next);
            handle.execute("UPDATE counter SET amount = ? WHERE name = 'a'", next);
            return next;
        });
    }
}
