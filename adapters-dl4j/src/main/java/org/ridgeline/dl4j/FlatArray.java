package org.ridgeline.dl4j;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The numbers of an array in the order of its memory, copied in blocks as doubles. For a parameter that is the order of
 * its part of the network's parameter vector, whether the array comes flat or shaped.
 */
abstract class FlatArray {

    /** Numbers that are copied through one float buffer. */
    private static final int BLOCK = 2048;

    private final int size;
    private final boolean single;

    private FlatArray(int size, boolean single) {
        this.size = size;
        this.single = single;
    }

    /**
     * The numbers of an array.
     *
     * @throws IllegalArgumentException if they are neither float nor double
     */
    static FlatArray of(INDArray array) {
        int size = Math.toIntExact(array.length());
        INDArray flat = array.rank() == 1 ? array : array.reshape(array.ordering(), new long[] {array.length()});
        boolean direct = Nd4j.getEnvironment().isCPU() && (size <= 1 || flat.stride(0) == 1);
        return switch (array.dataType()) {
            // A pointer does not know of a view's offset; its positions, unlike those of a buffer, go beyond 2 GB.
            case FLOAT ->
                direct
                        ? new Floats((FloatPointer) flat.data().pointer(), flat.offset(), size)
                        : new Copied(flat, size, true);
            case DOUBLE ->
                direct
                        ? new Doubles((DoublePointer) flat.data().pointer(), flat.offset(), size)
                        : new Copied(flat, size, false);
            default ->
                throw new IllegalArgumentException(
                        "a penalty needs a network of data type FLOAT or DOUBLE, but this one is " + array.dataType());
        };
    }

    int size() {
        return size;
    }

    /** Copies {@code count} numbers from {@code from} on into {@code to} from {@code at} on. */
    abstract void read(int from, double[] to, int at, int count);

    /** Stores {@code count} numbers, each rounded once, at {@code to}. */
    abstract void write(int to, double[] values, int at, int count);

    /** Whether numbers are stored in single precision. */
    boolean single() {
        return single;
    }

    /** Brings what was written to the array, if it is not there yet. */
    void flush() {}

    private static final class Floats extends FlatArray {
        private final FloatPointer pointer;
        private final long offset;
        private final float[] buffer;

        Floats(FloatPointer pointer, long offset, int size) {
            super(size, true);
            this.pointer = new FloatPointer(pointer);
            this.offset = offset;
            this.buffer = new float[Math.min(size, BLOCK)];
        }

        @Override
        void read(int from, double[] to, int at, int count) {
            for (int done = 0; done < count; done += BLOCK) {
                int length = Math.min(BLOCK, count - done);
                pointer.position(offset + from + done).get(buffer, 0, length);
                for (int i = 0; i < length; i++) {
                    to[at + done + i] = buffer[i];
                }
            }
        }

        @Override
        void write(int to, double[] values, int at, int count) {
            for (int done = 0; done < count; done += BLOCK) {
                int length = Math.min(BLOCK, count - done);
                for (int i = 0; i < length; i++) {
                    buffer[i] = (float) values[at + done + i];
                }
                pointer.position(offset + to + done).put(buffer, 0, length);
            }
        }
    }

    private static final class Doubles extends FlatArray {
        private final DoublePointer pointer;
        private final long offset;

        Doubles(DoublePointer pointer, long offset, int size) {
            super(size, false);
            this.pointer = new DoublePointer(pointer);
            this.offset = offset;
        }

        @Override
        void read(int from, double[] to, int at, int count) {
            pointer.position(offset + from).get(to, at, count);
        }

        @Override
        void write(int to, double[] values, int at, int count) {
            pointer.position(offset + to).put(values, at, count);
        }
    }

    /** For strided views and memory that is not the host's: the whole array at once. */
    private static final class Copied extends FlatArray {
        private final INDArray array;
        private final double[] values;

        Copied(INDArray array, int size, boolean single) {
            super(size, single);
            this.array = array;
            this.values = array.dup().data().asDouble();
        }

        @Override
        void read(int from, double[] to, int at, int count) {
            System.arraycopy(values, from, to, at, count);
        }

        @Override
        void write(int to, double[] values, int at, int count) {
            System.arraycopy(values, at, this.values, to, count);
        }

        @Override
        void flush() {
            array.assign(Nd4j.createFromArray(values).castTo(array.dataType()));
        }
    }
}
