package org.jobplatform.conformance.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Written from the vendor's pages with the oldest client of the JDK. */
final class InfolinkClient {
    private final String url;
    private final String key;

    InfolinkClient(String url, String key) {
        this.url = url + "/api/v1/";
        this.key = key;
    }

    /** Starts a job of the app 7. @return its id */
    String executeAsync(String operation) throws IOException {
        return jobId(
                send("executeJob.jsp", "{\"apiKey\":\"" + key + "\",\"appId\":\"7\",\"operation\":" + operation + "}"));
    }

    String execute(String operation) throws IOException {
        return send(
                "executeJob.jsp",
                "{\"apiKey\":\"" + key + "\",\"appId\":\"7\",\"operation\":" + operation + ",\"isAsync\":false}");
    }

    String status(String job) throws IOException {
        return send("getJobStatus.jsp?apiKey=" + key + "&appId=7&jobId=" + job, "");
    }

    String stop(String job) throws IOException {
        return send("stopJob.jsp?apiKey=" + key + "&appId=7&jobId=" + job, "");
    }

    private static String jobId(String answer) {
        Matcher id = Pattern.compile("\"jobId\":\"([^\"]+)\"").matcher(answer);
        if (!id.find()) {
            throw new IllegalStateException("there is no jobId in " + answer);
        }
        return id.group(1);
    }

    private String send(String call, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url + call).toURL().openConnection();
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
