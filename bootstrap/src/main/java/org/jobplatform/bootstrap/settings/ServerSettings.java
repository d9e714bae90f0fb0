package org.jobplatform.bootstrap.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.application.egress.AllowList;
import org.jobplatform.application.network.Cidr;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.run.RetentionPolicy;

/**
 * What a server is told, checked. The names follow the keys.
 *
 * @param httpPort 0 to 65535; 0 stands for any free one
 * @param httpPublicUrl how clients reach the server when that is not what they say in their Host header
 * @param httpHosts names that a Host header may have, besides the loopback names and the address bound to
 * @param httpProxies whose word on a client's address, scheme and host is taken
 * @param tls keys to speak TLS with; clear text when empty
 * @param limits how much is taken
 * @param databaseUrl empty for the embedded database in the data folder
 * @param nodeWorkers runs at once; 0 makes a node that only answers
 * @param nodeLease how long this node counts as alive without renewing its lease
 * @param nodeDrain how long running work may go on at a shutdown
 * @param stopClean how long a clean stop may take before it becomes one that ends the run now
 * @param callbackAllowText the allow list as it was written, for the log
 * @param secretsKeyFile the key that seals secrets in the database; empty for the one in the data folder
 * @param commandAllow executables that jobs may run; all when empty
 * @param retention how long ended runs are kept; for ever when empty
 */
public record ServerSettings(
        String httpHost,
        int httpPort,
        Optional<URI> httpPublicUrl,
        Set<String> httpHosts,
        List<Cidr> httpProxies,
        boolean httpInsecure,
        Optional<TlsFiles> tls,
        LimitSettings limits,
        Path dataDir,
        Optional<Path> jobsDir,
        Optional<String> databaseUrl,
        Optional<String> databaseUser,
        Optional<String> databasePassword,
        int databasePool,
        boolean databasePowerSafe,
        int nodeWorkers,
        Duration nodeLease,
        Duration nodeDrain,
        Duration stopClean,
        Optional<String> adminPassword,
        Optional<String> adminKey,
        List<Path> commandAllow,
        DeliveryPolicy callbackInformaticaPolicy,
        AllowList callbackAllow,
        Optional<String> callbackAllowText,
        Optional<Path> secretsKeyFile,
        Duration restSyncWait,
        Optional<RetentionPolicy> retention) {

    /**
     * Reads and checks the settings.
     *
     * @param flags of the command line
     * @param environment all variables of the process
     * @param file the settings file
     * @throws BadSettings when anything is wrong, with everything that is
     */
    public static ServerSettings read(
            Map<SettingKey, String> flags, Map<String, String> environment, Optional<Path> file) {
        return new SettingsReader(new SettingSources(flags, environment, file)).read();
    }

    /** These settings, with this port. */
    public ServerSettings withHttpPort(int port) {
        return new ServerSettings(
                httpHost,
                port,
                httpPublicUrl,
                httpHosts,
                httpProxies,
                httpInsecure,
                tls,
                limits,
                dataDir,
                jobsDir,
                databaseUrl,
                databaseUser,
                databasePassword,
                databasePool,
                databasePowerSafe,
                nodeWorkers,
                nodeLease,
                nodeDrain,
                stopClean,
                adminPassword,
                adminKey,
                commandAllow,
                callbackInformaticaPolicy,
                callbackAllow,
                callbackAllowText,
                secretsKeyFile,
                restSyncWait,
                retention);
    }

    /** Says nothing of what it holds: some of it is secret. */
    @Override
    public String toString() {
        return "ServerSettings[" + httpHost + ":" + httpPort + "]";
    }
}
