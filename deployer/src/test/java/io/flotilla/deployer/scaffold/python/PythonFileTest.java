package io.flotilla.deployer.scaffold.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;

import io.flotilla.deployer.scaffold.python.Value.Items;
import io.flotilla.deployer.scaffold.python.Value.Mapping;
import io.flotilla.deployer.scaffold.python.Value.Nothing;
import io.flotilla.deployer.scaffold.python.Value.Real;
import io.flotilla.deployer.scaffold.python.Value.Refused;
import io.flotilla.deployer.scaffold.python.Value.Text;
import io.flotilla.deployer.scaffold.python.Value.Truth;
import io.flotilla.deployer.scaffold.python.Value.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonFileTest {

    @Test
    void readsStringsInAllTheirForms() throws Exception {
        assertEquals("it's", text("\"it's\""));
        assertEquals("a\nb\t\\ \u00e9 \u2603 \uD83D\uDE00 A A",
                text("'a\\nb\\t\\\\ \\xe9 \\u2603 \\U0001F600 \\101 \\N{LATIN CAPITAL LETTER A}'"));
        assertEquals("\\d+\\.", text("r'\\d+\\.'"));
        assertEquals("unicode", text("u'unicode'"));
        assertEquals("one\n'two' \"three\"", text("'''one\n'two' \"three\"'''"));
        assertEquals("side by side", text("('side ' \"by \"\n   'side')"));
        assertEquals("continued", text("'conti\\\nnued'"));
        assertEquals("a # is no comment", text("'a # is no comment'"));
    }

    @ParameterizedTest
    @CsvSource({"303,303", "0x1F,31", "0o17,15", "0b101,5", "1_000,1000", "-7,-7", "1 + 2,3",
            "123456789012345678901234567890,123456789012345678901234567890"})
    void readsWholeNumbersInAllTheirForms(String python, String number) throws Exception {
        assertEquals(new Whole(new BigInteger(number)), value(python));
    }

    @Test
    void readsTheOtherConstants() throws Exception {
        assertEquals(new Real(1500), value("1.5e3"));
        assertEquals(new Truth(true), value("True"));
        assertEquals(new Nothing(), value("None"));
        assertEquals(new Items(List.of(new Text("a"), new Text("b"))), value("('a', 'b',)"));
        assertEquals(new Items(List.of(new Text("a"))), value("['a'] + []"));
        assertEquals(new Items(List.of()), value("()"));
        assertEquals(new Items(List.of(new Text("a"))), value("{'a'}"));
    }

    @Test
    void knowsConstantsDefinedAbove() throws Exception {
        var file = PythonFile.read("""
                import os
                HOME: str = "/home/ubuntu/"
                if HOME:
                    HOME = '/elsewhere/'
                BOTH = HOME + 'a' 'b'
                JOINED = os.path.join(HOME, "apps", 'x')
                ABSOLUTE = os.path.join('a', '/b')
                CONFIG = dict(Sales={'dir': HOME + 'sales'}, Empty={})
                CONFIG['Later'] = {}
                CONFIG['Sales']['port'] = 8050
                COPY = CONFIG['Sales']
                """);
        assertEquals(new Text("/home/ubuntu/ab"), file.constant("BOTH").orElseThrow().value());
        assertEquals(new Text("/home/ubuntu/apps/x"), file.constant("JOINED").orElseThrow().value());
        assertEquals(new Text("/b"), file.constant("ABSOLUTE").orElseThrow().value());
        var config = assertInstanceOf(Mapping.class, file.constant("CONFIG").orElseThrow().value());
        var sales = assertInstanceOf(Mapping.class, config.find("Sales").orElseThrow().value());
        assertEquals(new Text("/home/ubuntu/sales"), sales.find("dir").orElseThrow().value());
        assertEquals(10, sales.find("port").orElseThrow().line());
        assertTrue(config.find("Later").isPresent() && config.find("Empty").isPresent());
        assertEquals(sales, file.constant("COPY").orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            f'{HOME}x'              | it is an f-string
            'a' f'b'                | it is an f-string
            b'bytes'                | it is bytes, not text
            os.environ['HOME']      | `os.environ` is not a constant defined above it
            UNKNOWN + 'x'           | `UNKNOWN` is not a constant defined above it
            input('name?')          | it calls `input(…)`
            'a'.upper()             | it is computed with `.`
            'a' if x else 'b'       | it is computed with `if`
            'a' % 1                 | it is computed with `%`
            'a' + 1                 | Python cannot add these two
            3j                      | it is a complex number
            """)
    void refusesWhatWouldHaveToBeRunAndGoesOn(String python, String reason) throws Exception {
        var file = PythonFile.read("\nCONFIG = {'odd': %s, 'even': 2}\nAFTER = 1\n".formatted(python));
        var config = assertInstanceOf(Mapping.class, file.constant("CONFIG").orElseThrow().value());
        assertEquals(new Refused(2, reason), config.find("odd").orElseThrow().value());
        assertEquals(new Whole(BigInteger.TWO), config.find("even").orElseThrow().value());
        assertEquals(new Whole(BigInteger.ONE), file.constant("AFTER").orElseThrow().value());
    }

    @Test
    void refusesUnpackingAndComprehensionsInTheirPlace() throws Exception {
        var file = PythonFile.read("D = {**OTHER, 'a': [x for x in y], 'b': [*z, 'c'], 'd': 4}");
        var dict = assertInstanceOf(Mapping.class, file.constant("D").orElseThrow().value());
        assertInstanceOf(Refused.class, dict.entries().get(0).value());
        assertInstanceOf(Refused.class, ((Items) dict.find("a").orElseThrow().value()).values().get(0));
        assertEquals(new Text("c"), ((Items) dict.find("b").orElseThrow().value()).values().get(1));
        assertEquals(new Whole(BigInteger.valueOf(4)), dict.find("d").orElseThrow().value());
    }

    @Test
    void keepsEveryCommentWithItsLine() throws Exception {
        var comments = PythonFile.read("# one\nA = {  # two\n  'b': '#no',\n  # three\n}\n#four").comments();
        assertEquals(List.of(new Comment(1, "one", true), new Comment(2, "two", false), new Comment(4, "three", true),
                new Comment(6, "four", true)), comments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            A = 'open           | 1 | a string that begins here does not end
            A = {'a': 1         | 1 | `}` or a comma is missing before the end of the file
            A = '\\N{NO SUCH}'  | 1 | names a character that does not exist
            A = ?               | 1 | Python knows no `?` here
            """)
    void saysWhereAFileIsNotPython(String python, int line, String words) {
        var mistake = assertThrows(PythonMistake.class, () -> PythonFile.read(python));
        assertEquals(line, mistake.line());
        assertTrue(mistake.getMessage().contains(words), mistake.getMessage());
    }

    @Test
    @Timeout(60)
    void neverHangsOrBreaksOnBrokenFiles() {
        var whole = "HOME = '/h/'\nCONFIG = {\n 'A': {'a': HOME + 'x', \"b\": [1, 0x2, (3,)], **Z, 'c': f'{d}'},  # c\n}\n"
                + "CONFIG['B'] = dict(x='''y''', z=os.path.join(HOME, 'q'))\n";
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder(whole);
            for (var changes = random.nextInt(5); changes >= 0; changes--) {
                var at = random.nextInt(text.length());
                text.replace(at, Math.min(text.length(), at + random.nextInt(4)),
                        whole.substring(random.nextInt(whole.length())).substring(0, 1));
            }
            try {
                PythonFile.read(text.toString());
            } catch (PythonMistake expected) {
                assertTrue(expected.line() >= 1, text::toString);
            }
        }
        assertThrows(PythonMistake.class, () -> PythonFile.read("A = " + "[".repeat(100_000)));
    }

    private static Value value(String python) throws PythonMistake {
        return PythonFile.read("A = " + python + "\n").constant("A").orElseThrow().value();
    }

    private static String text(String python) throws PythonMistake {
        return assertInstanceOf(Text.class, value(python)).text();
    }
}
