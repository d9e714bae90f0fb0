package org.jobplatform.rest.informatica;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.rest.json.JsonFields;

/**
 * The {@code job} object of a start.
 *
 * @param callbackUrl in the caller's spelling
 * @param parameters {@code parameterFileName} and {@code parameterFileDir} of the runtime object, where given; the run
 *     gets them as parameters of these names
 * @param alone there is no runtime object: the start is refused while another run of the task is unfinished
 */
record StartJobRequest(TaskAddress task, Optional<String> callbackUrl, Map<String, String> parameters, boolean alone) {
    private static final int LONGEST_URL = 4_096;
    private static final int LONGEST_PATH = 4_096;

    /** Reads the request. @throws org.jobplatform.rest.json.InvalidBody with every problem it has */
    static StartJobRequest from(JsonFields body) {
        TaskAddress task = TaskAddress.from(body);
        Optional<String> callback =
                body.optionalText("callbackURL", LONGEST_URL).filter(url -> !url.isEmpty());
        Map<String, String> parameters = new LinkedHashMap<>();
        Optional<JsonFields> runtime = body.optionalObject("runtime");
        runtime.ifPresent(given -> {
            for (String name : new String[] {"parameterFileName", "parameterFileDir"}) {
                given.optionalName(name, LONGEST_PATH)
                        .filter(path -> !path.isEmpty())
                        .ifPresent(path -> parameters.put(name, path));
            }
        });
        body.check();
        return new StartJobRequest(task, callback, parameters, runtime.isEmpty());
    }

    StartCommand toCommand(JobId job, Caller caller) {
        StartOptions defaults = StartOptions.DEFAULT;
        StartOptions options = new StartOptions(
                parameters,
                defaults.argument(),
                defaults.rows(),
                defaults.threads(),
                defaults.loggingLevel(),
                defaults.priority(),
                callbackUrl);
        return new StartCommand(job, Optional.empty(), Optional.empty(), options, alone, caller);
    }
}
