package org.jobplatform.bootstrap.settings;

import java.nio.file.Path;

/**
 * Where the keys for TLS are.
 *
 * @param keystore PKCS12 or JKS
 * @param passwordFile has the password of the keystore and its key as its first line
 */
public record TlsFiles(Path keystore, Path passwordFile) {}
