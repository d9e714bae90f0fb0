package org.jobplatform.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name. Called from many threads at once. */
@FunctionalInterface
public interface HostResolver {

    /** The resolver of this machine. */
    HostResolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    /**
     * The addresses the name has now, in the order in which to try them. May block for long and may be interrupted.
     *
     * @param name never an address written out
     * @throws UnknownHostException when it has none
     */
    List<InetAddress> resolve(String name) throws UnknownHostException;
}
