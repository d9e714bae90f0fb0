/**
 * Where this server may connect to on behalf of callers: URLs, addresses and the operator's allow list as pure values; nothing
 * here resolves a name or opens a connection. Use cases ask the guard before they accept a URL, adapters ask it again with the
 * resolved addresses and connect to exactly those it permits.
 */
@NullMarked
package org.jobplatform.application.egress;

import org.jspecify.annotations.NullMarked;
