package org.jobplatform.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** A file of H2 that leaves everything to another channel. */
// H2 locks where it reads by way of a position of its own; a channel that is asked for a place needs no lock.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
abstract class ForwardingFile extends FileBaseDefault {
    private final FileChannel channel;

    ForwardingFile(FileChannel channel) {
        this.channel = channel;
    }

    @Override
    public final int read(ByteBuffer destination, long position) throws IOException {
        return channel.read(destination, position);
    }

    @Override
    public final int write(ByteBuffer source, long position) throws IOException {
        return writeAt(position, source);
    }

    /** Writes some of this there, and says how much. */
    int writeAt(long position, ByteBuffer source) throws IOException {
        return channel.write(source, position);
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        channel.truncate(size);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        channel.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return channel.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        channel.close();
    }

    @Override
    public String toString() {
        return channel.toString();
    }
}
