package org.uniongrid.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;
import org.uniongrid.foundation.Actor;

/** Asks the house as somebody, and sees what that wrote; nothing stays written. */
final class Caller {

    private static final String ACCOUNT = "org.uniongrid.access.Account";
    private static final String FILE = "@";

    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Caller(ApplicationContext house) {
        mvc = house.getBean(MockMvcTester.class);
        db = house.getBean(JdbcClient.class);
        transaction = house.getBean(TransactionTemplate.class);
    }

    Answer ask(HttpMethod verb, String path, String form, Player player) {
        return verb.equals(HttpMethod.GET)
                ? exchange(verb, form.isEmpty() ? path : path + "?" + query(form), "", player)
                : undone(() -> writing(verb, path, form, player));
    }

    /** Does this and leaves no trace of it. */
    <T> T undone(Supplier<T> what) {
        var done = transaction.execute(status -> {
            status.setRollbackOnly();
            return what.get();
        });
        if (done == null) throw new IllegalStateException("nothing was answered");
        return done;
    }

    private Answer writing(HttpMethod verb, String path, String form, Player player) {
        var answers = new ArrayList<Answer>();
        var wrote = writes(() -> answers.add(exchange(verb, path, form, player)));
        var answer = answers.getFirst();
        return new Answer(answer.status(), answer.text(), answer.model(), wrote);
    }

    /** The tables that are written to while this is done in one transaction. */
    Set<String> writes(Runnable what) {
        var before = written();
        what.run();
        return more(before);
    }

    private Set<String> more(Map<String, Long> before) {
        try {
            var more = new TreeSet<String>();
            written().forEach((table, rows) -> {
                if (rows > before.getOrDefault(table, 0L)) more.add(table);
            });
            return more;
        } catch (org.springframework.dao.DataAccessException broken) {
            return new TreeSet<>(); // the database refused it, and nothing of it can be kept
        }
    }

    /** Rows written so far in this transaction, by table. */
    private Map<String, Long> written() {
        var written = new TreeMap<String, Long>();
        db.sql("""
                        select schemaname || '.' || relname, n_tup_ins + n_tup_upd + n_tup_del
                        from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0
                        """).query(row -> {
            written.put(row.getString(1), row.getLong(2));
        });
        return written;
    }

    private Answer exchange(HttpMethod verb, String path, String form, Player player) {
        var fields = fields(form);
        if (fields.values().stream().noneMatch(value -> value.startsWith(FILE))) {
            var request = mvc.method(verb).uri(URI.create(path));
            dress(request, fields, player);
            return answer(request.exchange());
        }
        var upload = mvc.method(verb).uri(URI.create(path)).multipart();
        dress(upload, fields, player);
        fields.forEach((name, value) -> {
            if (value.startsWith(FILE)) upload.file(new MockMultipartFile(name, "矩.csv", "text/csv", content(value)));
        });
        return answer(upload.exchange());
    }

    /** In the table a cell ends at a comma. */
    private static byte[] content(String value) {
        return value.substring(1).replace(";", ",").replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void dress(
            AbstractMockHttpServletRequestBuilder<?> request, Map<String, String> fields, Player player) {
        request.accept(MediaType.TEXT_HTML);
        fields.forEach((name, value) -> {
            if (!value.startsWith(FILE)) request.param(name, value);
        });
        attribute(request, Actor.class.getName(), player.actor());
        attribute(request, ACCOUNT, player.account());
    }

    private static Answer answer(MvcTestResult result) {
        var problem = result.getUnresolvedException();
        if (problem != null) return new Answer(500, problem.toString(), Map.of(), Set.of());
        var seen = result.getMvcResult().getModelAndView();
        return new Answer(
                result.getResponse().getStatus(),
                text(result.getResponse()),
                seen == null ? Map.of() : seen.getModel(),
                Set.of());
    }

    private static void attribute(
            AbstractMockHttpServletRequestBuilder<?> request, String name, @Nullable Object value) {
        if (value != null) request.requestAttr(name, value);
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&", -1))
                .filter(field -> !field.isEmpty())
                .collect(Collectors.toMap(
                        field -> field.split("=", 2)[0],
                        field -> field.split("=", 2)[1],
                        (_, last) -> last,
                        LinkedHashMap::new));
    }

    private static String query(String form) {
        return fields(form).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What a reader sees, also of a workbook, and where it leads. */
    private static String text(MockHttpServletResponse response) {
        try {
            var body = response.getContentAsByteArray();
            var text = body.length > 1 && body[0] == 'P' && body[1] == 'K'
                    ? unpacked(body)
                    : response.getContentAsString(StandardCharsets.UTF_8);
            return text + "\n" + response.getHeader("Location") + response.getHeader("HX-Trigger");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By its list of contents: our workbooks do not say the sizes before the entries. */
    private static String unpacked(byte[] workbook) {
        var text = new StringBuilder();
        try {
            var file = Files.createTempFile("matrix", ".xlsx");
            Files.write(file, workbook);
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : Collections.list(zip.entries()))
                    if (!entry.getName().startsWith("docProps"))
                        text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HtmlUtils.htmlUnescape(text.toString());
    }
}
